import Foundation
import Storage
import TestSupport
import Testing

@testable import StoragePostgres

@Suite(.timeLimit(.minutes(5))) struct ContactTests {
    @Test func `another server begins an era, and the same one does not`() {
        let contact = Contact()
        contact.noteAnswer(by: "a since 1")
        contact.noteAnswer(by: "a since 1")
        #expect(contact.era == 0)
        contact.noteAnswer(by: "b since 2")
        #expect(contact.era == 1)
    }

    @Test func `silence counts only while somebody watches`() async throws {
        let contact = Contact()
        #expect(!contact.isLost)
        contact.beginWatch()
        #expect(!contact.isLost)
        try await Task.sleep(for: .seconds(5.1))
        #expect(contact.isLost)
        contact.noteAnswer()
        #expect(!contact.isLost)
    }

    /// A server that takes connections and says nothing, as a frozen machine does.
    @Test(.enabled(if: Engine.available.contains(.postgres))) func `nobody waits for long for a server that says nothing`() async throws {
        let silent = try SilentServer()
        let database = PostgresDatabase(url: "postgres://test@127.0.0.1:\(silent.port)/amparo?connect_timeout=2", sessions: 2)
        _ = database.changes()
        try await Task.sleep(for: .seconds(6))
        let start = ContinuousClock.now
        for _ in 1...20 {
            await #expect(throws: StorageFailure.unreachable("the server does not answer")) {
                _ = try await database.read { try $0.rows("SELECT 1 AS one") }
            }
        }
        #expect(ContinuousClock.now - start < .seconds(2))  // what `connect_timeout` would have taken for one
        await database.close()
    }

    @Test(.enabled(if: Engine.available.contains(.postgres))) func `a commit whose notification never comes is heard all the same`() async throws {
        try await withDatabaseURL(.postgres) { url in
            guard case .postgres(let address) = url else { return }
            // one that lives in another schema tells those who listen there
            let here = PostgresDatabase(url: address, sessions: 1)
            let there = PostgresDatabase(url: address.replacing(/[?&]options=.*/, with: ""), sessions: 1)
            try await here.write { _ = try $0.execute("CREATE TABLE note (text TEXT)") }
            let schema: String = try await here.read { try $0.only("name", of: "SELECT CAST(current_schema() AS TEXT) AS name") }
            var changes = here.changes().makeAsyncIterator()
            await changes.next()
            try await Task.sleep(for: .seconds(1))
            try await there.write { _ = try $0.execute(SQL(verbatim: "INSERT INTO \(schema).note VALUES ('x')")) }
            await changes.next()
            await here.close()
            await there.close()
        }
    }
}

/// Listens, and never accepts: the kernel does, and nobody answers.
private final class SilentServer {
    let port: UInt16
    private let socket: Int32

    struct Failure: Error {}

    init() throws {
        socket = Foundation.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in(), size = socklen_t(MemoryLayout<sockaddr_in>.size)
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
        let own = socket
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
                bind(own, pointer, size) == 0 && listen(own, 50) == 0 && getsockname(own, pointer, &size) == 0
            }
        }
        guard isBound else { throw Failure() }
        port = UInt16(bigEndian: address.sin_port)
    }

    deinit { close(socket) }
}
