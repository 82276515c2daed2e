import GRDB
package import Storage
import Synchronization

/// A database in one SQLite file, which other processes may open too.
package final class SQLiteDatabase: Storage.Database {
    package let dialect = Dialect.sqlite
    private let pool: DatabasePool
    private let watch: CommitWatch
    /// Of the writer, which alone asks.
    private let isFlushing = Mutex(true)
    private let isClosed = Atomic(false)

    /// Opens the file, and makes it when it is missing; its folder must exist.
    package init(path: String) throws {
        (pool, watch) = try StorageFailure.translated {
            let pool = try DatabasePool(path: path, configuration: Self.configuration)
            // The pool sets `synchronous` itself when it opens, so FULL holds only if it is set afterwards.
            // The writer keeps its pages from one transaction to the next, so that more of them pay; readers begin anew after each commit.
            try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL; PRAGMA cache_size = -8192") }
            return (pool, try CommitWatch(path: path, configuration: Self.configuration))
        }
    }

    private static var configuration: Configuration {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(5)
        return configuration
    }

    package func read<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
        try await StorageFailure.translated {
            try await pool.read { try SQLiteConnection($0).run(body) }
        }
    }

    package func write<T: Sendable>(
        keeping: Keeping, isolation: Isolation, _ body: @escaping @Sendable (any Connection) throws -> T
    ) async throws -> T {
        try await StorageFailure.translated {
            try await pool.writeWithoutTransaction { [self] db in try transaction(db, keeping, body) }
        }
    }

    package func writeBlocking<T>(keeping: Keeping, isolation: Isolation, _ body: (any Connection) throws -> T) throws -> T {
        guard !isClosed.load(ordering: .relaxed) else { throw StorageFailure.unreachable("the database is closed") }
        return try StorageFailure.translated {
            try pool.writeWithoutTransaction { db in try transaction(db, keeping, body) }
        }
    }

    package func noteBlocking(_ statement: Storage.SQL) throws {
        guard !isClosed.load(ordering: .relaxed) else { throw StorageFailure.unreachable("the database is closed") }
        try StorageFailure.translated {
            try pool.writeWithoutTransaction { db in
                try flush(false, db)
                try SQLiteConnection(db).run { _ = try $0.execute(statement) }
            }
        }
    }

    /// Dropping a table would empty it first, and take along whatever refers to its rows; so references are not minded meanwhile.
    package func remake<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
        try await StorageFailure.translated {
            try await pool.writeWithoutTransaction { [self] db in
                try db.execute(sql: "PRAGMA foreign_keys = OFF")
                let result = Result {
                    try transaction(db, .throughPowerCuts) { connection in
                        let result = try body(connection)
                        if let lost = try connection.row("PRAGMA foreign_key_check") { throw StorageFailure.foreignKey(try lost("table")) }
                        return result
                    }
                }
                try db.execute(sql: "PRAGMA foreign_keys = ON")
                return try result.get()
            }
        }
    }

    private func transaction<T>(_ db: GRDB.Database, _ keeping: Keeping, _ body: (any Connection) throws -> T) throws -> T {
        try flush(keeping == .throughPowerCuts, db)
        var result: T?
        try db.inTransaction(.immediate) {
            result = try SQLiteConnection(db).run(body)
            return .commit
        }
        guard let result else { throw StorageFailure.other(code: "", message: "a transaction gave nothing") }
        return result
    }

    /// Whether commits from now on wait for the disk. What does not wait is written to the log, and flushed by the next commit that does.
    ///
    /// The setting holds between transactions alone, and is said when it changes: those that note mail follow each other a thousand times a second.
    private func flush(_ isWanted: Bool, _ db: GRDB.Database) throws {
        try isFlushing.withLock { isFlushing in
            guard isFlushing != isWanted else { return }
            try db.execute(sql: "PRAGMA synchronous = \(isWanted ? "FULL" : "NORMAL")")
            isFlushing = isWanted
        }
    }

    package func changes() -> AsyncStream<Void> {
        watch.announcements.stream()
    }

    package func durability() async throws -> [DurabilitySetting] {
        try await StorageFailure.translated {
            try await pool.writeWithoutTransaction { [self] db in
                try flush(true, db)
                let journal = try String.fetchOne(db, sql: "PRAGMA journal_mode") ?? ""
                let synchronous = try Int.fetchOne(db, sql: "PRAGMA synchronous") ?? 0
                return [
                    DurabilitySetting(name: "journal_mode", value: journal, isSafe: journal == "wal"),
                    DurabilitySetting(name: "synchronous", value: "\(synchronous)", isSafe: synchronous >= 2),
                ]
            }
        }
    }

    /// The file is written anew without what was deleted, and the log beside it emptied.
    package func overwriteDeleted() async throws {
        try await StorageFailure.translated {
            try await pool.writeWithoutTransaction { [self] db in
                try flush(true, db)
                try db.execute(sql: "PRAGMA secure_delete = ON")
                try db.execute(sql: "VACUUM")
                try db.checkpoint(.truncate)
            }
        }
    }

    package func close() async {
        isClosed.store(true, ordering: .relaxed)
        await watch.stop()
        try? pool.close()
    }
}
