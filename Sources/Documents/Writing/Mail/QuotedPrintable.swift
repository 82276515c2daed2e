/// Text in the quoted-printable encoding of RFC 2045 section 6.7: lines of at most 76 characters, CRLF between them.
///
/// A full stop and "From " at the start of a line are encoded, too: the one would need doubling in SMTP, the other is changed by programs that
/// keep mail in one file, and a changed body has no valid signature.
package struct QuotedPrintable: Sendable {
    package private(set) var bytes: [UInt8] = []
    private var column = 0

    package var text: String { String(decoding: bytes, as: UTF8.self) }

    /// - Parameter words: text, whose lines may end in CRLF, LF or CR.
    package init(_ words: String) {
        var words = words
        words.withUTF8 { take($0) }
    }

    /// Whether its last line is not ended. Another encoded text may follow behind `=` and CRLF, which its reader does not see.
    package var goesOn: Bool { column > 0 }

    private mutating func take(_ words: UnsafeBufferPointer<UInt8>) {
        bytes.reserveCapacity(words.count + words.count / 4)
        var place = 0
        while place < words.count {
            let run = Self.plainRun(from: place, in: words)
            if run > 0 {
                takePlain(UnsafeBufferPointer(rebasing: words[place..<place + run]))
                place += run
                continue
            }
            switch words[place] {
            case 0x0D where place + 1 < words.count && words[place + 1] == 0x0A: break
            case 0x0D, 0x0A: endLine()
            case let byte: takeEncoded(byte)
            }
            place += 1
        }
    }

    /// How many bytes from there on stand for themselves, but for what begins a line.
    private static func plainRun(from start: Int, in words: UnsafeBufferPointer<UInt8>) -> Int {
        var place = start
        while place < words.count {
            let byte = words[place]
            if byte == 0x20 || byte == 0x09 {
                // a blank at the end of a line would be lost
                guard place + 1 < words.count, words[place + 1] != 0x0A, words[place + 1] != 0x0D else { break }
            } else {
                guard byte &- 0x21 < 0x5E, byte != UInt8(ascii: "=") else { break }
            }
            place += 1
        }
        return place - start
    }

    private mutating func takePlain(_ run: UnsafeBufferPointer<UInt8>) {
        var rest = run[...]
        while let first = rest.first {
            if column == 75 { breakLine() }
            if column == 0, first == UInt8(ascii: ".") || first == UInt8(ascii: "F") && rest.starts(with: Self.from) {
                takeEncoded(first)
                rest = rest.dropFirst()
                continue
            }
            let fitting = rest.prefix(75 - column)
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: fitting))
            column += fitting.count
            rest = rest.dropFirst(fitting.count)
        }
    }

    private mutating func takeEncoded(_ byte: UInt8) {
        // room for the "=" that says the line goes on
        if column > 72 { breakLine() }
        bytes.append(UInt8(ascii: "="))
        bytes.append(Self.digits[Int(byte >> 4)])
        bytes.append(Self.digits[Int(byte & 15)])
        column += 3
    }

    private mutating func breakLine() {
        bytes.append(UInt8(ascii: "="))
        endLine()
    }

    private mutating func endLine() {
        bytes.append(0x0D)
        bytes.append(0x0A)
        column = 0
    }

    private static let digits = Array("0123456789ABCDEF".utf8)
    private static let from = Array("From ".utf8)
}
