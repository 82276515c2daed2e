/// Percent-encoding by RFC 3986 section 2.1, in UTF-8.
package enum PercentEncoding {
    /// All but the unreserved characters of section 2.3, so that the result is also safe inside an HTML attribute.
    package static func encoded(_ text: String, keeping kept: String = "") -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            if isUnreserved(byte) || kept.utf8.contains(byte) {
                bytes.append(byte)
            } else {
                bytes += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: true
        default: false
        }
    }
}

extension String {
    /// On one line: a line break in a subject or an address would let a text pose as another header field.
    package var onOneLine: String {
        split(whereSeparator: \.isNewline).filter { !$0.allSatisfy(\.isWhitespace) }.joined(separator: " ")
    }

    /// With the line ends of the network, CRLF, however they were typed.
    var withNetworkLines: String {
        split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).joined(separator: "\r\n")
    }
}
