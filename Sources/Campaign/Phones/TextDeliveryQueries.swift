import Storage

extension Connection {
    /// Enters a text message for each of the same-day list on a page of an alert's deliveries who gave a number; once however often it is tried.
    func enterTexts(of alert: Alert.ID, after first: String, upTo last: Supporter.ID, at now: Instant) throws {
        try execute(
            """
            INSERT INTO text_delivery (alert_id, supporter_id, state, attempts, due_at)
            SELECT d.alert_id, d.supporter_id, CAST(\(Delivery.State.waiting) AS TEXT), 0, CAST(\(now) AS TEXT)
            FROM phone p JOIN delivery d ON d.supporter_id = p.supporter_id AND d.alert_id = \(alert) JOIN supporter s ON s.id = p.supporter_id
            WHERE p.supporter_id > \(first) AND p.supporter_id <= \(last) AND s.same_day
            ON CONFLICT (alert_id, supporter_id) DO NOTHING
            """
        )
    }

    func hasDueText(at now: Instant) throws -> Bool {
        try row("SELECT 1 AS one FROM text_delivery WHERE state = \(Delivery.State.waiting) AND due_at <= \(now) LIMIT 1") != nil
    }

    /// As `claimDeliveries` does it.
    func claimTexts(limit: Int, by worker: String, until end: Instant, at now: Instant) throws -> [WaitingText] {
        try relax()
        return try rows(
            """
            UPDATE text_delivery SET claimed_by = \(worker), due_at = \(end), attempts = attempts + 1
            WHERE (alert_id, supporter_id) IN (SELECT alert_id, supporter_id FROM text_delivery
                WHERE state = \(Delivery.State.waiting) AND due_at <= \(now) ORDER BY due_at LIMIT \(limit) \(skippingLocked))
            RETURNING alert_id, supporter_id, attempts
            """
        ).map { WaitingText(alert: try $0("alert_id"), supporter: try $0("supporter_id"), attempts: try $0("attempts")) }
    }

    func settle(_ text: WaitingText, _ fate: TextFate, by worker: String) throws {
        let own: SQL = "WHERE alert_id = \(text.alert) AND supporter_id = \(text.supporter) AND claimed_by = \(worker)"
        switch fate {
        case .sent: try execute("UPDATE text_delivery SET state = \(Delivery.State.sent), claimed_by = NULL, reason = NULL \(own)")
        case .later(let due, let reason):
            try execute("UPDATE text_delivery SET due_at = \(due), claimed_by = NULL, reason = \(reason) \(own)")
        case .skipped(let reason):
            try execute("UPDATE text_delivery SET state = \(Delivery.State.skipped), claimed_by = NULL, reason = \(reason) \(own)")
        case .gaveUp(let reason):
            try execute("UPDATE text_delivery SET state = \(Delivery.State.gaveUp), claimed_by = NULL, reason = \(reason) \(own)")
        case .gone:
            try execute("UPDATE text_delivery SET state = \(Delivery.State.gaveUp), claimed_by = NULL, reason = \("status 410") \(own)")
        }
    }

    func forgetTexts(before then: Instant) throws {
        try execute("DELETE FROM text_delivery WHERE state <> \(Delivery.State.waiting) AND due_at < \(then)")
    }
}
