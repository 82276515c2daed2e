/// What is signed in place of the bytes themselves, so that small changes on the way do no harm: "relaxed" of RFC 6376 section 3.4.
enum Canonical {
    /// The name in small letters, the value on one line, blanks as one blank (section 3.4.2); without a line end.
    ///
    /// - Parameter field: a whole header field, perhaps of several lines.
    static func field(_ field: some Sequence<UInt8>) -> [UInt8] {
        var result: [UInt8] = [], isName = true, hasBlank = false
        for byte in field {
            if isBlank(byte) || byte == 0x0D || byte == 0x0A {
                hasBlank = true
            } else if isName, byte == UInt8(ascii: ":") {
                result.append(byte)
                (isName, hasBlank) = (false, false)
            } else {
                if hasBlank, let last = result.last, last != UInt8(ascii: ":") || isPastValueStart(result) { result.append(0x20) }
                hasBlank = false
                result.append(isName && (0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
            }
        }
        return result
    }

    /// Blanks within a line as one, none at its end, no empty lines at the end of all (section 3.4.4).
    static func body(_ body: some Sequence<UInt8>) -> [UInt8] {
        var result: [UInt8] = [], hasBlank = false, emptyLines = 0
        result.reserveCapacity(body.underestimatedCount + 2)
        for byte in body where byte != 0x0D {
            if byte == 0x0A {
                emptyLines += 1
                hasBlank = false
            } else if isBlank(byte) {
                hasBlank = true
            } else {
                for _ in 0..<emptyLines { result += [0x0D, 0x0A] }
                emptyLines = 0
                if hasBlank { result.append(0x20) }
                hasBlank = false
                result.append(byte)
            }
        }
        return result.isEmpty ? [] : result + [0x0D, 0x0A]
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

    /// Whether the last colon belongs to the value.
    private static func isPastValueStart(_ field: [UInt8]) -> Bool { field.firstIndex(of: UInt8(ascii: ":")) != field.count - 1 }
}
