/// Text in the quoted-printable encoding of RFC 2045 section 6.7: lines of at most 76 characters, CRLF between them.
///
/// A full stop and "From " at the start of a line are encoded, too: the one would need doubling in SMTP, the other is changed by programs that
/// keep mail in one file, and a changed body has no valid signature.
package struct QuotedPrintable {
    package private(set) var bytes: [UInt8] = []
    private var column = 0

    package var text: String { String(decoding: bytes, as: UTF8.self) }

    /// - Parameter words: text, whose lines may end in CRLF, LF or CR.
    package init(_ words: String) {
        var words = words
        words.withUTF8 { take($0) }
    }

    private mutating func take(_ words: UnsafeBufferPointer<UInt8>) {
        bytes.reserveCapacity(words.count + words.count / 4)
        for (place, byte) in words.enumerated() {
            let next = place + 1 < words.count ? words[place + 1] : 0x0A
            switch byte {
            case 0x0D where next == 0x0A && place + 1 < words.count: break
            case 0x0D, 0x0A: endLine()
            default: take(byte, before: next, startsFrom: byte == 0x46 && words[place...].starts(with: Self.from))
            }
        }
    }

    private mutating func take(_ byte: UInt8, before next: UInt8, startsFrom: Bool) {
        // Room for the "=" that says the line goes on.
        if column + (Self.isPlain(byte, before: next) ? 1 : 3) > 75 {
            bytes.append(UInt8(ascii: "="))
            endLine()
        }
        if Self.isPlain(byte, before: next), column > 0 || byte != UInt8(ascii: ".") && !startsFrom {
            bytes.append(byte)
            column += 1
        } else {
            bytes.append(UInt8(ascii: "="))
            bytes.append(Self.digits[Int(byte >> 4)])
            bytes.append(Self.digits[Int(byte & 15)])
            column += 3
        }
    }

    private mutating func endLine() {
        bytes.append(0x0D)
        bytes.append(0x0A)
        column = 0
    }

    /// A blank at the end of a line would be lost.
    private static func isPlain(_ byte: UInt8, before next: UInt8) -> Bool {
        if byte == 0x20 || byte == 0x09 { return next != 0x0A && next != 0x0D }
        return (0x21...0x7E).contains(byte) && byte != UInt8(ascii: "=")
    }

    private static let digits = Array("0123456789ABCDEF".utf8)
    private static let from = Array("From ".utf8)
}
