package import Storage

/// Tells an address nothing more.
package struct EndWebhook: Sendable {
    let database: any Database
    let world: World

    package init(database: any Database, world: World) {
        self.database = database
        self.world = world
    }

    /// Throws `WebhookRefusal.unknown`.
    package func callAsFunction(_ id: Webhook.ID, by staff: String) async throws {
        let now = world.now(), event = world.newID()
        try await database.write { db in
            guard try db.endWebhook(id, at: now) else { throw WebhookRefusal.unknown }
            try db.log("program.webhookEnded", subject: id.text, by: staff, id: event, at: now)
        }
    }
}
