import Storage

// An alert is handed out in the order of its supporters: whoever claims puts `handed_up_to` forward and leaves a row that says what is its own.
// So a claim is one row however many it holds, and falls due as a whole when its worker does not come back.
extension Connection {
    /// Whether a stretch may be claimed.
    func hasFreeStretch(at now: Instant) throws -> Bool {
        try row("SELECT 1 AS one FROM alert WHERE handed_up_to < selected_up_to LIMIT 1") != nil
            || row("SELECT 1 AS one FROM delivery_stretch WHERE due_at <= \(now) LIMIT 1") != nil
    }

    /// One whose worker did not come back, or else the next of the alert that was approved first; nil when there is none.
    ///
    /// - Parameter limit: how many deliveries it holds at most, when it is a new one.
    func claimStretch(limit: Int, by worker: String, until end: Instant, at now: Instant) throws -> DeliveryStretch? {
        let left = try row(
            """
            UPDATE delivery_stretch SET worker = \(worker), due_at = \(end) WHERE (alert_id, up_to) =
                (SELECT alert_id, up_to FROM delivery_stretch WHERE due_at <= \(now) ORDER BY due_at LIMIT 1 \(skippingLocked))
            RETURNING alert_id, after_id, up_to
            """
        )
        if let left { return try DeliveryStretch(left) }
        while let next = try nextStretch(limit) {
            // another worker may have taken it just now
            guard try handOut(next) else { continue }
            try execute(
                """
                INSERT INTO delivery_stretch (alert_id, after_id, up_to, worker, due_at)
                VALUES (\(next.alert), \(next.after), \(next.upTo), \(worker), \(end))
                """
            )
            return next
        }
        return nil
    }

    private func nextStretch(_ limit: Int) throws -> DeliveryStretch? {
        let open = try row(
            "SELECT id, handed_up_to, selected_up_to FROM alert WHERE handed_up_to < selected_up_to ORDER BY approved_at, id LIMIT 1")
        guard let open else { return nil }
        let rest = DeliveryStretch(alert: try open("id"), after: try open("handed_up_to"), upTo: try open("selected_up_to"))
        let last = try row("SELECT supporter_id \(inside(rest)) ORDER BY supporter_id LIMIT 1 OFFSET \(limit - 1)")
        guard let end: String = try last?("supporter_id") else { return rest }
        return DeliveryStretch(alert: rest.alert, after: rest.after, upTo: end)
    }

    private func handOut(_ stretch: DeliveryStretch) throws -> Bool {
        try execute("UPDATE alert SET handed_up_to = \(stretch.upTo) WHERE id = \(stretch.alert) AND handed_up_to = \(stretch.after)") > 0
    }

    /// What is still to be settled in a stretch.
    func fresh(in stretch: DeliveryStretch) throws -> [Delivery] {
        try rows("SELECT supporter_id \(inside(stretch)) ORDER BY supporter_id").map {
            Delivery(alert: stretch.alert, supporter: try $0("supporter_id"), state: .waiting, attempts: 1)
        }
    }

    /// Gives those who gave an address a turn of their own, for a process that mails.
    func leaveMailed(in stretch: DeliveryStretch, at now: Instant) throws {
        try execute(
            """
            UPDATE delivery SET due_at = \(now) WHERE (alert_id, supporter_id) IN (SELECT d.alert_id, d.supporter_id
                FROM delivery d JOIN identity i ON i.supporter_id = d.supporter_id
                WHERE d.alert_id = \(stretch.alert) AND d.supporter_id > \(stretch.after) AND d.supporter_id <= \(stretch.upTo))
                AND \(SQL.isFresh("delivery"))
            """
        )
    }

    /// Forgets the worker's stretches in which everything is settled.
    func dropSettledStretches(of worker: String) throws {
        try execute(
            """
            DELETE FROM delivery_stretch WHERE worker = \(worker) AND NOT EXISTS (SELECT 1 FROM delivery d
                WHERE d.alert_id = delivery_stretch.alert_id AND d.supporter_id > delivery_stretch.after_id
                AND d.supporter_id <= delivery_stretch.up_to AND \(SQL.isFresh("d")))
            """
        )
    }

    private func inside(_ stretch: DeliveryStretch) -> SQL {
        """
        FROM delivery d WHERE d.alert_id = \(stretch.alert) AND d.supporter_id > \(stretch.after) AND d.supporter_id <= \(stretch.upTo)
            AND \(SQL.isFresh("d"))
        """
    }
}

/// Part of an alert's deliveries, in the order of their supporters.
struct DeliveryStretch {
    let alert: Alert.ID
    /// The supporter before its first.
    let after: String
    /// Its last supporter.
    let upTo: String
}

extension DeliveryStretch {
    fileprivate init(_ row: Row) throws {
        self.init(alert: try row("alert_id"), after: try row("after_id"), upTo: try row("up_to"))
    }
}

extension SQL {
    /// Whether a delivery waits and has no turn of its own: it goes with its stretch.
    static func isFresh(_ table: SQL) -> SQL { "\(table).state = \(Delivery.State.waiting) AND \(table).due_at IS NULL" }
}
