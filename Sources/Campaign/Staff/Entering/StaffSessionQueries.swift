package import Storage

extension Connection {
    /// Who is at the desk with that token at `now`; nil when the session is over, was idle for too long, or its owner has left.
    func atDesk(token: String, at now: Instant) throws -> AtDesk? {
        let hash = Digest.sha256(token)
        let found = try row(
            """
            SELECT s.staff_id, s.proved_at, s.seen_at FROM staff_session s JOIN staff m ON m.id = s.staff_id
            WHERE s.token_hash = \(hash) AND s.expires_at > \(now) AND s.seen_at > \(now.adding(seconds: -StaffTimes.idleSeconds))
                AND m.state = \(StaffMember.State.active)
            """
        )
        guard let found, let member = try staffMember(found("staff_id")) else { return nil }
        return AtDesk(member: member, session: hash, provedAt: try found("proved_at"), seenAt: try found("seen_at"))
    }

    /// The open sessions of somebody, the latest first.
    package func openSessions(of member: StaffMember.ID, at now: Instant) throws -> [OpenSession] {
        try rows(
            """
            SELECT token_hash, started_at, seen_at, browser FROM staff_session
            WHERE staff_id = \(member) AND expires_at > \(now) AND seen_at > \(now.adding(seconds: -StaffTimes.idleSeconds))
            ORDER BY seen_at DESC
            """
        ).map { OpenSession(hash: try $0("token_hash"), startedAt: try $0("started_at"), seenAt: try $0("seen_at"), browser: try $0("browser")) }
    }

    func insert(_ session: StaffSession, of member: StaffMember.ID, browser: String, at now: Instant) throws {
        try execute("DELETE FROM staff_session WHERE expires_at <= \(now)")
        try execute(
            """
            INSERT INTO staff_session (token_hash, staff_id, browser, started_at, seen_at, proved_at, expires_at)
            VALUES (\(Digest.sha256(session.token)), \(member), \(browser), \(now), \(now), \(now), \(session.endsAt))
            """
        )
    }

    func noteSeen(_ session: String, at now: Instant) throws {
        try execute("UPDATE staff_session SET seen_at = \(now) WHERE token_hash = \(session)")
    }

    func noteProved(_ session: String, at now: Instant) throws {
        try execute("UPDATE staff_session SET proved_at = \(now) WHERE token_hash = \(session)")
    }

    /// The same session under a new token.
    func renew(_ session: String, token: String) throws {
        try execute("UPDATE staff_session SET token_hash = \(Digest.sha256(token)) WHERE token_hash = \(session)")
    }

    func deleteStaffSession(_ hash: String, of member: StaffMember.ID) throws {
        try execute("DELETE FROM staff_session WHERE token_hash = \(hash) AND staff_id = \(member)")
    }

    func deleteStaffSession(token: String) throws {
        try execute("DELETE FROM staff_session WHERE token_hash = \(Digest.sha256(token))")
    }

    func deleteStaffSessions(of member: StaffMember.ID, but session: String) throws {
        try execute("DELETE FROM staff_session WHERE staff_id = \(member) AND token_hash <> \(session)")
    }

    func deleteStaffSessions(of member: StaffMember.ID) throws {
        try execute("DELETE FROM staff_session WHERE staff_id = \(member)")
    }
}
