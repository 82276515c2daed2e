import Foundation

/// The encodings in which texts of fifty years come: UTF-8, UTF-16 with or without a mark, Windows-1252.
enum TextEncoding {
    case utf8, utf16LittleEndian, utf16BigEndian, windows1252

    /// The encoding that the bytes speak of; nil for bytes that are no text.
    init?(of bytes: [UInt8]) {
        if bytes.starts(with: [0xFF, 0xFE]) {
            self = .utf16LittleEndian
        } else if bytes.starts(with: [0xFE, 0xFF]) {
            self = .utf16BigEndian
        } else if let sixteen = Self.unmarkedUTF16(bytes) {
            self = sixteen
        } else if Self.looksBinary(bytes) {
            return nil
        } else {
            self = String(validating: bytes, as: UTF8.self) == nil ? .windows1252 : .utf8
        }
    }

    /// The text of the bytes, composed (NFC) so that equal letters compare equal.
    func text(of bytes: [UInt8]) -> String {
        let text = decoded(bytes)
        return Self.isComposed(text) ? text : text.composed
    }

    /// Whether composing certainly changes nothing: before U+0300 no letter composes with another, nor do dashes and quotation marks.
    private static func isComposed(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            var index = 0
            while index < bytes.count {
                if bytes[index] < 0xCC {
                    index += 1
                } else if bytes[index] == 0xE2, bytes[index + 1] == 0x80, (0x90...0xA7).contains(bytes[index + 2]) {
                    index += 3
                } else {
                    return false
                }
            }
            return true
        }
    }

    private func decoded(_ bytes: [UInt8]) -> String {
        switch self {
        case .utf8: String(decoding: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...], as: UTF8.self)
        case .utf16LittleEndian: Self.sixteen(bytes, high: 1)
        case .utf16BigEndian: Self.sixteen(bytes, high: 0)
        case .windows1252: Self.windows(bytes)
        }
    }

    private static func sixteen(_ bytes: [UInt8], high: Int) -> String {
        let units = stride(from: 0, to: bytes.count - 1, by: 2).map { UInt16(bytes[$0 + high]) << 8 | UInt16(bytes[$0 + 1 - high]) }
        return String(decoding: units.first == 0xFEFF ? units.dropFirst() : units[...], as: UTF16.self)
    }

    /// Western text in UTF-16 has a zero in nearly every second byte, always on the same side.
    private static func unmarkedUTF16(_ bytes: [UInt8]) -> TextEncoding? {
        let sample = bytes.prefix(4000)
        guard sample.count >= 8 else { return nil }
        var zeros = [0, 0]
        for (index, byte) in sample.enumerated() where byte == 0 { zeros[index % 2] += 1 }
        let half = sample.count / 2
        if zeros[1] * 10 > half * 7, zeros[0] * 20 < half { return .utf16LittleEndian }
        if zeros[0] * 10 > half * 7, zeros[1] * 20 < half { return .utf16BigEndian }
        return nil
    }

    private static func looksBinary(_ bytes: [UInt8]) -> Bool {
        let sample = bytes.prefix(64_000)
        guard !sample.contains(0) else { return true }
        let controls = sample.count { $0 < 0x20 && !(0x08...0x0D).contains($0) && $0 != 0x1B }
        return controls * 50 > sample.count
    }

    private static func windows(_ bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count + bytes.count / 8)
        for byte in bytes {
            if byte < 0x80 { text.append(byte) } else { text += windowsLetters[Int(byte) - 0x80] }
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// The upper half of Windows-1252 in UTF-8; the five unassigned bytes become the replacement character.
    private static let windowsLetters: [[UInt8]] = (0x80...0xFF).map { byte in
        let scalar = byte < 0xA0 ? Unicode.Scalar(windowsUpper[byte - 0x80]) ?? "\u{FFFD}" : Unicode.Scalar(UInt8(byte))
        return Array(String(Character(scalar)).utf8)
    }

    private static let windowsUpper: [UInt16] = [
        0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD,
        0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178,
    ]
}
