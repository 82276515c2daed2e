import Documents
import HTTPTypes
import Hummingbird

/// A form that brings files (RFC 7578), read strictly and never beyond its bounds.
struct UploadForm: Sendable {
    private static let mostParts = 50, longestHead = 2_000

    private(set) var fields: [FormBody.Field] = []
    private(set) var files: [String: [UInt8]] = [:]

    /// The first value under a name; nil for a file.
    subscript(name: String) -> String? { fields.first { $0.name == name }?.value }

    /// Reads the body of a request. Throws a `FormRefusal`.
    static func read(_ request: Request, bytes limit: Int) async throws -> UploadForm {
        let type = request.headers[.contentType] ?? ""
        guard type.lowercased().hasPrefix("multipart/form-data"), let boundary = boundary(in: type) else { throw FormRefusal.unknownType }
        let buffer = try await request.body.collect(upTo: limit)
        return try UploadForm(Array(buffer.readableBytesView), boundary: boundary)
    }

    init(_ bytes: [UInt8], boundary: String) throws(FormRefusal) {
        let line = Array("--\(boundary)".utf8)
        guard bytes.starts(with: line) else { throw .malformed("no boundary") }
        var place = line.count, parts = 0
        while true {
            if bytes[place...].starts(with: [0x2D, 0x2D]) { return }
            guard bytes[place...].starts(with: [0x0D, 0x0A]), parts < Self.mostParts else { throw .malformed("parts") }
            parts += 1
            let start = place + 2
            guard let head = Self.find([0x0D, 0x0A, 0x0D, 0x0A], in: bytes, from: start, within: Self.longestHead),
                let end = Self.find([0x0D, 0x0A] + line, in: bytes, from: head + 4, within: bytes.count)
            else { throw .malformed("a part without an end") }
            try take(String(decoding: bytes[start..<head], as: UTF8.self), bytes[(head + 4)..<end])
            place = end + 2 + line.count
        }
    }

    private mutating func take(_ head: String, _ body: ArraySlice<UInt8>) throws(FormRefusal) {
        let disposition = head.split(separator: "\r\n").first { $0.lowercased().hasPrefix("content-disposition:") }
        guard let disposition, let name = Self.parameter("name", in: disposition) else { throw .malformed("a part without a name") }
        if Self.parameter("filename", in: disposition) != nil {
            if !body.isEmpty { files[name] = Array(body) }
        } else {
            guard let text = String(validating: body, as: UTF8.self) else { throw .malformed("not UTF-8") }
            fields.append(FormBody.Field(name: name, value: text))
        }
    }

    private static func parameter(_ name: String, in line: Substring) -> String? {
        line.firstRange(of: "; \(name)=\"").map { String(line[$0.upperBound...].prefix { $0 != "\"" }) }
    }

    private static func boundary(in type: String) -> String? {
        guard let start = type.firstRange(of: "boundary=")?.upperBound else { return nil }
        let text = type[start...].prefix { $0 != ";" }.filter { $0 != "\"" && $0 != " " }
        return (1...70).contains(text.utf8.count) ? String(text) : nil
    }

    private static func find(_ piece: [UInt8], in bytes: [UInt8], from start: Int, within most: Int) -> Int? {
        let last = min(bytes.count - piece.count, start + most)
        guard start <= last else { return nil }
        var place = start
        while place <= last {
            guard let next = bytes[place...last].firstIndex(of: piece[0]) else { return nil }
            if bytes[next..<(next + piece.count)].elementsEqual(piece) { return next }
            place = next + 1
        }
        return nil
    }
}

/// How much may be sent to an address, where that is more than any other form may be.
enum UploadRoom {
    static let logo = 4 << 20
    /// A table of the register and the form around it.
    static let table = CSVTable.byteLimit + 10_000

    /// A table of 5,000 rows of counts.
    static let counts = 1 << 20

    static func bytes(for path: String) -> Int {
        if path.hasPrefix("/desk/section/"), path.hasSuffix("/logo") { return logo }
        if path == CountingLinks.table { return counts }
        // What may be longer is bounded again by its route, once it knows who is there.
        if path.hasPrefix(ImportLinks.index) { return Limits.documents }
        if path.hasPrefix(DeskLinks.actions + "/") { return Limits.draft }
        return path == RegisterLinks.table ? table : Limits.form
    }
}
