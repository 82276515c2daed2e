import Documents
import Storage

extension Connection {
    /// Sign-ups that no open link confirms any more.
    func deleteUnconfirmed(at now: Instant) throws -> Int {
        try execute(
            """
            DELETE FROM supporter WHERE state = \(Supporter.State.unconfirmed)
            AND NOT EXISTS (SELECT 1 FROM mailed_link l WHERE l.supporter_id = supporter.id AND l.purpose = 'confirm' AND l.expires_at > \(now))
            """
        )
    }

    /// Links that are over and not counted any more.
    func deleteOldLinks(at now: Instant) throws -> Int {
        let counted = now.adding(seconds: -Retention.linkCountSeconds)
        return try execute("DELETE FROM mailed_link WHERE expires_at <= \(now) AND sent_at <= \(counted)")
    }

    func deleteOldSessions(at now: Instant) throws -> Int {
        try execute("DELETE FROM supporter_session WHERE expires_at <= \(now)")
    }

    /// Confirmed supporters who did nothing here for very long and were not asked yet.
    ///
    /// - Parameters:
    ///   - mailed: whether those with an address can be asked here.
    ///   - pushed: whether those with a browser can.
    func inactive(at now: Instant, mailed: Bool, pushed: Bool, limit: Int) throws -> [Supporter.ID] {
        let since = now.universalDay.adding(days: -Retention.inactiveDays)
        return try rows(
            """
            SELECT id FROM supporter WHERE state = \(Supporter.State.confirmed) AND active_on <= \(since) AND asked_on IS NULL
                \(without("identity", unless: mailed)) \(without("push_subscription", unless: pushed))
            ORDER BY active_on, id LIMIT \(limit)
            """
        ).map { try $0("id") }
    }

    /// Nobody with a row in `table`, which is one of ours and never typed.
    private func without(_ table: String, unless isAsked: Bool) -> SQL {
        isAsked ? "" : SQL(verbatim: "AND NOT EXISTS (SELECT 1 FROM \(table) w WHERE w.supporter_id = supporter.id)")
    }

    /// Notes that a supporter is asked, once.
    func noteQuestion(to supporter: Supporter.ID, on day: Day) throws -> Bool {
        try execute("UPDATE supporter SET asked_on = \(day) WHERE id = \(supporter) AND asked_on IS NULL") == 1
    }

    /// Those who were asked and did not answer, and those who ended alerts and did not come back.
    func gone(at now: Instant, limit: Int, id: Supporter.ID? = nil) throws -> [Supporter.ID] {
        let today = now.universalDay
        let one: SQL = id.map { "s.id = \($0)" } ?? "1 = 1"
        return try rows(
            """
            SELECT s.id FROM supporter s LEFT JOIN identity i ON i.supporter_id = s.id
            WHERE \(one) AND s.state = \(Supporter.State.confirmed) AND (s.asked_on <= \(today.adding(days: -Retention.stayDays))
                OR (s.active_on <= \(today.adding(days: -Retention.unsubscribedDays))
                    AND EXISTS (SELECT 1 FROM suppression x WHERE x.lookup = i.lookup AND x.reason = \(Suppression.Reason.unsubscribed))))
            ORDER BY s.id LIMIT \(limit)
            """
        ).map { try $0("id") }
    }
}
