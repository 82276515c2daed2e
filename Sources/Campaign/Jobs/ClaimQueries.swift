import Storage

extension Connection {
    /// Gives back jobs and deliveries whose claims reach so far ahead of `now` that only a wrong clock can have made them. Tells how many.
    ///
    /// Among several machines the server's clock decides which one is wrong.
    func releaseImpossibleClaims(at now: Instant) throws -> Int {
        let limit: SQL =
            switch dialect {
            case .sqlite: "\(now.adding(seconds: 3_600))"
            case .postgres: "to_char(now() AT TIME ZONE 'UTC' + INTERVAL '1 hour', 'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"')"
            }
        let impossible: SQL = "in_digest IN (\(false), \(true)) AND claimed_by IS NOT NULL AND due_at > \(limit)"
        try foldNotes(
            ofWorkers: "SELECT claimed_by FROM delivery WHERE \(impossible) UNION SELECT worker FROM delivery_stretch WHERE due_at > \(limit)")
        return try execute("UPDATE job SET claimed_until = \(now) WHERE state = \(Job.State.running) AND claimed_until > \(limit)")
            + execute("UPDATE delivery SET due_at = \(now), claimed_by = NULL WHERE \(impossible)")
            + execute("UPDATE delivery_stretch SET due_at = \(now) WHERE due_at > \(limit)")
    }
}
