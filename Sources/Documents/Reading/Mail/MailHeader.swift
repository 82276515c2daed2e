/// The header of a mail or of one of its parts: fields by name, folded lines joined.
package struct MailHeader {
    private var fields: [String: String] = [:]
    /// Where the body begins.
    package private(set) var end: Int
    /// Whether it looks like a header from the first line on.
    private(set) var isWellFormed = true

    private static let mostFields = 500

    package init(_ bytes: ArraySlice<UInt8>) {
        end = bytes.endIndex
        var place = bytes.startIndex, name: String?, count = 0
        while place < bytes.endIndex {
            let lineEnd = bytes[place...].firstIndex(of: 0x0A) ?? bytes.endIndex
            let line = bytes[place..<lineEnd].trimmingReturn
            place = min(lineEnd + 1, bytes.endIndex)
            if line.isEmpty {
                end = place
                break
            }
            count += 1
            name = take(line, after: name, isFirst: count == 1)
            guard count < Self.mostFields else { break }
        }
        isWellFormed = isWellFormed && !fields.isEmpty
    }

    package subscript(_ name: String) -> String? { fields[name] }

    /// Adds a line to the fields; returns the name of the field that the next line may continue.
    private mutating func take(_ line: ArraySlice<UInt8>, after name: String?, isFirst: Bool) -> String? {
        let text = String(decoding: line.prefix(4000), as: UTF8.self)
        if line.first == 0x20 || line.first == 0x09 {
            if isFirst { isWellFormed = false }
            if let name, let value = fields[name], value.utf8.count < 4000 { fields[name] = value + " " + text.trimmed }
            return name
        }
        guard let colon = line.firstIndex(of: 0x3A), colon > line.startIndex, line[..<colon].allSatisfy({ (0x21...0x7E).contains($0) }) else {
            isWellFormed = isWellFormed && isFirst && text.hasPrefix("From ")
            return nil
        }
        let key = String(decoding: line[..<colon], as: UTF8.self).lowercased()
        guard fields[key] == nil else { return nil }
        fields[key] = String(decoding: line[(colon + 1)...].prefix(4000), as: UTF8.self).trimmed
        return key
    }
}

extension ArraySlice<UInt8> {
    var trimmingReturn: ArraySlice<UInt8> { last == 0x0D ? dropLast() : self }
}
