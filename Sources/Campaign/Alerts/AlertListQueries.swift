package import Documents
package import Storage

/// An alert in a list, with what became of its notices.
package struct AlertSummary: Sendable {
    package let alert: Alert
    package let reference: Reference
    package let ordinal: Int
    /// How many notices are in each state.
    package let counts: [Delivery.State: Int]
    /// The same of text messages.
    package let texts: [Delivery.State: Int]
    /// Why notices wait, were skipped or given up, the most frequent first; not every one.
    package let reasons: [DeliveryReason]
}

/// What was noted of so many notices in one state: a server's answer, or why nothing was sent. It holds no address.
package struct DeliveryReason: Sendable, Equatable {
    package let state: Delivery.State
    package let reason: String
    package let count: Int
}

extension Connection {
    /// The newest first.
    ///
    /// - Parameters:
    ///   - section: nil for those of all sections.
    ///   - state: nil for those in any.
    package func alertSummaries(of section: Section.Code? = nil, in state: Alert.State? = nil, limit: Int) throws -> [AlertSummary] {
        let conditions: [SQL] = [section.map { "l.section = \($0)" }, state.map { "l.state = \($0)" }].compactMap { $0 }
        let alerts = try rows(
            """
            SELECT l.*, a.series, a.serial, a.year, o.ordinal FROM alert l JOIN output o ON o.id = l.output_id JOIN action a ON a.id = o.action_id
            WHERE \(SQL.joined(conditions + ["1 = 1"], by: " AND ")) ORDER BY l.created_at DESC, l.id DESC LIMIT \(limit)
            """
        )
        let ids: [String] = try alerts.map { try $0("id") }
        let counts = try countNotices(of: ids, in: "delivery"), texts = try countNotices(of: ids, in: "text_delivery"), reasons = try reasons(of: ids)
        return try alerts.map { row in
            let alert = try Alert(row), id = alert.id.text
            return AlertSummary(
                alert: alert, reference: try Reference(row), ordinal: try row("ordinal"), counts: counts[id] ?? [:], texts: texts[id] ?? [:],
                reasons: Array((reasons[id] ?? []).prefix(10)))
        }
    }

    private func countNotices(of alerts: [String], in table: String) throws -> [String: [Delivery.State: Int]] {
        try rows(
            """
            SELECT alert_id, state, CAST(COUNT(*) AS BIGINT) AS sum FROM \(SQL(verbatim: table)) WHERE alert_id IN \(SQL.list(alerts))
            GROUP BY alert_id, state
            """
        ).reduce(into: [:]) { counts, row in counts[try row("alert_id"), default: [:]][try row("state")] = try row("sum") }
    }

    private func reasons(of alerts: [String]) throws -> [String: [DeliveryReason]] {
        try rows(
            """
            SELECT alert_id, state, reason, CAST(COUNT(*) AS BIGINT) AS sum FROM delivery WHERE alert_id IN \(SQL.list(alerts)) AND reason IS NOT NULL
            GROUP BY alert_id, state, reason ORDER BY sum DESC, state, reason
            """
        ).reduce(into: [:]) { reasons, row in
            reasons[try row("alert_id"), default: []].append(
                DeliveryReason(state: try row("state"), reason: try row("reason"), count: try row("sum")))
        }
    }

    /// Why notices of an alert wait, were skipped or given up, the most frequent first.
    package func deliveryReasons(of alert: Alert.ID) throws -> [DeliveryReason] { try reasons(of: alert, limit: 50) }

    private func reasons(of alert: Alert.ID, limit: Int) throws -> [DeliveryReason] {
        try rows(
            """
            SELECT state, reason, CAST(COUNT(*) AS BIGINT) AS sum FROM delivery WHERE alert_id = \(alert) AND reason IS NOT NULL
            GROUP BY state, reason ORDER BY sum DESC, state, reason LIMIT \(limit)
            """
        ).map { DeliveryReason(state: try $0("state"), reason: try $0("reason"), count: try $0("sum")) }
    }
}
