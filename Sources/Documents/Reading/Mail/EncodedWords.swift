/// Words of a header in other letters (RFC 2047): "=?utf-8?Q?Acci=C3=B3n_urgente?=".
enum EncodedWords {
    static func text(_ field: String) -> String {
        var result = "", rest = Array(field.utf8)[...], wasEncoded = false
        while let start = rest.indices.first(where: { rest[$0] == 0x3D && $0 + 1 < rest.endIndex && rest[$0 + 1] == 0x3F }) {
            let before = String(decoding: rest[..<start], as: UTF8.self)
            guard let (word, end) = word(rest[start...]) else {
                result += before + "=?"
                rest = rest[(start + 2)...]
                wasEncoded = false
                continue
            }
            // blanks between two encoded words are none
            result += wasEncoded && before.trimmed.isEmpty ? word : before + word
            rest = rest[end...]
            wasEncoded = true
        }
        return result + String(decoding: rest, as: UTF8.self)
    }

    /// The word that begins here and the place after it.
    private static func word(_ bytes: ArraySlice<UInt8>) -> (String, Int)? {
        let parts = bytes.dropFirst(2).prefix(2000).split(separator: 0x3F, maxSplits: 3, omittingEmptySubsequences: false)
        guard parts.count == 4, parts[3].first == 0x3D, let kind = parts[1].first, parts[1].count == 1 else { return nil }
        let charset = String(decoding: parts[0].prefix { $0 != 0x2A }, as: UTF8.self)
        let decoded: [UInt8]
        switch kind | 0x20 {
        case 0x71: decoded = TransferEncoding.quotedPrintable(parts[2], underscoreIsBlank: true)
        case 0x62: decoded = TransferEncoding.base64(parts[2])
        default: return nil
        }
        return MailText.text(decoded, charset).map { ($0, parts[3].startIndex + 1) }
    }
}
