import Documents
import Foundation
import Storage

extension Connection {
    func export(_ supporter: Supporter, address: MailAddress?, browser endpoint: String?, phone number: MobileNumber?) throws -> SupporterExport {
        let since = try browserSince(of: supporter.id)?.text
        let suppressed = try lookup(of: supporter.id).flatMap { try suppression($0) }
        let kept = try row("SELECT created_at, soft_bounces FROM supporter WHERE id = \(supporter.id)")
        return SupporterExport(
            address: address?.text, browser: endpoint.map { .init(endpoint: $0, since: since ?? "") },
            phone: try number.map { .init(number: $0.text, since: try phoneSince(of: supporter.id) ?? "") }, section: supporter.section.rawValue,
            state: supporter.state.rawValue, language: supporter.language.rawValue,
            pace: supporter.pace.rawValue, sameDay: supporter.sameDay, network: supporter.network.rawValue,
            timeZone: supporter.timeZone.identifier, keepsHistory: supporter.keepsHistory, wantsOutcomes: supporter.wantsOutcomes,
            sharing: try sharing(of: supporter.id).map { .init(number: $0.number, since: $0.since.text) }, pausedUntil: supporter.pausedUntil?.text,
            signedUp: try kept?("created_at"), confirmedOn: supporter.confirmedOn?.text, activeOn: supporter.activeOn.text,
            askedOn: supporter.askedOn?.text, mailsReturned: try kept?("soft_bounces") ?? 0, mailStopped: suppressed?.rawValue,
            choices: supporter.choices.stored.map { .init(kind: $0.kind.rawValue, value: $0.value) }.sorted {
                ($0.kind, $0.value) < ($1.kind, $1.value)
            },
            follows: try follows(of: supporter.id).map {
                .init(action: $0.key.printed(), onlyOutcome: $0.value.onlyOutcome, since: $0.value.since.text)
            }.sorted { $0.action < $1.action },
            reports: try history(of: supporter.id).map {
                .init(action: $0.reference.printed(), output: $0.ordinal, channel: $0.channel.rawValue, quantity: $0.quantity, reportedOn: $0.on.text)
            },
            deliveries: try exportedDeliveries(to: supporter.id), sessions: try exportedSessions(of: supporter.id),
            links: try exportedLinks(to: supporter.id)
        )
    }

    private func exportedDeliveries(to supporter: Supporter.ID) throws -> [SupporterExport.Delivery] {
        try rows(
            """
            SELECT a.series, a.serial, a.year, l.kind, d.state, CASE d.state WHEN 'sent' THEN d.settled_at END AS sent_at FROM delivery d
            JOIN alert l ON l.id = d.alert_id JOIN output o ON o.id = l.output_id JOIN action a ON a.id = o.action_id
            WHERE d.supporter_id = \(supporter) ORDER BY l.approved_at, l.id
            """
        ).map { .init(action: try Reference($0).printed(), kind: try $0("kind"), state: try $0("state"), sentAt: try $0("sent_at")) }
    }

    private func exportedSessions(of supporter: Supporter.ID) throws -> [SupporterExport.Session] {
        try rows("SELECT started_at, expires_at FROM supporter_session WHERE supporter_id = \(supporter) ORDER BY started_at")
            .map { .init(startedAt: try $0("started_at"), endsAt: try $0("expires_at")) }
    }

    private func exportedLinks(to supporter: Supporter.ID) throws -> [SupporterExport.Link] {
        try rows("SELECT purpose, sent_at, expires_at, used_at FROM mailed_link WHERE supporter_id = \(supporter) ORDER BY sent_at, token_hash")
            .map { .init(purpose: try $0("purpose"), sentAt: try $0("sent_at"), endsAt: try $0("expires_at"), usedAt: try $0("used_at")) }
    }
}
