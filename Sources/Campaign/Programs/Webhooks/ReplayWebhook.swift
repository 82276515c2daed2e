package import Storage

/// Tells an address once more what it was told, or was to be told: one message, or all since a moment.
package struct ReplayWebhook: Sendable {
    let database: any Database
    let world: World

    package init(database: any Database, world: World) {
        self.database = database
        self.world = world
    }

    /// Throws `WebhookRefusal.unknown`.
    package func callAsFunction(_ id: WebhookMessage.ID, by staff: String) async throws {
        let now = world.now(), event = world.newID()
        try await database.write { db in
            guard let message = try db.webhookMessage(id), try db.webhook(message.webhook)?.endedAt == nil else { throw WebhookRefusal.unknown }
            try db.sendAgain(id, at: now)
            try db.log("program.webhookReplayed", subject: message.webhook.text, by: staff, detail: "message \(id)", id: event, at: now)
        }
    }

    /// How many messages that are. Throws `WebhookRefusal.unknown`.
    package func callAsFunction(_ id: Webhook.ID, since moment: Instant, by staff: String) async throws -> Int {
        let now = world.now(), event = world.newID()
        return try await database.write { db in
            guard let webhook = try db.webhook(id), webhook.endedAt == nil else { throw WebhookRefusal.unknown }
            let messages = try db.webhookMessages(of: id, since: moment)
            for message in messages { try db.sendAgain(message, at: now) }
            try db.log("program.webhookReplayed", subject: id.text, by: staff, detail: "since \(moment.text)", id: event, at: now)
            return messages.count
        }
    }
}

extension Connection {
    fileprivate func sendAgain(_ message: WebhookMessage.ID, at now: Instant) throws {
        try waitAgain(message)
        let job = DeliverWebhook.job(message)
        try enqueue(DeliverWebhook.kind, subject: message.text, id: job, at: now)
        _ = try reviveJob(Job.ID(job), at: now)
    }
}
