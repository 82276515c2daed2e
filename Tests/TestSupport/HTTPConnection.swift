import NIOCore
import NIOHTTP1
import NIOPosix

/// One kept-alive connection of a small HTTP/1.1 client for tests.
///
///     let visitor = try await HTTPConnection.open(port: port)
///     let answer = try await visitor.get("/en/", headers: ["accept-encoding": "gzip"])
package struct HTTPConnection: Sendable {
    private let channel: any Channel

    package static func open(port: Int) async throws -> HTTPConnection {
        let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    let pipeline = channel.pipeline.syncOperations
                    try pipeline.addHTTPClientHandlers()
                    try pipeline.addHandler(HTTPAnswerCollector())
                }
            }
            .connect(host: "127.0.0.1", port: port).get()
        return HTTPConnection(channel: channel)
    }

    /// Sends one request and waits for its answer. The host is "localhost" unless the headers say otherwise.
    package func send(
        _ method: String,
        _ path: String,
        headers: [String: String] = [:],
        body: [UInt8] = []
    ) async throws -> HTTPAnswer {
        var fields = HTTPHeaders(headers.map { ($0, $1) })
        if !fields.contains(name: "host") { fields.add(name: "host", value: "localhost") }
        if method == "POST", !fields.contains(name: "transfer-encoding") { fields.replaceOrAdd(name: "content-length", value: "\(body.count)") }
        let head = HTTPRequestHead(version: .http1_1, method: HTTPMethod(rawValue: method), uri: path, headers: fields)
        let answer = channel.eventLoop.makePromise(of: HTTPAnswer.self)
        channel.writeAndFlush(HTTPQuestion(head: head, body: body, answer: answer), promise: nil)
        return try await answer.futureResult.get()
    }

    package func get(_ path: String, headers: [String: String] = [:]) async throws -> HTTPAnswer {
        try await send("GET", path, headers: headers)
    }

    package func head(_ path: String, headers: [String: String] = [:]) async throws -> HTTPAnswer {
        try await send("HEAD", path, headers: headers)
    }

    /// Sends bytes as a form, or as whatever `content-type` the headers name.
    package func post(_ path: String, _ body: String, headers: [String: String] = [:]) async throws -> HTTPAnswer {
        var fields = headers
        fields["content-type"] = fields["content-type"] ?? "application/x-www-form-urlencoded"
        return try await send("POST", path, headers: fields, body: Array(body.utf8))
    }

    package func post(_ path: String, form: [(String, String)], headers: [String: String] = [:]) async throws -> HTTPAnswer {
        let pairs = form.map { "\(Self.escaped($0.0))=\(Self.escaped($0.1))" }
        return try await post(path, pairs.joined(separator: "&"), headers: headers)
    }

    /// Whether the server has ended the connection.
    package var isClosed: Bool { !channel.isActive }

    /// Returns when the server has ended the connection.
    package func closed() async throws {
        try await channel.closeFuture.get()
    }

    package func close() async {
        try? await channel.close().get()
    }

    private static func escaped(_ text: String) -> String {
        text.utf8.map { byte in
            let character = Character(UnicodeScalar(byte))
            return character.isASCII && (character.isLetter || character.isNumber) ? String(character) : "%" + hex(byte)
        }.joined()
    }

    private static func hex(_ byte: UInt8) -> String {
        (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }
}
