import Campaign
import Documents
import Hummingbird
import Storage

/// The mailings of a section: read, try, approve, stop.
struct DeskAlertRoutes: Sendable {
    let shell: DeskShell

    func add(to router: Router<Visitor>) {
        router.get("desk/alerts", use: shell.answer(.look, index))
        router.get("desk/alerts/:id", use: shell.answer(.look, show))
        router.post("desk/alerts/:id/test", use: shell.answer(.send, needsCode: true, test))
        router.post("desk/alerts/:id/approval", use: shell.answer(.send, needsCode: true, approve))
        router.post("desk/alerts/:id/stop", use: shell.answer(.send, stop))
    }

    @Sendable private func index(_ asked: DeskShell.Asked) async throws -> Response {
        let reader = asked.reader, section = reader.section.code, title = reader.text("desk.alerts_title")
        let alerts = try await shell.site.database.read { db in try db.alertSummaries(of: section, limit: 100) }
        let page = DeskTablePage(
            title: title, intro: shell.site.hasAlerts ? [] : [reader.text("alerts.off_text")],
            tables: [.alerts(title, alerts, reader, empty: reader.text("desk.alerts_none"))], forms: [],
            layout: shell.layout(title, asked, at: DeskLinks.alerts), for: reader)
        return try shell.page(page, reader)
    }

    @Sendable private func show(_ asked: DeskShell.Asked) async throws -> Response {
        let reader = asked.reader, alert = try await alert(asked)
        let (texts, reasons, beginning) = try await shell.site.database.read { db in
            (try db.texts(of: alert.id), try db.deliveryReasons(of: alert.id), try db.beginning(of: alert.id))
        }
        let isWaiting = alert.state == .approved
        let waits = isWaiting ? beginning.map { reader.text("desk.alert_begins", ["time": reader.moment($0)]) } : nil
        let title = reader.text("desk.alert_title", ["kind": reader.text("desk.alert_\(alert.kind.rawValue)")])
        let page = DeskAlertPage(
            title: title, intro: waits.map { [$0] + intro(alert, reader).dropFirst() } ?? intro(alert, reader), texts: texts,
            tables: reasons.isEmpty ? [] : [.reasons(reasons, reader)], forms: forms(alert, asked),
            layout: shell.layout(title, asked, at: DeskLinks.alerts), for: reader)
        return try shell.page(page, reader)
    }

    private func forms(_ alert: Alert, _ asked: DeskShell.Asked) -> [DeskForm] {
        let reader = asked.reader
        guard asked.at.member.duties.allow(.send, in: reader.section.code) else { return [] }
        let approve = DeskForm(
            to: DeskLinks.approval(alert.id), reader.text("desk.approve"), heading: reader.text("desk.approve"),
            explanation: reader.text("desk.approve_text") + " " + reader.text("desk.approve_eyes"),
            fields: [
                .tick("read", reader.text("desk.approve_read")), .tick("same_day", reader.text("desk.approve_same_day")),
                .tick("emergency", reader.text("desk.approve_emergency")),
            ])
        let test = shell.desk.test.map { _ in
            DeskForm(
                to: DeskLinks.test(alert.id), reader.text("desk.test"), heading: reader.text("desk.test"), explanation: reader.text("desk.test_text"),
                fields: [.init("to", reader.text("desk.test_to"), type: "email", autocomplete: "email")])
        }
        let stop = DeskForm(
            to: DeskLinks.stop(alert.id), reader.text("desk.stop"), heading: reader.text("desk.stop"), explanation: reader.text("desk.stop_text"),
            isGrave: true)
        switch alert.state {
        case .draft: return [test, approve, stop].compactMap { $0 }
        case .approved, .selecting, .sending: return [stop]
        case .done, .stopped: return []
        }
    }

    /// How far it is, and who looked at it.
    private func intro(_ alert: Alert, _ reader: Reader) -> [String] {
        let state = reader.text("desk.alert_state_\(alert.state.rawValue)")
        if alert.checks.isEmergency { return [state, reader.text("desk.alert_emergency")] }
        guard alert.state == .draft else { return [state] }
        let tested = alert.checks.testedAt.map { reader.text("desk.alert_tested", ["date": reader.days.long($0.day(in: reader.section.timeZone))]) }
        return [state, tested ?? reader.text("desk.alert_untested")]
    }

    @Sendable private func test(_ asked: DeskShell.Asked) async throws -> Response {
        let alert = try await alert(asked), typed = try await asked.form()["to"] ?? ""
        guard let address = MailAddress(typed) else { throw AlertRefusal.noAddress(typed) }
        guard let test = shell.desk.test else { throw AlertRefusal.noMail }
        _ = try await test(alert.id, to: address, by: asked.at.member.id.text)
        return .redirect(to: DeskLinks.alert(alert.id), type: .normal)
    }

    @Sendable private func approve(_ asked: DeskShell.Asked) async throws -> Response {
        let alert = try await alert(asked), form = try await asked.form()
        try await shell.desk.approve(
            alert.id, sameDay: form["same_day"] == "1", hasRead: form["read"] == "1", isShown: true, isEmergency: form["emergency"] == "1",
            by: asked.at.member.id.text)
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
    /// Why notices wait, were left out or given up.
    fileprivate static func reasons(_ reasons: [DeliveryReason], _ reader: Reader) -> DeskTable {
        DeskTable(
            reader.text("desk.column_counts"), columns: ["desk.column_state", "desk.column_failure", "desk.column_counts"].map { reader.text($0) },
            rows: reasons.map {
                [.init(reader.text("desk.delivery_\($0.state.rawValue)")), .init($0.reason), .init(reader.words.grouped($0.count))]
            },
            empty: "")
    }

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
