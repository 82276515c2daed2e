import HTTPTypes
import Hummingbird
import NIOCore

/// A form with files, as browsers send it (RFC 7578): each part with its name, and of a file the name it has there.
struct MultipartBody: Sendable {
    struct Part: Sendable, Equatable {
        let name: String
        /// nil for what was typed.
        let fileName: String?
        let bytes: [UInt8]
    }

    struct Bounds: Sendable {
        var bytes: Int
        var parts = 200
        var headerBytes = 8_192
    }

    let parts: [Part]

    /// The parts that are files somebody chose: a browser sends an empty one where nothing was chosen.
    var files: [Part] { parts.filter { part in part.fileName.map { !$0.isEmpty || !part.bytes.isEmpty } ?? false } }

    subscript(name: String) -> String? {
        parts.first { $0.name == name && $0.fileName == nil }.map { String(decoding: $0.bytes, as: UTF8.self) }
    }

    /// The bytes of the file under a name; nil where none was chosen.
    func file(_ name: String) -> [UInt8]? {
        parts.first { $0.name == name && $0.fileName != nil && !$0.bytes.isEmpty }?.bytes
    }

    /// The same of a form that may come without files, as browsers send one by default.
    static func read(_ request: Request, orPlain bounds: Bounds) async throws -> MultipartBody {
        guard boundary(of: request.headers[.contentType]) == nil else { return try await read(request, within: bounds) }
        var plain = FormBody.Bounds()
        plain.bytes = bounds.bytes
        let form = try await FormBody.read(request, within: plain)
        return MultipartBody(parts: form.fields.map { Part(name: $0.name, fileName: nil, bytes: Array($0.value.utf8)) })
    }

    private init(parts: [Part]) { self.parts = parts }

    /// Reads the body of a request. Throws a `FormRefusal`, never a fault.
    static func read(_ request: Request, within bounds: Bounds) async throws -> MultipartBody {
        guard let boundary = boundary(of: request.headers[.contentType]) else { throw FormRefusal.unknownType }
        if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > bounds.bytes { throw FormRefusal.tooLarge }
        let buffer: ByteBuffer
        do { buffer = try await request.body.collect(upTo: bounds.bytes) } catch is NIOTooManyBytesError { throw FormRefusal.tooLarge }
        return try MultipartBody(Array(buffer.readableBytesView), boundary: boundary, within: bounds)
    }

    init(_ bytes: [UInt8], boundary: String, within bounds: Bounds) throws(FormRefusal) {
        let mark = Array("--\(boundary)".utf8)
        guard let first = bytes.firstPlace(of: mark, from: 0), first == 0 || bytes.isLineStart(first) else { throw .malformed("no first boundary") }
        var parts: [Part] = [], place = first + mark.count
        let delimiter = [13, 10] + mark
        while !bytes[place...].starts(with: [45, 45]) {
            guard parts.count < bounds.parts else { throw .tooLarge }
            while place < bytes.count, bytes[place] == 32 || bytes[place] == 9 { place += 1 }
            guard bytes[min(place, bytes.count)...].starts(with: [13, 10]) else { throw .malformed("no line end after a boundary") }
            // The line end before the boundary is not part of what stands before it: an empty part has none of its own.
            guard let end = bytes.firstPlace(of: delimiter, from: place) else { throw .malformed("no last boundary") }
            parts.append(try Self.part(bytes[min(place + 2, end)..<end], within: bounds))
            place = end + delimiter.count
        }
        self.parts = parts
    }

    private static func part(_ bytes: ArraySlice<UInt8>, within bounds: Bounds) throws(FormRefusal) -> Part {
        let whole = Array(bytes)
        guard let end = whole.firstPlace(of: [13, 10, 13, 10], from: 0), end <= bounds.headerBytes else {
            throw .malformed("a part without a header")
        }
        let header = String(decoding: whole[..<end], as: UTF8.self)
        let line = header.split(separator: "\r\n").first { $0.lowercased().hasPrefix("content-disposition:") }
        guard let line, let name = parameter("name", of: line) else { throw .malformed("a part without a name") }
        guard name.utf8.count <= 100 else { throw .tooLarge }
        return Part(name: name, fileName: parameter("filename", of: line), bytes: Array(whole[(end + 4)...]))
    }

    /// `name="…"`, quotes in it written as browsers do, "%22" or a backslash before them. Byte by byte: a file's name may begin with an accent.
    private static func parameter(_ name: String, of line: some StringProtocol) -> String? {
        let bytes = Array(line.utf8)
        guard let start = bytes.firstRange(of: "; \(name)=\"".utf8)?.upperBound else { return nil }
        let quote = UInt8(ascii: "\""), backslash = UInt8(ascii: "\\")
        var text: [UInt8] = [], isEscaped = false
        for byte in bytes[start...] {
            if byte == quote, !isEscaped { return String(decoding: text.replacing("%22".utf8, with: [quote]), as: UTF8.self) }
            if isEscaped, byte != quote, byte != backslash { text.append(backslash) }
            isEscaped = byte == backslash && !isEscaped
            if !isEscaped { text.append(byte) }
        }
        return nil
    }

    private static func boundary(of field: String?) -> String? {
        guard let field, field.lowercased().hasPrefix("multipart/form-data"), let start = field.firstRange(of: "boundary=")?.upperBound else {
            return nil
        }
        let text = field[start...].prefix { $0 != ";" }.filter { $0 != "\"" && !$0.isWhitespace }
        return (1...70).contains(text.utf8.count) ? text : nil
    }
}

extension [UInt8] {
    /// Where some bytes stand first.
    fileprivate func firstPlace(of needle: [UInt8], from start: Int) -> Int? {
        guard let first = needle.first, count - start >= needle.count else { return nil }
        return withUnsafeBufferPointer { bytes in
            var place = start
            while place <= count - needle.count {
                if bytes[place] == first, bytes[place..<place + needle.count].elementsEqual(needle) { return place }
                place += 1
            }
            return nil
        }
    }

    fileprivate func isLineStart(_ place: Int) -> Bool { place >= 2 && self[place - 2] == 13 && self[place - 1] == 10 }
}
