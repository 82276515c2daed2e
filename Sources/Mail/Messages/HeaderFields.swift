/// The fields of a header as they are written one after the other, and what follows them. Nothing in a value begins another field.
struct HeaderFields {
    private(set) var bytes: [UInt8] = []

    /// - Parameter capacity: about how many bytes there will be.
    init(capacity: Int) { bytes.reserveCapacity(capacity) }

    mutating func add(_ name: String, _ value: String) throws(UnfitMessage) {
        try add(name, isFit: Self.isFit(value), value)
    }

    /// - Parameter isFit: what ``isFit(_:)`` said of the words that the value was made of; encoded, a control character would still reach its reader.
    mutating func add(_ name: String, isFit: Bool, _ value: String) throws(UnfitMessage) {
        guard isFit else { throw .controlCharacter(field: name) }
        bytes += name.utf8
        bytes += ": ".utf8
        bytes += value.utf8
        bytes += "\r\n".utf8
    }

    /// A value without blanks between angle brackets, on a line of its own when it is long.
    mutating func add(_ name: String, inBrackets value: String, isFit: (String) -> Bool) throws(UnfitMessage) {
        let isPlain = value.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: ">") }
        guard isPlain || Self.isFit(value) else { throw .controlCharacter(field: name) }
        guard isPlain, (1...900).contains(value.utf8.count), isFit(value) else { throw .malformed(field: name) }
        bytes += name.utf8
        bytes += (name.utf8.count + value.utf8.count + 4 > 76 ? ": \r\n <" : ": <").utf8
        bytes += value.utf8
        bytes += ">\r\n".utf8
    }

    /// What is in our own code, as it is.
    mutating func add(_ words: StaticString) { words.withUTF8Buffer { bytes += $0 } }

    /// The end of a header, and what it is the header of.
    mutating func end(before text: MessageText) {
        add("\r\n")
        text.write(to: &bytes)
    }

    /// Whether there is no control character in it; plain ASCII, as most of it is, is told quickly.
    static func isFit(_ words: String) -> Bool {
        words.utf8.allSatisfy { (0x20...0x7E).contains($0) } || !words.unicodeScalars.contains(where: isControl)
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }
}
