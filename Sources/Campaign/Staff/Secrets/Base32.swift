/// Base 32 without padding (RFC 4648 section 6), the alphabet of authenticator programs.
enum Base32 {
    private static let signs = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)

    static func text(of bytes: [UInt8]) -> String {
        var text: [UInt8] = [], rest: UInt32 = 0, bits = 0
        for byte in bytes {
            rest = rest << 8 | UInt32(byte)
            bits += 8
            while bits >= 5 {
                bits -= 5
                text.append(signs[Int(rest >> UInt32(bits)) & 31])
            }
        }
        if bits > 0 { text.append(signs[Int(rest << UInt32(5 - bits)) & 31]) }
        return String(decoding: text, as: UTF8.self)
    }

    /// Nil when there is a sign of another alphabet in it.
    static func bytes(of text: String) -> [UInt8]? {
        var bytes: [UInt8] = [], rest: UInt32 = 0, bits = 0
        for sign in text.utf8 {
            guard let value = signs.firstIndex(of: sign) else { return nil }
            rest = rest << 5 | UInt32(value)
            bits += 5
            if bits >= 8 {
                bits -= 8
                bytes.append(UInt8(truncatingIfNeeded: rest >> UInt32(bits)))
            }
        }
        return bytes
    }
}
