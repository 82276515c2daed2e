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
        let bytes = Array(words.utf8)
        var pieces: [String] = [], start = 0
        repeat {
            var end = min(start + 42, bytes.count)
            while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end -= 1 }
            pieces.append(base64(bytes[start..<end]))
            start = end
        } while start < bytes.count
        return pieces
    }

    private static let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    private static func base64(_ bytes: ArraySlice<UInt8>) -> String {
        String(unsafeUninitializedCapacity: (bytes.count + 2) / 3 * 4) { text in
            var place = 0
            for start in stride(from: bytes.startIndex, to: bytes.endIndex, by: 3) {
                let count = min(3, bytes.endIndex - start)
                let bits = (0..<count).reduce(0) { $0 | Int(bytes[start + $1]) << (16 - 8 * $1) }
                for letter in 0..<4 {
                    text[place] = letter <= count ? digits[bits >> (18 - 6 * letter) & 63] : UInt8(ascii: "=")
                    place += 1
                }
            }
            return place
        }
    }
}
