/// What a server said, fit to be kept and shown to staff: one line, short, and without addresses, which servers like to repeat.
struct ServerWords {
    let text: String

    init(_ words: String) {
        let bare = words.hasSuffix("\r\n") ? words.dropLast() : words[...]
        if Self.isFit(bare) {
            text = String(bare)
            return
        }
        let line = words.unicodeScalars.prefix(600).map { scalar in
            scalar.properties.generalCategory == .control || scalar.properties.generalCategory == .format ? " " : String(scalar)
        }
        text = String(line.joined().split(separator: " ").map(Self.withoutAddress).joined(separator: " ").prefix(300))
    }

    /// Whether it is such a line already, as most answers are.
    private static func isFit(_ words: Substring) -> Bool {
        let bytes = words.utf8
        guard bytes.count <= 300, bytes.first != 0x20, bytes.last != 0x20 else { return false }
        return zip(bytes, bytes.dropFirst()).allSatisfy { $0 != 0x20 || $1 != 0x20 }
            && bytes.allSatisfy { (0x20...0x7E).contains($0) && $0 != UInt8(ascii: "@") }
    }

    private static func withoutAddress(_ word: Substring) -> String {
        word.contains("@") ? "(address)" : String(word)
    }
}
