import HTTPTypes
import NIOCore

/// The head of an answer as it travels, whose date is put right once a second.
struct AnswerHead {
    private var bytes: ByteBuffer
    private let place: Int
    private var second: Int64 = 0

    init(_ status: HTTPResponse.Status, _ fields: HTTPFields, length: Int?) {
        let start = "HTTP/1.1 \(status.code) \(status.reasonPhrase)\r\ndate: "
        let lines = fields.map { "\($0.name.rawName.lowercased()): \($0.value)\r\n" }.joined()
        place = start.utf8.count
        bytes = ByteBuffer(string: "\(start)\(HTTPDay.blank)\r\n\(lines)\(length.map { "content-length: \($0)\r\n" } ?? "")\r\n")
    }

    /// The bytes to send now.
    mutating func dated(_ day: HTTPDay) -> ByteBuffer {
        if day.second != second {
            bytes.setBytes(day.bytes, at: place)
            second = day.second
        }
        return bytes
    }
}
