/// What a server said, fit to be kept and shown to staff: one line, short, and without addresses, which servers like to repeat.
struct ServerWords {
    let text: String

    init(_ words: String) {
        let line = words.unicodeScalars.prefix(600).map { scalar in
            scalar.properties.generalCategory == .control || scalar.properties.generalCategory == .format ? " " : String(scalar)
        }
        text = String(line.joined().split(separator: " ").map(Self.withoutAddress).joined(separator: " ").prefix(300))
    }

    private static func withoutAddress(_ word: Substring) -> String {
        word.contains("@") ? "(address)" : String(word)
    }
}
