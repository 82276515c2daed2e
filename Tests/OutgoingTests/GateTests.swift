import Foundation
import Testing

@testable import Outgoing

@Suite struct GateTests {
    private let short: OutgoingLimits = {
        var limits = OutgoingLimits()
        limits.milliseconds = 700
        return limits
    }()

    @Test func `an opened address is asked, with its certificate looked at`() async throws {
        try await Peer.with { (peer) async throws in
            #expect(try await peer.get("/hello").body == Array("hello".utf8))
            await #expect(throws: OutgoingFailure.untrusted) { try await peer.gate(trusted: false).send(OutgoingRequest(try peer.url("/hello"))) }
            #expect(try await peer.seen().count == 1)
        }
    }

    @Test func `without an opening nobody on this machine is asked`() async throws {
        try await Peer.with { (peer) async throws in
            let gate = OutgoingGate(ports: [443, peer.start.port], authorities: peer.start.authorities)
            await #expect(throws: OutgoingFailure.refused(.notPublic("loopback"))) { try await gate.send(OutgoingRequest(try peer.url("/hello"))) }
            let beside = try OutgoingURL("https://127.0.0.2:\(peer.start.port)/")
            await #expect(throws: OutgoingFailure.refused(.notPublic("loopback"))) { try await peer.gate().send(OutgoingRequest(beside)) }
            let elsewhere = try OutgoingURL("https://127.0.0.1:\(peer.start.port - 1)/")
            await #expect(throws: OutgoingFailure.refused(.notPublic("loopback"))) { try await peer.gate().send(OutgoingRequest(elsewhere)) }
            #expect(try await peer.seen().isEmpty)
        }
    }

    @Test(arguments: ["https://8.8.8.8:22/", "https://push.example.org:25/", "https://[2001:4860:4860::8888]:8080/"])
    func `a public server is asked at the ports of the list alone`(_ text: String) async throws {
        let gate = OutgoingGate(resolver: ScriptedResolver(["8.8.8.8"])), url = try OutgoingURL(text)
        await #expect(throws: OutgoingFailure.refused(.port(url.port))) { try await gate.send(OutgoingRequest(url)) }
    }

    @Test(arguments: [["10.1.2.3"], ["8.8.8.8", "192.168.1.1"], ["8.8.8.8", "::1"], ["::ffff:8.8.8.8"], ["64:ff9b::808:808"], ["169.254.169.254"]])
    func `a name with one address that is not public is not asked`(_ addresses: [String]) async throws {
        let gate = OutgoingGate(resolver: ScriptedResolver(addresses)), url = try OutgoingURL("https://push.example.org/")
        let failure = await #expect(throws: OutgoingFailure.self) { try await gate.send(OutgoingRequest(url)) }
        guard case .refused(.notPublic) = failure else {
            Issue.record("\(String(describing: failure))")
            return
        }
    }

    @Test func `a name without an address is said to have none`() async throws {
        let gate = OutgoingGate(resolver: ScriptedResolver([])), url = try OutgoingURL("https://push.example.org/")
        await #expect(throws: OutgoingFailure.unknownName) { try await gate.send(OutgoingRequest(url)) }
    }

    @Test func `the connection goes to the address that was looked at, whatever the name says later`() async throws {
        try await Peer.with { (peer) async throws in
            let names = ScriptedResolver(["127.0.0.1"], ["10.0.0.1"])
            let gate = try peer.gate(resolver: names), url = try peer.url("/hello", host: "push.example.org")
            #expect(try await gate.send(OutgoingRequest(url)).status == 200)
            #expect(names.asked == 1, "the name was looked up once")
            await #expect(throws: OutgoingFailure.refused(.notPublic("private use"))) { try await gate.send(OutgoingRequest(url)) }
        }
    }

    @Test func `libcurl may not connect to an address that was not looked at`() async throws {
        try await Peer.with { (peer) async throws in
            let other = try #require(IPAddress("192.0.2.1")), handle = try #require(CurlHandle())
            let place = CheckedPlace(try peer.url("/hello"), at: [other])
            let exchange = CurlExchange(OutgoingRequest(place.url), to: place, OutgoingLimits())
            let result = exchange.run(handle, within: 5_000, authorities: peer.start.authorities)
            guard case .failure(.unreachable) = result else {
                Issue.record("\(result)")
                return
            }
            #expect(try await peer.seen().isEmpty)
        }
    }

    @Test func `a redirect is an answer and is not followed`() async throws {
        try await Peer.with { (peer) async throws in
            let answer = try await peer.get("/redirect")
            #expect(answer.status == 307 && answer.headers["location"]?.hasSuffix("/secret") == true)
            #expect(try await peer.seen().map(\.path) == ["/redirect"])
        }
    }

    @Test(arguments: ["/long", "/forever", "/headers"])
    func `no more is taken than is allowed`(_ path: String) async throws {
        try await Peer.with { (peer) async throws in
            await #expect(throws: OutgoingFailure.answerTooLong) { try await peer.get(path) }
        }
    }

    @Test func `a server that never answers is left`() async throws {
        try await Peer.with { (peer) async throws in
            await #expect(throws: OutgoingFailure.tookTooLong) { try await peer.get("/silent", short) }
        }
    }

    @Test func `a name server that never answers is left`() async throws {
        let gate = OutgoingGate(limits: short, resolver: SilentResolver()), url = try OutgoingURL("https://push.example.org/")
        await #expect(throws: OutgoingFailure.tookTooLong) { try await gate.send(OutgoingRequest(url)) }
    }

    @Test(arguments: ["/nonsense", "/broken"])
    func `nonsense is a failure and not an answer`(_ path: String) async throws {
        try await Peer.with { (peer) async throws in
            let failure = await #expect(throws: OutgoingFailure.self) { try await peer.get(path) }
            guard case .unreachable = failure else {
                Issue.record("\(String(describing: failure))")
                return
            }
        }
    }

    @Test func `a header of two lines and a body without end are not sent`() async throws {
        let gate = OutgoingGate(resolver: ScriptedResolver(["8.8.8.8"])), url = try OutgoingURL("https://push.example.org/")
        for headers in [[("Topic", "a\r\nHost: b")], [("To\npic", "a")], [("", "a")], [("Topic", "é")]] {
            await #expect(throws: OutgoingFailure.refused(.unfitRequest)) { try await gate.send(OutgoingRequest(url, headers: headers)) }
        }
        let body = [UInt8](repeating: 0, count: 20_000)
        await #expect(throws: OutgoingFailure.refused(.unfitRequest)) { try await gate.send(OutgoingRequest(url, body: body)) }
    }

    @Test func `many at once wait for their turn and all get their answer`() async throws {
        try await Peer.with { (peer) async throws in
            let gate = try peer.gate(), url = try peer.url("/hello")
            let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<60 { group.addTask { try await gate.send(OutgoingRequest(url)).status } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(statuses == Array(repeating: 200, count: 60))
        }
    }
}

/// Keeps its caller for three seconds, longer than the test allows.
private struct SilentResolver: NameResolver {
    func addresses(of name: String) -> [IPAddress] {
        Thread.sleep(forTimeInterval: 3)
        return []
    }
}
