/// Text made safe to stand in HTML.
enum PlainCharacters {
    /// The text with `& < > " '` as references, and without what has no place on paper: control characters, characters that are none,
    /// and the two overrides of direction (U+202D, U+202E), which show a text as another one. Embeddings and isolates stay: every line
    /// is a block of its own, and their effect ends with it (Unicode Standard Annex 9, P1 and X8).
    static func escaped(_ text: String) -> String {
        if text.utf8.allSatisfy(isPlain) || text.unicodeScalars.allSatisfy({ $0.isASCII ? isPlain(UInt8($0.value)) : isPrinted($0) }) { return text }
        var result = ""
        result.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            case "\t", "\n": result.unicodeScalars.append(scalar)
            default: if isPrinted(scalar) { result.unicodeScalars.append(scalar) }
            }
        }
        return result
    }

    /// Whether the byte stands for itself; most words are of such bytes alone.
    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"): false
        default: 0x20..<0x7F ~= byte || byte == 0x09 || byte == 0x0A
        }
    }

    private static func isPrinted(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x00...0x1F, 0x7F...0x9F, 0x202D, 0x202E, 0xFDD0...0xFDEF, 0xFFF9...0xFFFC: false
        default: scalar.value & 0xFFFE != 0xFFFE
        }
    }
}
