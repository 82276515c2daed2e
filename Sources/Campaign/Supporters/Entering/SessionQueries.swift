import Storage

extension Connection {
    /// The supporter whose session has that token and is not over at `now`.
    package func supporter(session token: String, at now: Instant) throws -> Supporter? {
        let found = try row("SELECT supporter_id FROM supporter_session WHERE token_hash = \(Digest.sha256(token)) AND expires_at > \(now)")
        return try found.flatMap { try supporter($0("supporter_id")) }
    }

    func insert(_ session: SupporterSession, from start: Instant) throws {
        try execute(
            """
            INSERT INTO supporter_session (token_hash, supporter_id, started_at, expires_at)
            VALUES (\(Digest.sha256(session.token)), \(session.supporter), \(start), \(session.endsAt))
            """
        )
    }

    func deleteSession(token: String) throws {
        try execute("DELETE FROM supporter_session WHERE token_hash = \(Digest.sha256(token))")
    }

    func deleteSessions(of supporter: Supporter.ID) throws {
        try execute("DELETE FROM supporter_session WHERE supporter_id = \(supporter)")
    }
}
