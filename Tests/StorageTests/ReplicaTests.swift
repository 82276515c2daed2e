import Foundation
import Storage
import TestSupport
import Testing

@testable import StoragePostgres

/// The server that is tested on stands in for its own replica: it always has everything. One that has not is in Tests/EndToEnd/machines.py.
@Suite(.enabled(if: Engine.available.contains(.postgres)), .timeLimit(.minutes(5))) struct ReplicaTests {
    private struct Refusal: Error {}

    /// Opens a database with these replicas, once it listens to changes; `{url}` stands for its own address.
    private func withReplicas(_ replicas: String..., body: (PostgresDatabase) async throws -> Void) async throws {
        try await withDatabaseURL(.postgres) { url in
            guard case .postgres(let address) = url else { return }
            let database = PostgresDatabase(url: address, replicas: replicas.map { $0.replacing("{url}", with: address) }, sessions: 2)
            try await database.write { _ = try $0.execute("CREATE TABLE note (text TEXT)") }
            let changes = database.changes()
            for await _ in changes { break }
            do { try await body(database) } catch {
                await database.close()
                throw error
            }
            await database.close()
        }
    }

    private func inUse(_ database: PostgresDatabase) async throws {
        while !database.replicas.allSatisfy({ $0.isInUse }) { try await Task.sleep(for: .milliseconds(20)) }
    }

    @Test func `a replica is read, and has what was written a moment before`() async throws {
        try await withReplicas("{url}") { database in
            try await inUse(database)
            for number in 1...20 {
                try await database.write { _ = try $0.execute("INSERT INTO note VALUES (\("\(number)"))") }
                let count: Int = try await database.readAnywhere { try $0.only("n", of: "SELECT count(*) AS n FROM note") }
                #expect(count == number)
            }
            #expect(database.replicas[0].reads == 20)
        }
    }

    @Test func `several replicas are read in turn`() async throws {
        try await withReplicas("{url}", "{url}") { database in
            try await inUse(database)
            for _ in 1...10 { _ = try await database.readAnywhere { try $0.rows("SELECT text FROM note") } }
            #expect(database.replicas.map(\.reads) == [5, 5])
        }
    }

    @Test func `a replica that does not answer is left out, and nobody notices`() async throws {
        try await withReplicas("postgres://127.0.0.1:1/amparo") { database in
            for _ in 1...3 { _ = try await database.readAnywhere { try $0.rows("SELECT text FROM note") } }
            #expect(database.replicas.map(\.isInUse) == [false])
            #expect(database.replicas.map(\.isReachable) == [false])
            #expect(database.replicas.map(\.reads) == [0])
        }
    }

    @Test func `what is refused in a read is told, and the read is not done again elsewhere`() async throws {
        try await withReplicas("{url}") { database in
            try await inUse(database)
            await #expect(throws: Refusal.self) { _ = try await database.readAnywhere { _ in throw Refusal() } }
            await #expect(throws: StorageFailure.readOnly) { try await database.readAnywhere { _ = try $0.execute("INSERT INTO note VALUES ('x')") } }
        }
    }

    @Test func `before anybody listens to changes only the server itself is read`() async throws {
        try await withDatabaseURL(.postgres) { url in
            guard case .postgres(let address) = url else { return }
            let database = PostgresDatabase(url: address, replicas: [address], sessions: 1)
            _ = try await database.readAnywhere { try $0.rows("SELECT 1 AS one") }
            #expect(database.replicas.map(\.reads) == [0])
            await database.close()
        }
    }

    @Test func `a replica that lacks something known is not read`() async throws {
        try await withDatabaseURL(.postgres) { url in
            guard case .postgres(let address) = url else { return }
            let horizon = Horizon(), replica = Replica(number: 1, address: PostgresAddress(address), sessions: 1, horizon: horizon)
            horizon.confirm(0, isNew: true)
            replica.start()
            while !replica.state.isInUse { try await Task.sleep(for: .milliseconds(20)) }
            #expect(try await replica.read { try $0.rows("SELECT 1 AS one").count } == 1)
            horizon.raise(to: .max)
            #expect(try await replica.read { try $0.rows("SELECT 1 AS one").count } == nil)
            while replica.state.secondsBehind < 1 { try await Task.sleep(for: .milliseconds(50)) }
            horizon.confirm(0, isNew: true)  // another server takes writes, and is not as far
            #expect(try await replica.read { try $0.rows("SELECT 1 AS one").count } == 1)
            await replica.close()
        }
    }

    @Test func `while it is not known how far the server is no replica is read`() async throws {
        let horizon = Horizon()
        #expect(horizon.position == nil)
        horizon.confirm(7, isNew: true)
        horizon.raise(to: 5)
        #expect(horizon.position == 7)
        horizon.forget()
        #expect(horizon.position == nil)
        horizon.confirm(6, isNew: false)
        #expect(horizon.position == 7)
    }
}
