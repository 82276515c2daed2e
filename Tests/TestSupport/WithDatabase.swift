import Foundation
package import Storage
import Synchronization

/// Runs `body` on an empty database of its own and removes it afterwards.
package func withDatabase<T>(_ engine: Engine, sessions: Int = 4, _ body: (any Database) async throws -> T) async throws -> T {
    try await withDatabaseURL(engine) { url in
        let database = try Engine.open(url, sessions: sessions)
        return try await finally({ await database.close() }) { try await body(database) }
    }
}

/// Runs `body` with the address of an empty place of its own, so that it can open it several times or hand it to another process.
package func withDatabaseURL<T>(_ engine: Engine, _ body: (DatabaseURL) async throws -> T) async throws -> T {
    switch engine {
    case .sqlite: try await withFolder { try await body(DatabaseURL("sqlite:\($0)/test.sqlite")) }
    case .postgres: try await withSchema(body)
    }
}

/// Runs `body` with the address of a database of its own that is ready to serve, and holds the shipped sections and no action.
package func withReadyDatabaseURL<T>(_ engine: Engine, _ body: (DatabaseURL) async throws -> T) async throws -> T {
    switch engine {
    case .sqlite:
        let ready = try await ReadyDatabase.shared.bytes()
        return try await withFolder { folder in
            try ready.write(to: URL(filePath: "\(folder)/test.sqlite"))
            return try await body(DatabaseURL("sqlite:\(folder)/test.sqlite"))
        }
    case .postgres: return try await withCopy(body)
    }
}

/// Runs `body` with the path of an empty folder and removes it afterwards.
package func withFolder<T>(_ body: (String) async throws -> T) async throws -> T {
    let folder = FileManager.default.temporaryDirectory.appending(path: "amparo-\(uniqueName())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try await body(folder.path())
}

/// A schema is as good as a database of its own, and made twenty times faster.
private func withSchema<T>(_ body: (DatabaseURL) async throws -> T) async throws -> T {
    guard let address = Engine.postgresAddress else { throw MissingServer() }
    await Gate.postgres.enter()
    return try await finally({ await Gate.postgres.leave() }) {
        let name = uniqueName(), server = try Engine.open(DatabaseURL(address), sessions: 1)
        return try await finally({
            _ = try? await server.write { try $0.execute(SQL(verbatim: "DROP SCHEMA IF EXISTS \(name) CASCADE")) }
            await server.close()
        }) {
            try await server.write { try $0.execute(SQL(verbatim: "CREATE SCHEMA \(name)")) }
            let mark = address.contains("?") ? "&" : "?"
            return try await body(DatabaseURL("\(address)\(mark)options=-csearch_path%3D\(name)"))
        }
    }
}

private func withCopy<T>(_ body: (DatabaseURL) async throws -> T) async throws -> T {
    guard let address = Engine.postgresAddress else { throw MissingServer() }
    await Gate.postgres.enter()
    return try await finally({ await Gate.postgres.leave() }) {
        let ready = try await ReadyDatabase.shared.name(at: address), name = uniqueName()
        return try await finally({
            try? await onServer(at: address) { try $0.execute(SQL(verbatim: "DROP DATABASE IF EXISTS \(name) WITH (FORCE)")) }
        }) {
            try await onServer(at: address) { try $0.execute(SQL(verbatim: "CREATE DATABASE \(name) TEMPLATE \(ready)")) }
            return try await body(DatabaseURL(inServer(at: address, name)))
        }
    }
}

/// A server that the test asked for is not there.
private struct MissingServer: Error {}

private let made = Atomic(0)

private func uniqueName() -> String {
    "test_\(ProcessInfo.processInfo.processIdentifier)_\(made.add(1, ordering: .relaxed).newValue)"
}

/// Runs `end` after `body`, however it ends.
private func finally<T>(_ end: () async -> Void, _ body: () async throws -> T) async throws -> T {
    let result: T
    do {
        result = try await body()
    } catch {
        await end()
        throw error
    }
    await end()
    return result
}
