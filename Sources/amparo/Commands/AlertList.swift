import ArgumentParser
import Campaign
import Documents
import Storage

struct AlertList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the alerts, the newest first: id, section, action, kind, state, what became of the notices, and why.")

    enum Format: String, CaseIterable, ExpressibleByArgument { case text, json }

    @OptionGroup var options: SettingsOptions

    @Option(help: "How many at most.")
    var limit = 50

    @Option(help: "How it is told: text for people, json for programs, one object a line.")
    var format = Format.text

    func run() async throws {
        try await Store.with(options.settings(), .present) { store in
            let limit = limit
            let alerts = try await store.database.read { db in try db.alertSummaries(limit: limit) }
            if format == .json { return try alerts.forEach { Terminal.say(try JSONLine.text(Line($0))) } }
            let rows = Columns(alerts.map(row)).text.split(separator: "\n", omittingEmptySubsequences: false)
            for (row, summary) in zip(rows, alerts) { Terminal.say(([String(row)] + summary.reasons.map(line)).joined(separator: "\n")) }
        }
    }

    private func line(_ reason: DeliveryReason) -> String { "    \(reason.count) \(reason.state.rawValue): \(reason.reason)" }

    private func row(_ summary: AlertSummary) -> [String] {
        let alert = summary.alert
        let counts = Delivery.State.allCases.compactMap { state in summary.counts[state].map { "\($0) \(state.rawValue)" } }
        let texts = Delivery.State.allCases.compactMap { state in summary.texts[state].map { "\($0) texts \(state.rawValue)" } }
        return [
            alert.id.text, alert.section.rawValue, "\(summary.reference) \(summary.ordinal)", alert.kind.rawValue, alert.state.rawValue,
            (counts + texts).joined(separator: ", "),
        ]
    }

    private struct Line: Encodable {
        let id, section, reference, kind, state: String
        let ordinal: Int
        let counts: [String: Int]
        let texts: [String: Int]
        let reasons: [Reason]

        struct Reason: Encodable {
            let state, reason: String
            let count: Int
        }

        init(_ summary: AlertSummary) {
            id = summary.alert.id.text
            section = summary.alert.section.rawValue
            reference = summary.reference.printed()
            kind = summary.alert.kind.rawValue
            state = summary.alert.state.rawValue
            ordinal = summary.ordinal
            counts = Dictionary(summary.counts.map { ($0.key.rawValue, $0.value) }) { first, _ in first }
            texts = Dictionary(summary.texts.map { ($0.key.rawValue, $0.value) }) { first, _ in first }
            reasons = summary.reasons.map { Reason(state: $0.state.rawValue, reason: $0.reason, count: $0.count) }
        }
    }
}
