/// Base 64 with the URL-safe alphabet and no padding (RFC 4648 section 5).
enum WebSafeBase64 {
    private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

    static func text(of bytes: [UInt8]) -> String {
        let count = (bytes.count * 4 + 2) / 3
        return String(unsafeUninitializedCapacity: count) { text in
            for place in 0..<count {
                // the six bits that begin at bit 6 × place
                let byte = place * 6 / 8, shift = place * 6 % 8
                let pair = UInt16(bytes[byte]) << 8 | (byte + 1 < bytes.count ? UInt16(bytes[byte + 1]) : 0)
                text[place] = letters[Int(pair >> (10 - shift) & 63)]
            }
            return count
        }
    }
}
