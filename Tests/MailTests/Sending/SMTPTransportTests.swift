import Documents
import Foundation
import Testing

@testable import Mail

@Suite(.timeLimit(.minutes(3))) struct SMTPTransportTests {
    private let sender = "bounces@example.org"

    /// Each recipient is at a domain of its own, so that one's trouble is nobody else's.
    private func send(
        _ kind: String, _ transport: SMTPTransport, at domain: String? = nil, bytes: String = "Subject: UA\r\n\r\nfree\r\n", from: String? = nil
    )
        async throws -> Verdict
    {
        let recipient = try #require(MailAddress("\(kind)@\(domain ?? "\(kind.filter(\.isLetter)).example")"))
        return await transport.send(Array(bytes.utf8), from: try #require(MailAddress(from ?? sender)), to: recipient)
    }

    @Test(arguments: HostileServer.manners)
    func `a message arrives byte for byte, lines of full stops too`(_ manner: [String]) async throws {
        let server = try HostileServer(manner), transport = try server.transport()
        let message = "Subject: UA\r\n\r\n.\r\n..\r\n.a\r\n\r\nend.\r\n.\r\n"
        #expect(try await send("rosa", transport, bytes: message) == .accepted("250 2.0.0 queued as 1-1"))
        #expect(try await send("\"ro@sa\\\" lee\"", transport, bytes: "Subject: x\r\n\r\n") == .accepted("250 2.0.0 queued as 1-2"))
        await transport.close()
        let taken = try await server.taken(2)
        #expect(taken.map { String(decoding: $0.bytes, as: UTF8.self) } == [message, "Subject: x\r\n\r\n"])
        #expect(taken.map(\.to) == ["rosa@rosa.example", "\"ro@sa\\\" lee\"@rosalee.example"] && taken.allSatisfy { $0.from == sender })
    }

    @Test(arguments: HostileServer.manners)
    func `connections are kept, and no more are opened than allowed`(_ manner: [String]) async throws {
        let server = try HostileServer(manner), transport = try server.transport(connections: 3)
        let verdicts = try await withThrowingTaskGroup(of: Verdict.self) { group in
            for number in 0..<60 { group.addTask { try await send("rosa+\(number)", transport) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        await transport.close()
        #expect(verdicts.count == 60 && verdicts.allSatisfy { if case .accepted = $0 { true } else { false } })
        let taken = try await server.taken(60)
        #expect(Set(taken.map(\.to)).count == 60 && taken.count == 60)
        #expect((1...3).contains(Set(taken.map(\.connection)).count))
    }

    private static let verdicts = [
        ("refuse", Verdict.refused("550 5.1.1 (address) user unknown")), ("late", .refused("554 5.7.1 we do not like it")),
        ("full", .refusedForNow("452 4.2.2 mailbox full")), ("later", .refusedForNow("451 4.3.0 try again later")),
        ("busy", .refusedForNow("421 4.7.0 come back later")), ("grey", .refusedForNow("451 4.7.1 Greylisted, come back")),
    ]

    @Test(arguments: verdicts, HostileServer.manners)
    func `the verdict tells what the server said, and the next message goes its way`(_ case: (String, Verdict), _ manner: [String]) async throws {
        let server = try HostileServer(manner), transport = try server.transport()
        #expect(try await send(`case`.0, transport) == `case`.1)
        #expect(server.taken.isEmpty)
        #expect(try await send("rosa", transport, bytes: "Subject: next\r\n\r\n").isAccepted)
        #expect(try await server.taken(1).map { String(decoding: $0.bytes, as: UTF8.self) } == ["Subject: next\r\n\r\n"])
        await transport.close()
    }

    @Test(arguments: ["vanish", "doubt", "nonsense", "long", "hang"], HostileServer.manners)
    func `a server that breaks off, talks nonsense or falls silent makes no verdict for ever`(_ kind: String, _ manner: [String]) async throws {
        let server = try HostileServer(manner), transport = try server.transport(patience: 1)
        let verdict = try await send(kind, transport, bytes: "Subject: UA\r\n\r\n" + String(repeating: "free\r\n", count: 1_000_000))
        #expect(verdict.waitingWords?.contains("may have arrived") == (kind == "doubt"))
        if kind == "doubt" { #expect(try await server.taken(1).map(\.whole) == [true]) }
        #expect(try await send("rosa", transport).isAccepted)
        await transport.close()
    }

    @Test func `who is greylisted is taken when asked again`() async throws {
        let server = try HostileServer(), transport = try server.transport()
        _ = try await send("grey", transport)
        #expect(try await send("grey", transport).isAccepted)
        await transport.close()
    }

    @Test func `a domain that asks for patience is left alone, another one is not`() async throws {
        let server = try HostileServer(), transport = try server.transport()
        _ = try await send("busy", transport, at: "example.org")
        #expect(try await send("rosa", transport, at: "example.org").isPostponed)
        #expect(try await send("rosa", transport, at: "example.net").isAccepted)
        await transport.close()
    }

    @Test(arguments: HostileServer.manners)
    func `a line that the server gives up is opened anew, and nothing is lost or doubled`(_ manner: [String]) async throws {
        let server = try HostileServer(["--limit", "2"] + manner), transport = try server.transport()
        for number in 0..<7 { #expect(try await send("rosa+\(number)", transport).isAccepted) }
        await transport.close()
        let taken = try await server.taken(7)
        #expect(taken.map(\.to) == (0..<7).map { "rosa+\($0)@rosa.example" })
        #expect(taken.map(\.connection) == [1, 1, 2, 2, 3, 3, 4])
    }

    @Test(arguments: HostileServer.manners)
    func `a refused return path is nobody's fault but ours`(_ manner: [String]) async throws {
        let server = try HostileServer(manner), transport = try server.transport()
        let verdict = try await send("rosa", transport, from: "badsender@example.org")
        #expect(verdict == .refusedForNow("the return path was refused: 550 5.7.1 sender not allowed"))
        #expect(server.taken.isEmpty)
        await transport.close()
    }

    @Test(arguments: ["hang", "nonsense", "refuse", "close"])
    func `a server that does not let us in holds everything up, and loses nothing`(_ greeting: String) async throws {
        let server = try HostileServer("--greeting", greeting), transport = try server.transport(patience: 1)
        #expect(try await send("rosa", transport).waitingWords != nil)
        #expect(try await send("amina", transport).isPostponed)
        await transport.close()
        #expect(server.taken.isEmpty)
    }

    @Test func `after the close nothing is sent, and what hangs is broken off`() async throws {
        let server = try HostileServer(), transport = try server.transport(connections: 2, patience: 300)
        async let hanging = send("hang", transport)
        #expect(try await send("rosa", transport).isAccepted)
        await transport.close()
        #expect(!(try await hanging.isAccepted))
        #expect(try await send("rosa", transport) == .postponed(.zero))
        #expect(try await server.taken(1).count == 1)
    }
}

extension Verdict {
    var isAccepted: Bool { if case .accepted = self { true } else { false } }
    /// For a while, and not by a close.
    var isPostponed: Bool { if case .postponed(let pause) = self { pause > .zero && pause <= .seconds(1) } else { false } }
    /// Of a refusal for now.
    var waitingWords: String? { if case .refusedForNow(let words) = self { words } else { nil } }
}
