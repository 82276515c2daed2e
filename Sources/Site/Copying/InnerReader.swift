import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Synchronization

/// Asks the site's own routes within this process, as a reader without a browser would: no connection, no log line, no count.
struct InnerReader: Sendable {
    private let responder: RouterResponder<Visitor>
    private let host: String

    init(_ router: Router<Visitor>, host: String) {
        responder = router.buildResponder()
        self.host = host
    }

    struct Answer: Sendable {
        let status: Int
        let bytes: [UInt8]
        let isPage: Bool
    }

    func get(_ address: String) async throws -> Answer {
        let head = HTTPRequest(method: .get, scheme: "http", authority: host, path: address)
        let request = Request(head: head, body: RequestBody(buffer: ByteBuffer()))
        let response = try await responder.respond(to: request, context: Visitor(within: Silence()))
        let sheet = Sheet()
        try await response.body.write(Writer(sheet: sheet))
        let type = response.headers[.contentType] ?? ""
        return Answer(status: response.status.code, bytes: sheet.bytes.withLock { $0 }, isPage: type.hasPrefix("text/html"))
    }

    private final class Sheet: Sendable {
        let bytes = Mutex<[UInt8]>([])
    }

    private struct Writer: ResponseBodyWriter {
        let sheet: Sheet

        mutating func write(_ buffer: ByteBuffer) async throws {
            sheet.bytes.withLock { $0 += buffer.readableBytesView }
        }

        consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
    }

    private struct Silence: RequestContextSource {
        let logger = Logger(label: "copy") { _ in SwiftLogNoOpLogHandler() }
    }
}
