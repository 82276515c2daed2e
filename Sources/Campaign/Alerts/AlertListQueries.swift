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
    package func alertSummaries(limit: Int) throws -> [AlertSummary] {
        let alerts = try rows(
            """
            SELECT l.*, a.series, a.serial, a.year, o.ordinal FROM alert l JOIN output o ON o.id = l.output_id JOIN action a ON a.id = o.action_id
            ORDER BY l.created_at DESC, l.id DESC LIMIT \(limit)
            """
        )
        return try alerts.map { row in
            let alert = try Alert(row)
            let sums = try rows("SELECT state, CAST(COUNT(*) AS BIGINT) AS sum FROM delivery WHERE alert_id = \(alert.id) GROUP BY state")
            return AlertSummary(
                alert: alert, reference: try Reference(row), ordinal: try row("ordinal"),
                counts: try Dictionary(sums.map { (try $0("state"), try $0("sum")) }) { first, _ in first },
                texts: try countTexts(of: alert.id),
                reasons: try reasons(of: alert.id, limit: 10))
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
