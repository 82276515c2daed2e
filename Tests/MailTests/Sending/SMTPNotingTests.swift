import Documents
import Foundation
import Synchronization
import Testing

@testable import Mail

/// Several messages on few lines: what waits for what, and what becomes of one when the line breaks on account of another.
@Suite(.timeLimit(.minutes(3))) struct SMTPNotingTests {
    private func send<T: Sendable>(
        _ name: String, _ transport: SMTPTransport, at domain: String? = nil, noting note: @Sendable (Verdict) async throws -> T
    ) async throws -> T {
        let kind = name.split(separator: "+")[0], place = domain ?? "\(name.replacing("+", with: "-")).example"
        return try await transport.send(
            Array("Subject: \(kind)\r\n\r\nfree\r\n".utf8), from: try #require(MailAddress("bounces@example.org")),
            to: try #require(MailAddress("\(name)@\(place)")), noting: note)
    }

    /// Something that is opened once.
    private final class Latch: Sendable {
        private let ends = AsyncStream<Void>.makeStream()
        private let state = Mutex(false)

        var isOpen: Bool { state.withLock { $0 } }

        func open() {
            state.withLock { $0 = true }
            ends.continuation.finish()
        }

        func wait() async { for await _ in ends.stream {} }
    }

    @Test(arguments: HostileServer.manners)
    func `a line ends no message before what became of the last one is noted`(_ manner: [String]) async throws {
        let server = try HostileServer(manner), transport = try server.transport(), noted = Latch(), isNoted = Latch()
        let first = Task {
            try await send("rosa+1", transport) { verdict in
                await noted.wait()
                isNoted.open()
                return verdict
            }
        }
        _ = try await server.taken(1)
        let others = (2...4).map { number in
            Task { try await send("rosa+\(number)", transport) { verdict in (verdict, isNoted.isOpen) } }
        }
        try await Task.sleep(for: .milliseconds(300))
        #expect(server.taken.count == 1)
        noted.open()
        #expect(try await first.value.isAccepted)
        for other in others {
            let (verdict, isAfter) = try await other.value
            #expect(verdict.isAccepted && isAfter)
        }
        #expect(try await server.taken(4).map(\.connection) == [1, 1, 1, 1])
        await transport.close()
    }

    @Test(arguments: HostileServer.manners)
    func `other lines go on meanwhile`(_ manner: [String]) async throws {
        let server = try HostileServer(manner), transport = try server.transport(connections: 2), noted = Latch()
        let first = Task { try await send("rosa+1", transport) { _ in await noted.wait() } }
        _ = try await server.taken(1)
        for number in 2...5 { #expect(try await send("rosa+\(number)", transport) { $0 }.isAccepted) }
        #expect(try await server.taken(5).map(\.connection) == [1, 2, 2, 2, 2])
        noted.open()
        try await first.value
        await transport.close()
    }

    private struct Unnoted: Error {}

    @Test(arguments: HostileServer.manners)
    func `what cannot be noted ends the line, and the next one is handed back untried`(_ manner: [String]) async throws {
        let server = try HostileServer(manner), transport = try server.transport(), failed = Latch()
        let first = Task {
            try await send("rosa+1", transport) { _ in
                await failed.wait()
                throw Unnoted()
            }
        }
        _ = try await server.taken(1)
        let second = Task { try await send("rosa+2", transport) { $0 } }
        try await Task.sleep(for: .milliseconds(200))
        failed.open()
        await #expect(throws: Unnoted.self) { try await first.value }
        #expect(try await second.value == .postponed(.zero))
        #expect(try await send("rosa+3", transport) { $0 }.isAccepted)
        #expect(try await server.taken(3).filter(\.whole).map(\.to) == ["rosa+1@rosa-1.example", "rosa+3@rosa-3.example"])
        await transport.close()
    }

    @Test(arguments: HostileServer.manners)
    func `a message that waits too long behind another is handed back, to be looked at again`(_ manner: [String]) async throws {
        let server = try HostileServer(manner), transport = try server.transport(patience: 30, waiting: 1), noted = Latch()
        let first = Task { try await send("rosa+1", transport) { _ in await noted.wait() } }
        _ = try await server.taken(1)
        let begun = ContinuousClock.now
        async let second = send("rosa+2", transport) { $0 }
        async let third = send("rosa+3", transport) { $0 }
        let verdicts = try await [second, third]
        #expect(verdicts == [.postponed(.zero), .postponed(.zero)])
        #expect(begun.duration(to: .now) < .seconds(10))
        noted.open()
        try await first.value
        #expect(try await send("rosa+4", transport) { $0 }.isAccepted)
        #expect(try await server.taken(3).filter(\.whole).map(\.to) == ["rosa+1@rosa-1.example", "rosa+4@rosa-4.example"])
        await transport.close()
    }

    /// What the verdict on a message to such a recipient is.
    private static func isExpected(_ verdict: Verdict, for kind: String) -> Bool {
        switch (kind, verdict) {
        case ("rosa", .accepted), ("refuse", .refused), ("late", .refused): true
        case ("full", .refusedForNow), ("later", .refusedForNow), ("busy", .refusedForNow), ("grey", .refusedForNow): true
        case ("vanish", .refusedForNow), ("doubt", .refusedForNow), ("nonsense", .refusedForNow): true
        default: false
        }
    }

    @Test(arguments: HostileServer.manners)
    func `among all kinds of trouble each message has its own verdict, and none is lost or doubled`(_ manner: [String]) async throws {
        let server = try HostileServer(manner), transport = try server.transport(connections: 3, waiting: 60)
        let trouble = ["refuse", "late", "full", "later", "busy", "grey", "vanish", "doubt", "nonsense"]
        let names = (0..<90).map { "\($0 % 2 == 0 ? "rosa" : trouble[$0 / 2 % trouble.count])+\($0)" }
        let verdicts = try await withThrowingTaskGroup(of: (String, Verdict).self) { group in
            for name in names { group.addTask { (name, try await send(name, transport) { $0 }) } }
            return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
        }
        await transport.close()
        for name in names {
            let kind = String(name.split(separator: "+")[0]), verdict = try #require(verdicts[name])
            #expect(Self.isExpected(verdict, for: kind), "\(name): \(verdict)")
        }
        let arrived = try await server.taken(50).map { String($0.to.split(separator: "@")[0]) }
        #expect(arrived.sorted() == names.filter { $0.hasPrefix("rosa") || $0.hasPrefix("doubt") }.sorted())
    }

    @Test(arguments: HostileServer.manners)
    func `a server that falls silent keeps one line waiting, and no other`(_ manner: [String]) async throws {
        let server = try HostileServer(manner), transport = try server.transport(connections: 2, patience: 4)
        async let hanging = send("hang", transport) { $0 }
        for number in 0..<20 { #expect(try await send("rosa+\(number)", transport) { $0 }.isAccepted) }
        let verdict = try await hanging
        #expect(verdict.waitingWords?.contains("no answer in time") == true)
        await transport.close()
        #expect(try await server.taken(20).count == 20)
    }
}
