package import Storage

extension PostgresDatabase {
    /// What the server says to whoever may ask the least: the states of followers are hidden from others than its administrators, their number
    /// and the server's own settings are not.
    package func replication() async throws -> Replication? {
        try await read { db in
            let row = try db.row(
                SQL(
                    verbatim: """
                        \(Pulse.positionQuestion), pg_is_in_recovery() AS follows, (SELECT count(*) FROM pg_stat_replication) AS followers, \
                        current_setting('synchronous_standby_names') <> '' AND current_setting('synchronous_commit') NOT IN ('off', 'local') AS waits, \
                        (SELECT count(DISTINCT COALESCE(host(client_addr), 'here')) FROM pg_stat_activity WHERE application_name = 'amparo') AS machines
                        """))
            return try row.map { row in
                Replication(
                    isReplica: try row("follows"), position: try row("position"), followers: try row("followers"), isSynchronous: try row("waits"),
                    machines: try row("machines"))
            }
        }
    }
}
