import Campaign
import Documents
import Hummingbird
import Storage

/// The mailings of a section: read, approve, stop.
struct DeskAlertRoutes: Sendable {
    let shell: DeskShell

    func add(to router: Router<Visitor>) {
        router.get("desk/alerts", use: shell.answer(.look, index))
        router.get("desk/alerts/:id", use: shell.answer(.look, show))
        router.post("desk/alerts/:id/approval", use: shell.answer(.send, needsCode: true, approve))
        router.post("desk/alerts/:id/stop", use: shell.answer(.send, stop))
    }

    @Sendable private func index(_ asked: DeskShell.Asked) async throws -> Response {
        let reader = asked.reader, section = reader.section.code, title = reader.text("desk.alerts_title")
        let alerts = try await shell.site.database.read { db in try db.alertSummaries(limit: 200) }.filter { $0.alert.section == section }
        let page = DeskTablePage(
            title: title, intro: shell.site.hasAlerts ? [] : [reader.text("alerts.off_text")],
            tables: [.alerts(title, alerts, reader, empty: reader.text("desk.alerts_none"))], forms: [],
            layout: shell.layout(title, asked, at: DeskLinks.alerts), for: reader)
        return try shell.page(page, reader)
    }

    @Sendable private func show(_ asked: DeskShell.Asked) async throws -> Response {
        let reader = asked.reader, alert = try await alert(asked)
        let texts = try await shell.site.database.read { db in try db.texts(of: alert.id) }
        let title = reader.text("desk.alert_title", ["kind": reader.text("desk.alert_\(alert.kind.rawValue)")])
        let page = DeskAlertPage(
            title: title, state: reader.text("desk.alert_state_\(alert.state.rawValue)"), texts: texts, forms: forms(alert, asked),
            layout: shell.layout(title, asked, at: DeskLinks.alerts), for: reader)
        return try shell.page(page, reader)
    }

    private func forms(_ alert: Alert, _ asked: DeskShell.Asked) -> [DeskForm] {
        let reader = asked.reader
        guard asked.at.member.duties.allow(.send, in: reader.section.code) else { return [] }
        let approve = DeskForm(
            to: DeskLinks.approval(alert.id), reader.text("desk.approve"), heading: reader.text("desk.approve"),
            explanation: reader.text("desk.approve_text"), fields: [.tick("same_day", reader.text("desk.approve_same_day"))])
        let stop = DeskForm(
            to: DeskLinks.stop(alert.id), reader.text("desk.stop"), heading: reader.text("desk.stop"), explanation: reader.text("desk.stop_text"),
            isGrave: true)
        switch alert.state {
        case .draft: return [approve, stop]
        case .approved, .selecting, .sending: return [stop]
        case .done, .stopped: return []
        }
    }

    @Sendable private func approve(_ asked: DeskShell.Asked) async throws -> Response {
        let alert = try await alert(asked), form = try await asked.form()
        try await shell.desk.approve(alert.id, sameDay: form["same_day"] == "1", by: asked.at.member.id.text)
        return .redirect(to: DeskLinks.alert(alert.id), type: .normal)
    }

    /// Needs no code: it can be sent again later, and a second counts.
    @Sendable private func stop(_ asked: DeskShell.Asked) async throws -> Response {
        let alert = try await alert(asked)
        try await shell.desk.stop(alert.id, by: asked.at.member.id.text)
        return .redirect(to: DeskLinks.alert(alert.id), type: .normal)
    }

    /// The section's own alert in the address; another section's is not there.
    private func alert(_ asked: DeskShell.Asked) async throws -> Alert {
        let id = Alert.ID(try asked.parameter("id"))
        let alert = try await shell.site.database.read { db in try db.alert(id) }
        guard alert.section == asked.reader.section.code else { throw AlertRefusal.unknown(id.text) }
        return alert
    }
}

extension DeskTable {
    static func alerts(_ heading: String, _ alerts: [AlertSummary], _ reader: Reader, empty: String) -> DeskTable {
        DeskTable(
            heading, columns: ["desk.column_action", "desk.column_alert", "desk.column_state", "desk.column_counts"].map { reader.text($0) },
            rows: alerts.map { summary in
                [
                    Cell(reader.printed(summary.reference)),
                    Cell(reader.text("desk.alert_\(summary.alert.kind.rawValue)"), to: DeskLinks.alert(summary.alert.id)),
                    Cell(reader.text("desk.alert_state_\(summary.alert.state.rawValue)")),
                    Cell(
                        Delivery.State.allCases.compactMap { state in
                            summary.counts[state].map { "\(reader.text("desk.delivery_\(state.rawValue)")): \(reader.words.grouped($0))" }
                        }.joined(separator: ", ")),
                ]
            },
            empty: empty)
    }
}
