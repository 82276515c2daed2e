import HTTPTypes
import Hummingbird
import NIOCore

/// A form with files (RFC 7578): the fields as a ``FormBody``, and the bytes of each file. What a file calls itself is passed over.
struct MultipartBody: Sendable {
    let form: FormBody
    let files: [String: [UInt8]]

    /// The parts that one form may have.
    private static let mostParts = 40

    /// Reads the body of a request, whether it came with files or as a plain form. Throws ``FormRefusal``.
    static func read(_ request: Request, upTo bytes: Int) async throws -> MultipartBody {
        let type = request.headers[.contentType] ?? ""
        guard type.lowercased().hasPrefix("multipart/form-data") else {
            var bounds = FormBody.Bounds()
            bounds.bytes = bytes
            return MultipartBody(form: try await FormBody.read(request, within: bounds), files: [:])
        }
        let buffer = try await request.body.collect(upTo: bytes)
        let body = Array(buffer.readableBytesView)
        if let length = request.headers[.contentLength], Int(length) != body.count { throw FormRefusal.malformed("body cut short") }
        guard let boundary = parameter("boundary", of: type), (1...70).contains(boundary.utf8.count) else { throw FormRefusal.malformed("boundary") }
        return try parse(body, boundary)
    }

    private static func parse(_ body: [UInt8], _ boundary: String) throws(FormRefusal) -> MultipartBody {
        let mark = Array("--\(boundary)".utf8), places = body.places(of: mark)
        guard places.count > 1, places.count <= mostParts + 1 else { throw .malformed("parts") }
        var fields: [FormBody.Field] = [], files: [String: [UInt8]] = [:]
        for (begin, end) in zip(places, places.dropFirst()) {
            // between the boundary with its line end and the line end before the next one
            let part = body[(begin + mark.count)..<end]
            guard part.starts(with: [13, 10]), part.suffix(2) == [13, 10] else { throw .malformed("part") }
            let inner = Array(part.dropFirst(2).dropLast(2))
            guard let stop = inner.places(of: [13, 10, 13, 10]).first else { throw .malformed("part header") }
            let head = String(decoding: inner[..<stop], as: UTF8.self)
            guard let name = parameter("name", of: disposition(head)), name.utf8.count <= 100 else { throw .malformed("name") }
            let content = Array(inner[(stop + 4)...])
            if parameter("filename", of: disposition(head)) != nil {
                if !content.isEmpty { files[name] = content }
            } else {
                fields.append(FormBody.Field(name: name, value: String(decoding: content, as: UTF8.self).replacing("\0", with: "\u{FFFD}")))
            }
        }
        return MultipartBody(form: FormBody(fields), files: files)
    }

    private static func disposition(_ head: String) -> String {
        head.split(separator: "\r\n").first { $0.lowercased().hasPrefix("content-disposition:") }.map(String.init) ?? ""
    }

    /// `name="table"` or `boundary=abc`, among other parameters.
    private static func parameter(_ name: String, of header: String) -> String? {
        for piece in header.split(separator: ";").dropFirst() {
            let pair = piece.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard pair.count == 2, pair[0].lowercased().filter({ !$0.isWhitespace }) == name else { continue }
            let value = pair[1].drop { $0 == " " }
            return value.first == "\"" ? String(value.dropFirst().prefix { $0 != "\"" }) : String(value.prefix { !$0.isWhitespace })
        }
        return nil
    }
}

extension [UInt8] {
    /// Where a sequence begins, each time; they do not overlap.
    fileprivate func places(of needle: [UInt8]) -> [Int] {
        guard let first = needle.first, count >= needle.count else { return [] }
        var places: [Int] = [], place = 0
        withUnsafeBufferPointer { bytes in
            while place <= bytes.count - needle.count {
                if bytes[place] == first, (1..<needle.count).allSatisfy({ bytes[place + $0] == needle[$0] }) {
                    places.append(place)
                    place += needle.count
                } else {
                    place += 1
                }
            }
        }
        return places
    }
}
