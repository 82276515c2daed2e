import HTTPTypes
import Hummingbird
import NIOCore

/// Takes the body of an answer without a connection.
struct TextWriter: ResponseBodyWriter {
    let take: (String) -> Void

    init(_ take: @escaping (String) -> Void) {
        self.take = take
    }

    mutating func write(_ buffer: ByteBuffer) async throws {
        take(String(buffer: buffer))
    }

    consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
