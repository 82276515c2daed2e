import Foundation
package import Storage
import Synchronization

/// A PostgreSQL database, spoken to over a few sessions that are opened when they are first needed.
package final class PostgresDatabase: Database {
    package let dialect = Dialect.postgres
    private let pool: SessionPool
    /// For those who wait on a thread of their own; nobody has it who waits for one of the pool.
    private let blocking: Session
    /// For what is noted without a word before and after it.
    private let noting: Session
    private let isClosed = Atomic(false)
    private let listener: Listener
    private let contact: Contact
    private let horizon: Horizon
    private let followers: [Replica]
    private let turn = Atomic(0)

    /// Nothing is connected yet: an unreachable server shows at the first transaction.
    ///
    /// - Parameters:
    ///   - url: what libpq understands; several hosts where one stands in for another.
    ///   - replicas: servers that follow, in the same words. They are read once ``changes()`` are listened to.
    package init(url: String, replicas: [String] = [], sessions: Int) {
        let address = PostgresAddress(url), contact = Contact(), horizon = Horizon()
        self.contact = contact
        self.horizon = horizon
        followers = replicas.enumerated().map { place, url in
            Replica(number: place + 1, address: PostgresAddress(url), sessions: sessions, horizon: horizon)
        }
        func session() -> Session { Session(address: address, contact: contact, horizon: replicas.isEmpty ? nil : horizon) }
        pool = SessionPool((0..<max(1, sessions)).map { _ in session() })
        blocking = session()
        noting = Session(address: address, contact: contact, settings: Access.notes)
        listener = Listener(address: address, contact: contact, horizon: replicas.isEmpty ? nil : horizon)
    }

    deinit {
        listener.stop()
    }

    package func read<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
        try await repeated(.read, body)
    }

    package func readAnywhere<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
        guard !followers.isEmpty else { return try await repeated(.readSettled, body) }
        let place = turn.add(1, ordering: .relaxed).newValue % followers.count
        for replica in followers[place...] + followers[..<place] where replica.state.isInUse {
            if let result = try await replica.read(body) { return result }
        }
        let (result, reached) = try await repeated(.readSettled) { db in
            let result = try body(db)
            let reached: Int64? = try db.row(SQL(verbatim: Pulse.positionQuestion))?("position")
            return (result, reached)
        }
        if let reached { horizon.raise(to: reached) }
        return result
    }

    package var replicas: [ReplicaState] { followers.map(\.state) }

    package func write<T: Sendable>(
        keeping: Keeping, isolation: Isolation, _ body: @escaping @Sendable (any Connection) throws -> T
    ) async throws -> T {
        try await repeated(.write(keeping, isolation), body)
    }

    package func writeBlocking<T>(keeping: Keeping, isolation: Isolation, _ body: (any Connection) throws -> T) throws -> T {
        let access = Access.write(keeping, isolation)
        var pause = Pause()
        while true {
            try ensureContact()
            guard !isClosed.load(ordering: .relaxed) else { throw StorageFailure.unreachable("the database is closed") }
            do { return try blocking.transactionBlocking(access, body) } catch {
                Thread.sleep(forTimeInterval: try pause.next(after: error, of: access) / .seconds(1))
            }
        }
    }

    package func noteBlocking(_ statement: SQL) throws {
        try ensureContact()
        guard !isClosed.load(ordering: .relaxed) else { throw StorageFailure.unreachable("the database is closed") }
        try noting.runBlocking(statement)
    }

    /// PostgreSQL refuses to drop a table to which others refer; a step that needs this has nothing to say to it.
    package func remake<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T { try await write(body) }

    private func repeated<T: Sendable>(_ access: Access, _ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
        var pause = Pause()
        while true {
            try ensureContact()
            do { return try await pool.with { try await $0.transaction(access, body) } } catch {
                try await Task.sleep(for: pause.next(after: error, of: access))
            }
        }
    }

    /// As long as nothing is heard of the server, nobody waits for it.
    private func ensureContact() throws {
        guard !contact.isLost else { throw StorageFailure.unreachable("the server does not answer") }
    }

    package func changes() -> AsyncStream<Void> {
        defer {
            listener.start()
            followers.forEach { $0.start() }
        }
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
        isClosed.store(true, ordering: .relaxed)
        await blocking.close()
        await noting.close()
        for replica in followers { await replica.close() }
    }
}
