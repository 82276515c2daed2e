import Documents
package import Storage

/// Follows the log of events, and writes down for each address what it is to be told, with a job for it. What is in the log was committed with the
/// change itself, so nothing is told that did not happen, and nothing that happened is left out.
package struct TellWebhooks: Round {
    /// How many events one transaction reads.
    private static let page = 200
    /// How long what was told can be told again.
    package static let days = 30

    let database: any Database
    let world: World

    package init(database: any Database, world: World) {
        self.database = database
        self.world = world
    }

    package func callAsFunction(until sign: StopSign) async throws {
        while !sign.isUp {
            let behind = try await database.read { db in try db.webhooksBehind() }
            guard !behind.isEmpty else { return }
            let now = world.now()
            for id in behind { try await database.write { db in try db.tell(id, limit: Self.page, at: now) } }
        }
    }
}

extension Connection {
    fileprivate func tell(_ id: Webhook.ID, limit: Int, at now: Instant) throws {
        guard let webhook = try webhook(id), webhook.endedAt == nil else { return }
        let links = try links(after: webhook.toldSeq, limit: limit)
        guard let last = links.last else { return }
        for (_, event) in links {
            let action = Action.ID(event.subject)
            guard let told = try news(in: event, of: action), try publicReference(of: action, shownBy: webhook.section) != nil else { continue }
            let message = WebhookMessage.ID("msg_" + Digest.sha256("\(id) \(event.id)").prefix(32))
            try insert(message, told, of: action, for: id, at: event.at)
            try enqueue(DeliverWebhook.kind, subject: message.text, id: DeliverWebhook.job(message), at: now)
        }
        try noteTold(id, upTo: last.link.seq)
        try forgetWebhookMessages(before: now.adding(seconds: -TellWebhooks.days * 86_400))
    }

    /// What readers of an action see of an event; nil for what they see nothing of.
    private func news(in event: Event, of action: Action.ID) throws -> WebhookMessage.Event? {
        switch event.name {
        case "action.withdrawn": return .withdrawn
        case "action.closed", "action.ended": return .ended
        case "action.published", "document.imported":
            let publication = try publication(of: action, at: event.at)
            return publication.isEnd ? .ended : publication.isNew ? .published : .updated
        case "action.extended", "action.reopened", "action.topics", "subject.renamed": return .updated
        default: return event.name.hasPrefix("edition.") ? .updated : nil
        }
    }
}
