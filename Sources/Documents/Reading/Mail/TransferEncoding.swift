import Foundation

/// How the bytes of a part travel (RFC 2045).
package enum TransferEncoding {
    package static func decoded(_ body: ArraySlice<UInt8>, _ name: String?) -> [UInt8] {
        switch name?.trimmed.lowercased() {
        case "quoted-printable": quotedPrintable(body)
        case "base64": base64(body)
        default: Array(body)
        }
    }

    /// What is no code stays as it is.
    static func quotedPrintable(_ body: ArraySlice<UInt8>, underscoreIsBlank: Bool = false) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(body.count)
        var place = body.startIndex
        while place < body.endIndex {
            let byte = body[place]
            if byte == 0x3D, let (value, length) = code(body, place) {
                if let value { result.append(value) }
                place += length
            } else {
                result.append(byte == 0x5F && underscoreIsBlank ? 0x20 : byte)
                place += 1
            }
        }
        return result
    }

    static func base64(_ body: ArraySlice<UInt8>) -> [UInt8] {
        let letters = body.filter { $0 == 0x2B || $0 == 0x2F || (0x30...0x39).contains($0) || MarkupScanner.isLetter($0) }
        let whole = letters.count % 4 == 1 ? letters.dropLast() : letters[...]
        let padded = whole + Array(repeating: 0x3D, count: (4 - whole.count % 4) % 4)
        return Data(base64Encoded: Data(padded)).map { [UInt8]($0) } ?? []
    }

    /// "=C3" is a byte, "=" at the end of a line is nothing.
    private static func code(_ body: ArraySlice<UInt8>, _ place: Int) -> (value: UInt8?, length: Int)? {
        let next = body[(place + 1)...].prefix(2)
        if next.first == 0x0A { return (nil, 2) }
        if next.starts(with: [0x0D, 0x0A]) { return (nil, 3) }
        guard next.count == 2, let high = digit(next[place + 1]), let low = digit(next[place + 2]) else { return nil }
        return (high << 4 | low, 3)
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x41 + 10
        case 0x61...0x66: byte - 0x61 + 10
        default: nil
        }
    }
}
