package import Hummingbird
import HTTPTypes
import NIOCore

/// What somebody sent: named texts in their order, whether they came as a form or as a JSON object.
///
///     let form = try await FormBody.read(request)
///     form["channel"]        // "post"
package struct FormBody: Sendable, Equatable {
    package struct Field: Sendable, Equatable {
        package let name: String
        package let value: String
    }

    /// How much a form may hold.
    package struct Bounds: Sendable {
        package var bytes = Limits.form
        package var fields = 200
        package var nameBytes = 100
        package init() {}
    }

    package let fields: [Field]

    package init(_ fields: [Field] = []) {
        self.fields = fields
    }

    /// The first value under a name.
    package subscript(name: String) -> String? {
        fields.first { $0.name == name }?.value
    }

    /// Every value under a name, as a group of check boxes sends them.
    package func all(_ name: String) -> [String] {
        fields.filter { $0.name == name }.map(\.value)
    }

    /// Reads the body of a request. Throws a ``FormRefusal`` (400, 413 or 415), never a fault.
    package static func read(_ request: Request, within bounds: Bounds = Bounds()) async throws -> FormBody {
        let buffer = try await request.body.collect(upTo: bounds.bytes)
        let bytes = Array(buffer.readableBytesView)
        if let length = request.headers[.contentLength], Int(length) != bytes.count { throw FormRefusal.malformed("body cut short") }
        switch mediaType(request.headers[.contentType]) {
        case "application/x-www-form-urlencoded": return try FormBody(urlEncoded: bytes, within: bounds)
        case "application/json": return try FormBody(json: bytes, within: bounds)
        default: throw FormRefusal.unknownType
        }
    }

    private static func mediaType(_ field: String?) -> String? {
        field?.split(separator: ";").first.map { $0.lowercased().filter { !$0.isWhitespace } }
    }
}
