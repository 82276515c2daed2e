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

    /// nil for other letters, for padding, and for bits left over at the end: each text has one value and each value one text.
    static func bytes(of text: String) -> [UInt8]? {
        var bytes: [UInt8] = [], bits: UInt32 = 0, held = 0
        for letter in text.utf8 {
            guard let six = value(of: letter) else { return nil }
            bits = bits << 6 | UInt32(six)
            held += 6
            if held >= 8 {
                held -= 8
                bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(held)))
                bits &= (1 << UInt32(held)) - 1
            }
        }
        return held < 6 && bits == 0 ? bytes : nil
    }

    private static func value(of letter: UInt8) -> UInt8? {
        switch letter {
        case 65...90: letter - 65
        case 97...122: letter - 71
        case 48...57: letter + 4
        case 45: 62
        case 95: 63
        default: nil
        }
    }
}
