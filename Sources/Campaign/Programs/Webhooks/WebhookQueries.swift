import Documents
import Outgoing
package import Storage

extension Connection {
    /// All addresses there are, the newest first, those that were ended last.
    package func webhooks() throws -> [Webhook] {
        try rows("SELECT * FROM webhook ORDER BY CASE WHEN ended_at IS NULL THEN 0 ELSE 1 END, made_at DESC, id").map(Webhook.init)
    }

    func webhook(_ id: Webhook.ID) throws -> Webhook? {
        try row("SELECT * FROM webhook WHERE id = \(id)").map(Webhook.init)
    }

    func insert(_ webhook: Webhook, by name: String) throws {
        try execute(
            """
            INSERT INTO webhook (id, section, url, made_by, made_at, told_seq)
            VALUES (\(webhook.id), \(webhook.section), \(webhook.url.text), \(name), \(webhook.madeAt), \(webhook.toldSeq))
            """
        )
    }

    /// False when there is none, or it was ended before.
    func endWebhook(_ id: Webhook.ID, at now: Instant) throws -> Bool {
        try execute("UPDATE webhook SET ended_at = \(now) WHERE id = \(id) AND ended_at IS NULL") > 0
    }

    func lastEventPlace() throws -> Int64 {
        try row("SELECT CAST(COALESCE(MAX(seq), 0) AS BIGINT) AS seq FROM event_link")?("seq") ?? 0
    }

    /// Addresses that were not told yet of the end of the log.
    func webhooksBehind() throws -> [Webhook.ID] {
        try rows("SELECT id FROM webhook WHERE ended_at IS NULL AND told_seq < (SELECT MAX(seq) FROM event_link) ORDER BY id").map { try $0("id") }
    }

    func noteTold(_ id: Webhook.ID, upTo seq: Int64) throws {
        try execute("UPDATE webhook SET told_seq = \(seq) WHERE id = \(id)")
    }

    func insert(_ id: WebhookMessage.ID, _ event: WebhookMessage.Event, of action: Action.ID, for webhook: Webhook.ID, at moment: Instant) throws {
        try execute(
            """
            INSERT INTO webhook_message (id, webhook_id, event, action_id, at, state, attempts)
            VALUES (\(id), \(webhook), \(event), \(action), \(moment), \(WebhookMessage.State.waiting), 0) ON CONFLICT (id) DO NOTHING
            """
        )
    }

    func webhookMessage(_ id: WebhookMessage.ID) throws -> WebhookMessage? {
        try row("\(messages) WHERE m.id = \(id)").map(WebhookMessage.init)
    }

    /// The latest first.
    package func webhookMessages(limit: Int) throws -> [WebhookMessage] {
        try rows("\(messages) ORDER BY m.at DESC, m.id LIMIT \(limit)").map(WebhookMessage.init)
    }

    /// What happened since a moment, in its order.
    func webhookMessages(of webhook: Webhook.ID, since moment: Instant) throws -> [WebhookMessage.ID] {
        try rows("SELECT id FROM webhook_message WHERE webhook_id = \(webhook) AND at >= \(moment) ORDER BY at, id").map { try $0("id") }
    }

    func note(_ state: WebhookMessage.State, of message: WebhookMessage.ID, because failure: String? = nil, at now: Instant) throws {
        try execute(
            """
            UPDATE webhook_message SET state = \(state), attempts = attempts + 1, failure = \(failure),
                done_at = \(state == .waiting ? nil : now)
            WHERE id = \(message)
            """
        )
    }

    func waitAgain(_ message: WebhookMessage.ID) throws {
        try execute("UPDATE webhook_message SET state = \(WebhookMessage.State.waiting), failure = NULL, done_at = NULL WHERE id = \(message)")
    }

    func forgetWebhookMessages(before then: Instant) throws {
        try execute("DELETE FROM webhook_message WHERE at < \(then) AND state <> \(WebhookMessage.State.waiting)")
    }

    /// The action that an event is about, and whether the section's readers find it, or found it until it was taken down.
    func publicReference(of action: Action.ID, shownBy section: Section.Code) throws -> Reference? {
        try row(
            """
            SELECT a.series, a.serial, a.year FROM action a
            WHERE a.id = \(action) AND EXISTS (
                SELECT 1 FROM output o WHERE o.action_id = a.id AND o.published_at IS NOT NULL AND \(shown(by: section)))
            """
        ).map(Reference.init)
    }

    /// Whether outputs were published at that moment, and whether one of them ends the action.
    func publication(of action: Action.ID, at moment: Instant) throws -> (isNew: Bool, isEnd: Bool) {
        let kinds: [String] = try rows("SELECT kind FROM output WHERE action_id = \(action) AND published_at = \(moment)").map { try $0("kind") }
        return (!kinds.isEmpty, kinds.contains { OutputKind(rawValue: $0)?.isEnd == true })
    }

    private var messages: SQL { "SELECT m.*, a.series, a.serial, a.year FROM webhook_message m JOIN action a ON a.id = m.action_id" }
}

extension Webhook {
    fileprivate init(_ row: Row) throws {
        self.init(
            id: try row("id"), section: try row("section"), url: try OutgoingURL(row("url")), madeAt: try row("made_at"),
            toldSeq: try row("told_seq"), endedAt: try row("ended_at"))
    }
}

extension WebhookMessage {
    fileprivate init(_ row: Row) throws {
        self.init(
            id: try row("id"), webhook: try row("webhook_id"), event: try row("event"), reference: try Reference(row), at: try row("at"),
            state: try row("state"), attempts: try row("attempts"), failure: try row("failure"))
    }
}
