import Yams

/// The facts of a native file as YAML, in the order they are put in, so that the same facts are always the same bytes.
struct FrontMatter {
    private(set) var pairs: [(Node, Node)] = []

    mutating func put(_ key: String, _ text: String?) {
        if let text { pairs.append((Node(key), .text(text))) }
    }

    mutating func put(_ key: String, _ number: Int?) {
        if let number { pairs.append((Node(key), Node(String(number), .implicit, .plain))) }
    }

    mutating func put(_ key: String, _ flag: Bool?) {
        if let flag { pairs.append((Node(key), Node(flag ? "true" : "false", .implicit, .plain))) }
    }

    mutating func put(_ key: String, _ day: Day?) {
        if let day { pairs.append((Node(key), Node(day.text, .implicit, .plain))) }
    }

    /// Says that there is nothing, where silence would be misunderstood.
    mutating func putNull(_ key: String) {
        pairs.append((Node(key), Node("null", .implicit, .plain)))
    }

    mutating func put(_ key: String, _ part: FrontMatter) {
        pairs.append((Node(key), part.node))
    }

    mutating func put(_ key: String, _ texts: [String]) {
        if !texts.isEmpty { pairs.append((Node(key), Node(texts.map(Node.text), .implicit, .block))) }
    }

    mutating func put(_ key: String, _ parts: [FrontMatter]) {
        if !parts.isEmpty { pairs.append((Node(key), Node(parts.map(\.node), .implicit, .block))) }
    }

    private var node: Node { Node(pairs, .implicit, .block) }

    /// The YAML text, one line for each fact however long it is.
    func text() throws -> String {
        try serialize(node: node, width: -1, allowUnicode: true)
    }
}

extension Node {
    /// A text that is read as the same text: bare where that cannot be mistaken for anything else, else in double quotes.
    ///
    /// But for a byte order mark in front, which readers of YAML drop, and the null character, which PostgreSQL cannot keep: they say nothing.
    fileprivate static func text(_ text: String) -> Node {
        let kept = String(String.UnicodeScalarView(text.unicodeScalars.drop { $0 == "\u{FEFF}" }.filter { $0 != "\0" }))
        return Node(kept, .implicit, isPlain(kept) ? .plain : .doubleQuoted)
    }

    /// Letters, digits and a few signs between them, beginning with a letter; never a word that YAML reads as a value.
    private static func isPlain(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last else { return false }
        let inner = text.unicodeScalars.allSatisfy { isLetter($0) || ("0"..."9").contains($0) || " -_/.@".unicodeScalars.contains($0) }
        return inner && isLetter(first) && last != " " && !words.contains(text.lowercased())
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || ("\u{C0}"..."\u{24F}").contains(scalar)
    }

    private static let words: Set<String> = ["true", "false", "yes", "no", "on", "off", "y", "n", "null", "nan", "inf"]
}
