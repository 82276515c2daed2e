/// Text for a header field: as it is when it is plain ASCII and short, else in encoded words of RFC 2047, base 64 of UTF-8.
package struct HeaderWords {
    package let text: String

    /// - Parameter start: how many characters of the first line the field's name takes.
    package init(_ words: String, after start: Int) {
        let isPlain = words.utf8.allSatisfy { (0x20...0x7E).contains($0) } && !words.contains("=?") && start + words.utf8.count <= 76
        text = isPlain ? words : Self.pieces(words).map { "=?utf-8?B?\($0)?=" }.joined(separator: "\r\n ")
    }

    /// At most 42 bytes a word, which are 56 of base 64 and 68 with the marks; a character is never cut in two (section 5).
    private static func pieces(_ words: String) -> [String] {
        var pieces: [[UInt8]] = [[]]
        for scalar in words.unicodeScalars {
            let bytes = Array(String(scalar).utf8)
            if (pieces.last?.count ?? 0) + bytes.count > 42 { pieces.append([]) }
            pieces[pieces.count - 1] += bytes
        }
        return pieces.map(base64)
    }

    private static func base64(_ bytes: [UInt8]) -> String {
        let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var text: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
            let letters = (0..<4).map { digits[bits >> (18 - 6 * $0) & 63] }
            text += letters.prefix(group.count + 1) + Array(repeating: UInt8(ascii: "="), count: 3 - group.count)
        }
        return String(decoding: text, as: UTF8.self)
    }
}
