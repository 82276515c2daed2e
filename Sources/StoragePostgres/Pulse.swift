import Storage

/// What the server answers to the line that watches it.
struct Pulse {
    /// Which server it is, by when it started.
    let server: String
    /// Which transactions are to be seen. It differs after every commit that wrote, by anybody, and costs no row that all would write.
    let snapshot: String
    /// How far the log of writes reaches: as written on a server that takes writes, as repeated on one that follows.
    let position: Int64
    let isReplica: Bool

    static let question = """
        SELECT CAST(pg_current_snapshot() AS TEXT) AS snapshot, CAST(pg_postmaster_start_time() AS TEXT) AS started, \
        pg_is_in_recovery() AS follows, \(position)
        """
    static let positionQuestion = "SELECT \(position)"

    private static let position = """
        CAST((CASE WHEN pg_is_in_recovery() THEN pg_last_wal_replay_lsn() ELSE pg_current_wal_insert_lsn() END) - '0/0' AS BIGINT) AS position
        """
}

extension Line {
    /// Asks the server how it is; a server that says nothing for two seconds counts as gone.
    func pulse() throws -> Pulse {
        guard let row = try run(Pulse.question, within: .seconds(2)).rows.first else { throw StorageFailure.unreachable("no answer") }
        return Pulse(
            server: "\(server) since \(try row("started") as String)", snapshot: try row("snapshot"), position: try row("position"),
            isReplica: try row("follows"))
    }
}
