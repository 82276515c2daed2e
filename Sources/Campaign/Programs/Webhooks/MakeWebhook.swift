import Outgoing
package import Storage

/// Has an address told what happens from now on.
package struct MakeWebhook: Sendable {
    let database: any Database
    let world: World
    let keyring: Keyring

    package init(database: any Database, world: World, keyring: Keyring) {
        self.database = database
        self.world = world
        self.keyring = keyring
    }

    /// The address, and the secret that its messages are signed with. Throws `WebhookRefusal.unfitAddress`, `.notPublic`,
    /// `StaffRefusal.unknownSection`.
    package func callAsFunction(_ url: String, for section: Section.Code, by staff: String) async throws -> (webhook: Webhook, secret: String) {
        guard let url = try? OutgoingURL(url.trimmed), url.port == 443 else { throw WebhookRefusal.unfitAddress }
        if case .address(let address) = url.host, address.specialPurpose != nil { throw WebhookRefusal.notPublic(address.text) }
        let now = world.now(), id = Webhook.ID(world.newID()), event = world.newID()
        let webhook = try await database.write { db in
            guard try db.sections().contains(where: { $0.code == section }) else { throw StaffRefusal.unknownSection(section.rawValue) }
            try db.log("program.webhookMade", subject: id.text, by: staff, detail: section.rawValue, id: event, at: now)
            let webhook = Webhook(id: id, section: section, url: url, madeAt: now, toldSeq: try db.lastEventPlace(), endedAt: nil)
            try db.insert(webhook, by: staff)
            return webhook
        }
        return (webhook, WebhookSecret(of: id, keyring).text)
    }
}
