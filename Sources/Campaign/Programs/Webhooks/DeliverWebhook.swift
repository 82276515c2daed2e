import Documents
package import Outgoing
package import Storage

/// Hands messages over to addresses of other programs.
package protocol WebhookPost: Sendable {
    func post(_ body: String, _ headers: [(name: String, value: String)], to url: OutgoingURL) async -> Reception
}

extension OutgoingGate: WebhookPost {
    package func post(_ body: String, _ headers: [(name: String, value: String)], to url: OutgoingURL) async -> Reception {
        do {
            return try await send(OutgoingRequest(url, headers: headers, body: Array(body.utf8))).reception
        } catch {
            return error.reception
        }
    }
}

/// Hands one message over. The work of "webhook.deliver" jobs, which are tried again, each time after a longer while, for a day and a half.
package struct DeliverWebhook: Sendable {
    package static let kind = "webhook.deliver"

    /// The message was not taken yet; why stands beside it.
    struct NotTaken: Error {}

    let database: any Database
    let world: World
    let keyring: Keyring
    let post: any WebhookPost
    let origin: @Sendable (Section) -> String

    package init(
        database: any Database, world: World, keyring: Keyring, post: any WebhookPost, origin: @escaping @Sendable (Section) -> String
    ) {
        self.database = database
        self.world = world
        self.keyring = keyring
        self.post = post
        self.origin = origin
    }

    static func job(_ message: WebhookMessage.ID) -> String { "\(kind) \(message)" }

    package func callAsFunction(_ job: Job) async throws {
        let id = WebhookMessage.ID(job.subject)
        guard let (message, webhook, section) = try await due(id) else { return }
        let now = world.now(), body = Self.body(message, section, origin: origin(section))
        let headers = WebhookSecret(of: webhook.id, keyring).headers(id, at: now, body)
        let reception = await post.post(body, headers, to: webhook.url), event = world.newID(), done = world.now()
        try await database.write { db in
            switch reception {
            case .taken: try db.note(.taken, of: id, at: done)
            case .later(let reason, _): try db.note(.waiting, of: id, because: reason, at: done)
            case .refused(let reason): try db.note(.refused, of: id, because: reason, at: done)
            case .gone:
                try db.note(.refused, of: id, because: "status 410", at: done)
                guard try db.endWebhook(webhook.id, at: done) else { return }
                try db.log("program.webhookEnded", subject: webhook.id.text, by: "amparo", detail: "status 410", id: event, at: done)
            }
        }
        if try await due(id) != nil { throw NotTaken() }
    }

    private func due(_ id: WebhookMessage.ID) async throws -> (WebhookMessage, Webhook, Section)? {
        try await database.read { db in
            guard let message = try db.webhookMessage(id), message.state == .waiting, let webhook = try db.webhook(message.webhook),
                webhook.endedAt == nil, let section = try db.sections().first(where: { $0.code == webhook.section })
            else { return nil }
            return (message, webhook, section)
        }
    }

    /// Which action, and where to ask for it: nothing that a withdrawal would have to call back.
    private static func body(_ message: WebhookMessage, _ section: Section, origin: String) -> String {
        let reference = message.reference
        return """
            {"type":"\(message.event.rawValue)","timestamp":"\(message.at.text)","data":{"reference":"\(reference.printed())","id":"\(reference.slug)",\
            "section":"\(section.code.rawValue)","url":"\(origin)/api/v1/actions/\(reference.slug)"}}
            """
    }
}
