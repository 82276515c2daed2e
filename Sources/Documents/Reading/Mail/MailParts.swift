/// The parts of a multipart body.
package enum MailParts {
    package static func of(_ body: ArraySlice<UInt8>, boundary: String) -> [ArraySlice<UInt8>] {
        let mark = Array("--\(boundary)".utf8)
        var parts: [ArraySlice<UInt8>] = [], start: Int?, place = body.startIndex
        while place < body.endIndex, parts.count < 100 {
            let end = body[place...].firstIndex(of: 0x0A) ?? body.endIndex
            let line = body[place..<end].trimmingReturn
            if line.starts(with: mark), line.count <= mark.count + 20 {
                if let start { parts.append(body[start..<place]) }
                start = min(end + 1, body.endIndex)
                if line.dropFirst(mark.count).starts(with: [0x2D, 0x2D]) { return parts }
            }
            place = min(end + 1, body.endIndex)
        }
        // the last part of a mail that was cut off
        if let start, start < body.endIndex { parts.append(body[start...]) }
        return parts
    }
}
