import Storage

extension Connection {
    /// Whether anything is to be sent. Asked often, so it looks into the indexes and, where all are told, no further.
    func hasDueDelivery(to receivers: Receivers, at now: Instant) throws -> Bool {
        try row("SELECT 1 AS one FROM delivery WHERE in_digest IN (\(false), \(true)) AND due_at <= \(now) \(receivers.condition) LIMIT 1") != nil
            || hasFreeStretch(at: now)
    }

    /// Takes deliveries for `worker`, which has until `end` to settle them: those whose own moment has come, and then what is next of an alert.
    func claimDeliveries(to receivers: Receivers = .all, limit: Int, by worker: String, until end: Instant, at now: Instant) throws -> [Delivery] {
        try relax()
        try foldOldNotes(at: now)
        var claimed = try claimTurns(to: receivers, limit: limit, by: worker, until: end, at: now)
        while claimed.count < limit, let stretch = try claimStretch(limit: limit - claimed.count, by: worker, until: end, at: now) {
            if receivers == .withoutAddress { try leaveMailed(in: stretch, at: now) }
            claimed += try fresh(in: stretch)
        }
        try dropSettledStretches(of: worker)
        return claimed
    }

    /// Puts their moment off to `end`, so that they fall due again if the worker does not come back.
    ///
    /// PostgreSQL passes over rows that another worker is just taking; SQLite has one writer at a time (see `claimJob`).
    private func claimTurns(to receivers: Receivers, limit: Int, by worker: String, until end: Instant, at now: Instant) throws -> [Delivery] {
        try rows(
            """
            UPDATE delivery SET claimed_by = \(worker), due_at = \(end), attempts = attempts + 1
            WHERE (alert_id, supporter_id) IN (SELECT alert_id, supporter_id FROM delivery
                WHERE in_digest = \(false) AND due_at <= \(now) \(receivers.condition) ORDER BY due_at LIMIT \(limit) \(skippingLocked))
            RETURNING alert_id, supporter_id, state, attempts
            """
        ).map(Delivery.init)
    }

    /// The same for digests: all that is due of so many supporters.
    func claimDigests(to receivers: Receivers = .all, limit: Int, by worker: String, until end: Instant, at now: Instant) throws -> [Delivery] {
        try relax()
        try foldOldNotes(at: now)
        let people = try rows(
            "SELECT DISTINCT supporter_id FROM delivery WHERE in_digest = \(true) AND due_at <= \(now) \(receivers.condition) LIMIT \(limit)")
        guard !people.isEmpty else { return [] }
        return try rows(
            """
            UPDATE delivery SET claimed_by = \(worker), due_at = \(end), attempts = attempts + 1
            WHERE supporter_id IN \(SQL.list(people.map { try $0("supporter_id") as Supporter.ID })) AND in_digest = \(true) AND due_at <= \(now)
            RETURNING alert_id, supporter_id, state, attempts
            """
        ).map(Delivery.init)
    }

    /// Says that the worker is still at it: puts its claims off once more.
    func keepDeliveries(of worker: String, until end: Instant, at now: Instant) throws {
        try execute("UPDATE delivery SET due_at = \(end) WHERE \(claimed(by: worker, until: end, at: now))")
        try execute("UPDATE delivery_stretch SET due_at = \(end) WHERE due_at > \(now) AND due_at <= \(end) AND worker = \(worker)")
    }

    /// Gives back what was claimed and not begun.
    func releaseDeliveries(of worker: String, until end: Instant, at now: Instant) throws {
        try relax()
        try foldNotes(of: worker)
        try execute(
            """
            UPDATE delivery SET due_at = \(now), claimed_by = NULL, attempts = attempts - 1 WHERE \(claimed(by: worker, until: end, at: now))
            """
        )
        try dropSettledStretches(of: worker)
        try execute("UPDATE delivery_stretch SET due_at = \(now) WHERE due_at > \(now) AND worker = \(worker)")
    }

    private func claimed(by worker: String, until end: Instant, at now: Instant) -> SQL {
        "in_digest IN (\(false), \(true)) AND due_at > \(now) AND due_at <= \(end) AND claimed_by = \(worker)"
    }

    /// Writes down that these went out, those that no other worker has claimed.
    func noteSent(_ deliveries: [Delivery], by worker: String, at now: Instant) throws {
        for (alert, deliveries) in Dictionary(grouping: deliveries, by: \.alert) {
            for statement in noting(deliveries.map(\.supporter), of: alert, by: worker, at: now) { try execute(statement) }
        }
    }

    /// Writes down what became of a delivery, unless another worker has claimed it.
    func settle(_ delivery: Delivery, _ fate: Fate, by worker: String, at now: Instant) throws {
        let change: SQL
        switch fate {
        case .sent(let at): return try noteSent([delivery], by: worker, at: at)
        case .later(let due, let reason): change = "due_at = \(due), attempts = \(delivery.attempts), reason = \(reason)"
        case .notYet(let due): change = "due_at = \(due), attempts = \(delivery.attempts - 1)"
        case .skipped(let reason): change = ending(delivery, .skipped, because: reason.rawValue, at: now)
        case .gaveUp(let reason): change = ending(delivery, .gaveUp, because: reason, at: now)
        }
        try execute(
            """
            UPDATE delivery SET \(change), claimed_by = NULL
            WHERE alert_id = \(delivery.alert) AND supporter_id = \(delivery.supporter) AND \(isOpen(for: worker))
            """
        )
    }

    private func ending(_ delivery: Delivery, _ state: Delivery.State, because reason: String, at now: Instant) -> SQL {
        "state = \(state), settled_at = \(now), due_at = NULL, attempts = \(delivery.attempts), reason = \(reason)"
    }

    /// The alerts of which something may be forgotten.
    func alertsWithDeliveries(approvedBefore then: Instant) throws -> [Alert.ID] {
        try rows(
            "SELECT l.id FROM alert l WHERE l.approved_at < \(then) AND EXISTS (SELECT 1 FROM delivery d WHERE d.alert_id = l.id) ORDER BY l.approved_at"
        ).map { try $0("id") }
    }

    /// Forgets who was told of an alert, a page of supporters at a time. Whom it looked at last; nil once there are no more.
    func forgetDeliveries(of alert: Alert.ID, settledBefore then: Instant, after last: String, limit: Int) throws -> String? {
        let page = try rows(
            "SELECT supporter_id FROM delivery WHERE alert_id = \(alert) AND supporter_id > \(last) ORDER BY supporter_id LIMIT \(limit)")
        guard let end: String = try page.last?("supporter_id") else { return nil }
        try execute(
            """
            DELETE FROM delivery WHERE alert_id = \(alert) AND supporter_id > \(last) AND supporter_id <= \(end) AND settled_at < \(then)
            """
        )
        return end
    }
}

extension Connection {
    /// That an alert went out to these; and when one of it last did.
    func noting(_ supporters: [Supporter.ID], of alert: Alert.ID, by worker: String, at now: Instant) -> [SQL] {
        [
            """
            UPDATE delivery SET state = \(Delivery.State.sent), settled_at = \(now), due_at = NULL, claimed_by = NULL, reason = NULL,
                attempts = CASE attempts WHEN 0 THEN 1 ELSE attempts END
            WHERE alert_id = \(alert) AND supporter_id \(isAmong(supporters)) AND \(isOpen(for: worker))
            """,
            "UPDATE alert SET last_sent_at = \(now) WHERE id = \(alert) AND (last_sent_at IS NULL OR last_sent_at < \(now))",
        ]
    }

    /// Whether a delivery is not settled, and no other worker's. What lies in a stretch is claimed with it; who is late and finds it another's
    /// says all the same that a mail went out.
    private func isOpen(for worker: String) -> SQL {
        "state IN (\(Delivery.State.waiting), \(Delivery.State.held)) AND (claimed_by IS NULL OR claimed_by = \(worker))"
    }
}

/// Whom a process tells. What it has no way to is left to another, or until it has one.
package enum Receivers: Sendable {
    case all
    /// Those who gave no address: where no mail is sent.
    case withoutAddress

    fileprivate var condition: SQL {
        self == .all ? "" : "AND NOT EXISTS (SELECT 1 FROM identity i WHERE i.supporter_id = delivery.supporter_id)"
    }
}

/// What became of one attempt, as it is written down.
enum Fate: Sendable, Equatable {
    case sent(at: Instant)
    case later(Instant, because: String)
    /// Not tried; no attempt counts.
    case notYet(Instant)
    case skipped(SkipReason)
    case gaveUp(String)

    /// Its kind, without a word of anybody's.
    var verdict: String {
        switch self {
        case .sent: "sent"
        case .later: "later"
        case .notYet: "not_yet"
        case .skipped: "skipped"
        case .gaveUp: "gave_up"
        }
    }
}

extension Delivery {
    init(_ row: Row) throws {
        self.init(alert: try row("alert_id"), supporter: try row("supporter_id"), state: try row("state"), attempts: try row("attempts"))
    }
}
