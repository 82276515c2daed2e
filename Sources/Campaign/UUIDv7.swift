/// UUID version 7: 48 bits of time, then random bits (RFC 9562 section 5.7).
enum UUIDv7 {
    /// The text form for a time in milliseconds and ten random bytes.
    static func text(at milliseconds: Int64, random: [UInt8]) -> String {
        var bytes = (0..<6).map { UInt8(truncatingIfNeeded: milliseconds >> Int64(40 - 8 * $0)) } + random.prefix(10)
        bytes[6] = bytes[6] & 0x0F | 0x70
        bytes[8] = bytes[8] & 0x3F | 0x80
        let digits = Hexadecimal.text(of: bytes)
        return [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { slice(digits, $0) }.joined(separator: "-")
    }

    private static func slice(_ text: String, _ range: Range<Int>) -> String {
        String(text.dropFirst(range.lowerBound).prefix(range.count))
    }
}
