import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

extension Response {
    /// A flat JSON object of texts and numbers, its members in order of their names.
    static func json(_ texts: [String: String], _ numbers: [String: Int?], status: HTTPResponse.Status, type: String = "application/json") -> Response
    {
        let members = texts.mapValues { Member.text($0) }.merging(numbers.mapValues { $0.map(Member.number) ?? .null }) { $1 }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let body = (try? encoder.encode(members)) ?? Data("{}".utf8)
        return Response(
            status: status, headers: [.contentType: type, .cacheControl: Caching.never.directive], body: .init(byteBuffer: ByteBuffer(bytes: body))
        )
    }

    private enum Member: Encodable {
        case text(String), number(Int), null

        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            switch self {
            case .text(let text): try container.encode(text)
            case .number(let number): try container.encode(number)
            case .null: try container.encodeNil()
            }
        }
    }
}
