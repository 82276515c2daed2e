import Storage

extension Connection {
    /// Whether anything is to be sent. Asked often, so it looks into the index and, where all are told, no further.
    func hasDueDelivery(to receivers: Receivers, at now: Instant) throws -> Bool {
        try row("SELECT 1 AS one FROM delivery WHERE state = \(Delivery.State.waiting) AND due_at <= \(now) \(receivers.condition) LIMIT 1") != nil
            || row("SELECT 1 AS one FROM delivery WHERE state = \(Delivery.State.held) AND due_at <= \(now) \(receivers.condition) LIMIT 1") != nil
    }

    /// Takes deliveries that are due for `worker`: their due moment is put off to `end`, so that they fall due again if it does not come back.
    ///
    /// PostgreSQL passes over rows that another worker is just taking; SQLite has one writer at a time (see `claimJob`).
    func claimDeliveries(to receivers: Receivers = .all, limit: Int, by worker: String, until end: Instant, at now: Instant) throws -> [Delivery] {
        try relax()
        try foldOldNotes(at: now)
        let due: SQL =
            """
            FROM delivery WHERE state = \(Delivery.State.waiting) AND due_at <= \(now) \(receivers.condition)
            ORDER BY due_at LIMIT \(limit) \(skippingLocked)
            """
        // By where the rows lie: the index of turns knows that, and no other has to be asked. In PostgreSQL they are locked by then, and stay there.
        let chosen: SQL =
            switch dialect {
            case .sqlite: "rowid IN (SELECT rowid \(due))"
            case .postgres: "ctid = ANY (ARRAY (SELECT ctid \(due)))"
            }
        return try rows(
            """
            UPDATE delivery SET claimed_by = \(worker), due_at = \(end), attempts = attempts + 1 WHERE \(chosen)
            RETURNING alert_id, supporter_id, state, attempts
            """
        ).map(Delivery.init)
    }

    /// The same for digests: all that is due of so many supporters.
    func claimDigests(to receivers: Receivers = .all, limit: Int, by worker: String, until end: Instant, at now: Instant) throws -> [Delivery] {
        try relax()
        try foldOldNotes(at: now)
        let people = try rows(
            """
            SELECT DISTINCT supporter_id FROM delivery WHERE state = \(Delivery.State.held) AND due_at <= \(now) \(receivers.condition) LIMIT \(limit)
            """
        )
        guard !people.isEmpty else { return [] }
        return try rows(
            """
            UPDATE delivery SET claimed_by = \(worker), due_at = \(end), attempts = attempts + 1
            WHERE supporter_id IN \(SQL.list(people.map { try $0("supporter_id") as Supporter.ID })) AND state = \(Delivery.State.held) AND due_at <= \(now)
            RETURNING alert_id, supporter_id, state, attempts
            """
        ).map(Delivery.init)
    }

    /// Says that the worker is still at it: puts its claims off once more.
    func keepDeliveries(of worker: String, until end: Instant, at now: Instant) throws {
        try execute(
            """
            UPDATE delivery SET due_at = \(end)
            WHERE state IN (\(Delivery.State.waiting), \(Delivery.State.held)) AND due_at > \(now) AND due_at <= \(end) AND claimed_by = \(worker)
            """
        )
    }

    /// Gives back what was claimed and not begun.
    func releaseDeliveries(of worker: String, until end: Instant, at now: Instant) throws {
        try relax()
        try foldNotes(of: worker)
        try execute(
            """
            UPDATE delivery SET due_at = \(now), claimed_by = NULL, attempts = attempts - 1
            WHERE state IN (\(Delivery.State.waiting), \(Delivery.State.held)) AND due_at > \(now) AND due_at <= \(end) AND claimed_by = \(worker)
            """
        )
    }

    /// Writes down that these went out, those that are still the worker's.
    func noteSent(_ deliveries: [Delivery], by worker: String, at now: Instant) throws {
        for (alert, deliveries) in Dictionary(grouping: deliveries, by: \.alert) {
            try execute(noting(deliveries.map(\.supporter), of: alert, by: worker, at: now))
        }
    }

    /// Writes down what became of a delivery, if it is still the worker's.
    func settle(_ delivery: Delivery, _ fate: Fate, by worker: String) throws {
        let own: SQL = "WHERE alert_id = \(delivery.alert) AND supporter_id = \(delivery.supporter) AND claimed_by = \(worker)"
        switch fate {
        case .sent(let at): try noteSent([delivery], by: worker, at: at)
        case .later(let due, let reason):
            try execute("UPDATE delivery SET due_at = \(due), claimed_by = NULL, reason = \(reason) \(own)")
        case .notYet(let due):
            try execute("UPDATE delivery SET due_at = \(due), claimed_by = NULL, attempts = attempts - 1 \(own)")
        case .skipped(let reason):
            try execute("UPDATE delivery SET state = \(Delivery.State.skipped), claimed_by = NULL, reason = \(reason) \(own)")
        case .gaveUp(let reason):
            try execute("UPDATE delivery SET state = \(Delivery.State.gaveUp), claimed_by = NULL, reason = \(reason) \(own)")
        }
    }

    /// Forgets who was told of what, a number of rows at a time.
    func forgetDeliveries(sentBefore then: Instant, limit: Int) throws -> Int {
        try execute(
            """
            DELETE FROM delivery WHERE (alert_id, supporter_id) IN (SELECT alert_id, supporter_id FROM delivery
                WHERE state IN (\(Delivery.State.sent), \(Delivery.State.skipped), \(Delivery.State.gaveUp)) AND due_at < \(then) LIMIT \(limit))
            """
        )
    }
}

extension Connection {
    /// That an alert went out to these.
    func noting(_ supporters: [Supporter.ID], of alert: Alert.ID, by worker: String, at now: Instant) -> SQL {
        """
        UPDATE delivery SET state = \(Delivery.State.sent), sent_at = \(now), claimed_by = NULL, reason = NULL
        WHERE alert_id = \(alert) AND supporter_id \(isAmong(supporters)) AND claimed_by = \(worker)
        """
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
