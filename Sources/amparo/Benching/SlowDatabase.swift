import Foundation
import Storage

/// A database on a disk that takes its time: each commit is answered so much later.
struct SlowDatabase: Storage.Database {
    let database: any Storage.Database
    let delay: Duration

    var dialect: Dialect { database.dialect }

    func read<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T { try await database.read(body) }

    func write<T: Sendable>(
        keeping: Keeping, isolation: Isolation, _ body: @escaping @Sendable (any Connection) throws -> T
    ) async throws -> T {
        let result = try await database.write(keeping: keeping, isolation: isolation, body)
        try await Task.sleep(for: delay)
        return result
    }

    func writeBlocking<T>(keeping: Keeping, isolation: Isolation, _ body: (any Connection) throws -> T) throws -> T {
        let result = try database.writeBlocking(keeping: keeping, isolation: isolation, body)
        Thread.sleep(forTimeInterval: delay / .seconds(1))
        return result
    }

    func noteBlocking(_ statement: SQL) throws {
        try database.noteBlocking(statement)
        Thread.sleep(forTimeInterval: delay / .seconds(1))
    }

    func remake<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T { try await database.remake(body) }
    func changes() -> AsyncStream<Void> { database.changes() }
    func durability() async throws -> [DurabilitySetting] { try await database.durability() }
    func overwriteDeleted() async throws { try await database.overwriteDeleted() }
    func close() async {}
}
