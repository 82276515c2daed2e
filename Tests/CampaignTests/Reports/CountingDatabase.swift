import Storage
import Synchronization

/// A database that counts its transactions, and can be made to fail.
final class CountingDatabase: Database {
    private let database: any Database
    private let state = Mutex((writes: 0, failure: StorageFailure?.none))

    init(_ database: any Database) {
        self.database = database
    }

    var dialect: Dialect { database.dialect }
    var writes: Int { state.withLock { $0.writes } }

    func fail(with failure: StorageFailure?) {
        state.withLock { $0.failure = failure }
    }

    func read<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
        try await database.read(body)
    }

    func write<T: Sendable>(
        keeping: Keeping, isolation: Isolation, _ body: @escaping @Sendable (any Connection) throws -> T
    ) async throws -> T {
        try count()
        return try await database.write(keeping: keeping, isolation: isolation, body)
    }

    func writeBlocking<T>(keeping: Keeping, isolation: Isolation, _ body: (any Connection) throws -> T) throws -> T {
        try count()
        return try database.writeBlocking(keeping: keeping, isolation: isolation, body)
    }

    func noteBlocking(_ statement: SQL) throws {
        try count()
        try database.noteBlocking(statement)
    }

    private func count() throws {
        let failure = state.withLock { state in
            state.writes += 1
            return state.failure
        }
        if let failure { throw failure }
    }

    func remake<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T { try await database.remake(body) }
    func changes() -> AsyncStream<Void> { database.changes() }
    func durability() async throws -> [DurabilitySetting] { try await database.durability() }
    func overwriteDeleted() async throws { try await database.overwriteDeleted() }

    func close() async { await database.close() }
}
