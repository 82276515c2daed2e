import Campaign
import Documents

extension FactPart {
    /// Each thing of an export in a line: its name in the reader's language, its value as it is held.
    static func held(_ export: SupporterExport, for reader: Reader) -> [FactPart] {
        func fact(_ key: String, _ value: String?) -> FactPart? { value.map { FactPart(label: reader.text(key), factValue: $0) } }
        let yes = reader.text("alerts.yes"), no = reader.text("alerts.no")
        let own: [FactPart?] = [
            fact("alerts.address", export.address),
            fact("my.data_browser", export.browser.map { "\($0.endpoint) · \($0.since)" }),
            fact("phone.number", export.phone.map { "\($0.number) · \($0.since)" }),
            fact("my.data_section", export.section),
            fact("my.data_state", reader.text("my.data_state_\(export.state)")),
            fact("alerts.language", reader.name(of: Language(rawValue: export.language))),
            fact("alerts.pace", reader.text("alerts.pace_\(export.pace)")),
            fact("alerts.same_day_label", export.sameDay ? yes : no),
            fact("alerts.network", reader.text("alerts.network_\(export.network)")),
            fact("my.data_zone", export.timeZone),
            fact("my.history", export.keepsHistory ? yes : no),
            fact("my.outcomes", export.wantsOutcomes ? yes : no),
            fact("my.sharing", export.sharing.map { "\($0.since) · \($0.number)" } ?? no),
            fact("alerts.pause", export.pausedUntil),
            fact("my.data_created", export.signedUp),
            fact("my.data_confirmed", export.confirmedOn),
            fact("my.data_active", export.activeOn),
            fact("my.data_asked", export.askedOn),
            export.mailsReturned == 0 ? nil : fact("my.data_returned", String(export.mailsReturned)),
            fact("my.data_stopped", export.mailStopped),
        ]
        return own.compactMap { $0 } + lists(export, reader)
    }

    private static func lists(_ export: SupporterExport, _ reader: Reader) -> [FactPart] {
        func line(_ key: String, _ parts: [String?]) -> FactPart {
            FactPart(label: reader.text(key), factValue: parts.compactMap { $0 }.joined(separator: " · "))
        }
        return export.choices.map { line("alerts.choices_held", [$0.kind, $0.value]) }
            + export.follows.map { line("my.follows", [$0.action, $0.onlyOutcome ? reader.text("my.only_outcome") : nil, $0.since]) }
            + export.reports.map {
                line("my.reported", [$0.action, String($0.output), reader.text("channel.\($0.channel)"), String($0.quantity), $0.reportedOn])
            }
            + export.deliveries.map { line("my.data_mail", [$0.action, $0.kind, $0.state, $0.sentAt]) }
            + export.sessions.map { line("my.data_session", [$0.startedAt, $0.endsAt]) }
            + export.links.map { line("my.data_link", [$0.purpose, $0.sentAt, $0.endsAt, $0.usedAt]) }
    }
}
