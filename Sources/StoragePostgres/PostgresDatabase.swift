package import Storage

/// A PostgreSQL database, spoken to over a few sessions that are opened when they are first needed.
package final class PostgresDatabase: Database {
    package let dialect = Dialect.postgres
    private let pool: SessionPool
    private let listener: Listener

    /// How long a transaction that others keep upsetting is repeated before it is given up as ``StorageFailure/busy``.
    private static let patience = Duration.seconds(10)

    /// Nothing is connected yet: an unreachable server shows at the first transaction. `url` is what libpq understands.
    package init(url: String, sessions: Int) {
        pool = SessionPool((0..<max(1, sessions)).map { _ in Session(address: url) })
        listener = Listener(address: url)
    }

    deinit {
        listener.stop()
    }

    package func read<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
        try await repeated(.read, body)
    }

    package func write<T: Sendable>(keeping: Keeping, _ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
        try await repeated(.write(keeping), body)
    }

    /// Repeats what met another transaction, for as long as we have patience.
    private func repeated<T: Sendable>(_ access: Access, _ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
        let deadline = ContinuousClock.now + Self.patience
        var pause = Pause()
        while true {
            do {
                return try await pool.with { try await $0.transaction(access, body) }
            } catch is Session.Conflict {
                guard ContinuousClock.now < deadline else { throw StorageFailure.busy }
                try await Task.sleep(for: pause.next())
            }
        }
    }

    package func changes() -> AsyncStream<Void> {
        defer { listener.start() }
        return listener.announcements.stream()
    }

    package func durability() async throws -> [DurabilitySetting] {
        try await read { db in
            try db.rows("SELECT name, setting FROM pg_settings WHERE name IN ('fsync', 'full_page_writes', 'synchronous_commit') ORDER BY name")
                .map { row in
                    let value: String = try row("setting")
                    return DurabilitySetting(name: try row("name"), value: value, isSafe: value != "off")
                }
        }
    }

    /// Nothing to do: tables that were truncated have new files, and the write-ahead log is the server's.
    package func overwriteDeleted() async throws {}

    package func close() async {
        await listener.close()
        await pool.close()
    }
}
