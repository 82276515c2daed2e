import Foundation

/// Letters as they are compared: small, without accents.
enum Folding {
    /// Appends the folded form of one letter.
    static func append(_ scalar: Unicode.Scalar, to text: inout String) {
        switch scalar.value {
        case 0x61...0x7A: text.unicodeScalars.append(scalar)
        case 0x41...0x5A: text.unicodeScalars.append(Unicode.Scalar(UInt8(scalar.value + 0x20)))
        case 0xC0...0x24F: text += latin[Int(scalar.value) - 0xC0]
        case _ where drops(scalar): break
        case 0x622, 0x623, 0x625: text.unicodeScalars.append("\u{627}")
        default: text += scalar.properties.lowercaseMapping
        }
    }

    /// Whether nothing is left of a mark: it belongs to the letter before it.
    static func drops(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x64B...0x652, 0x640, 0x300...0x36F: true
        default: false
        }
    }

    /// The folded form of ASCII letters or digits, all at once.
    static func ascii(_ bytes: ArraySlice<UInt8>) -> String {
        String(unsafeUninitializedCapacity: bytes.count) { buffer in
            for (place, byte) in bytes.enumerated() { buffer[place] = (0x41...0x5A).contains(byte) ? byte + 0x20 : byte }
            return bytes.count
        }
    }

    /// The number by which folded words are told apart quickly, from 0 to 4095.
    static func mark(of folded: String) -> Int {
        Int(folded.utf8.reduce(UInt32(0)) { $0 &* 31 &+ UInt32($1) } & 0xFFF)
    }

    /// A phrase as its words are compared.
    static func words(_ phrase: String) -> [String] {
        Word.words(of: Array(phrase.utf8)).map(\.folded)
    }

    private static let latin: [String] = (0xC0...0x24F).map { code in
        guard let scalar = Unicode.Scalar(UInt32(code)) else { return "" }
        switch scalar {
        case "ß": return "ss"
        case "æ", "Æ": return "ae"
        case "ø", "Ø": return "o"
        case "ł", "Ł": return "l"
        case "đ", "Đ", "ð", "Ð": return "d"
        case "ı", "İ": return "i"
        case "œ", "Œ": return "oe"
        case "þ", "Þ": return "th"
        default:
            let parts = String(scalar).lowercased().decomposedStringWithCanonicalMapping.unicodeScalars
            return String(String.UnicodeScalarView(parts.filter { !(0x300...0x36F).contains($0.value) }))
        }
    }
}
