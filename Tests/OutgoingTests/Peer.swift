import Foundation
import Testing

@testable import Outgoing

/// `Fixtures/peer.py`: a push service and gateway on loopback, in another language by other hands.
final class Peer: Sendable {
    struct Start: Decodable {
        let port: Int, authorities: String, key: String, secret: String
    }

    /// What it saw of one request; what was encrypted, as it decrypted it.
    struct Seen: Decodable {
        let path: String, method: String
        let headers: [String: String]?
        let message: Message?
        let token: Token?
        let error: String?
        let length: Int?
    }

    struct Token: Decodable {
        let head: [String: String], claims: Claims, k: String
    }

    struct Claims: Decodable {
        let aud: String, exp: Int, sub: String
    }

    /// A push message's text, or a text message's parts.
    enum Message: Decodable, Equatable {
        case text(String), parts([String: String])

        init(from decoder: any Decoder) throws {
            let value = try decoder.singleValueContainer()
            if let text = try? value.decode(String.self) { self = .text(text) } else { self = .parts(try value.decode([String: String].self)) }
        }
    }

    let start: Start

    private init(_ start: Start) {
        self.start = start
    }

    func address(_ path: String, host: String = "127.0.0.1") -> String {
        "https://\(host):\(start.port)\(path)"
    }

    func url(_ path: String, host: String = "127.0.0.1") throws -> OutgoingURL {
        try OutgoingURL(address(path, host: host))
    }

    /// A gate that may ask this peer and else public servers alone.
    func gate(_ limits: OutgoingLimits = OutgoingLimits(), resolver: any NameResolver = SystemResolver(), trusted: Bool = true) throws -> OutgoingGate
    {
        let home = try #require(IPAddress("127.0.0.1"))
        return OutgoingGate(
            openings: [Opening(home, port: start.port)], limits: limits, resolver: resolver, authorities: trusted ? start.authorities : nil)
    }

    func get(_ path: String, _ limits: OutgoingLimits = OutgoingLimits()) async throws -> OutgoingAnswer {
        try await gate(limits).send(OutgoingRequest(try url(path)))
    }

    func seen() async throws -> [Seen] {
        try JSONDecoder().decode([Seen].self, from: Data(try await get("/seen").body))
    }

    /// The browser that this peer holds the keys of.
    func browser(_ path: String) throws -> PushAddress {
        try #require(PushAddress(endpoint: address(path), key: start.key, secret: start.secret))
    }

    /// Runs `body` beside a peer, and ends the peer afterwards.
    static func with(_ body: (Peer) async throws -> Void) async throws {
        await places.enter()
        let result: Result<Void, any Error>
        do { result = .success(try await run(body)) } catch { result = .failure(error) }
        places.leave()
        try result.get()
    }

    /// Each is a process: all tests at once would starve one another.
    private static let places = Turns(3)

    private static func run(_ body: (Peer) async throws -> Void) async throws {
        let process = Process(), input = Pipe(), output = Pipe()
        process.executableURL = root.appending(path: ".venv/bin/python")
        process.arguments = [root.appending(path: "Tests/OutgoingTests/Fixtures/peer.py").path]
        (process.standardInput, process.standardOutput) = (input, output)
        try process.run()
        defer { try? input.fileHandleForWriting.close() }
        let line = await firstLine(of: output.fileHandleForReading)
        try await body(Peer(try JSONDecoder().decode(Start.self, from: line)))
    }

    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    private static func firstLine(of file: FileHandle) async -> Data {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread {
                var line = Data()
                while !line.contains(UInt8(ascii: "\n")), case let more = file.availableData, !more.isEmpty { line += more }
                continuation.resume(returning: line)
            }
        }
    }
}
