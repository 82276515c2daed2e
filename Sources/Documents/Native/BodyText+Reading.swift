extension BodyText {
    /// The text that `lines(of:)` wrote; blank lines around it, and more than one inside it, are somebody's taste and go.
    static func text(from lines: some Sequence<String>) -> String {
        var texts: [String] = [], isAfterBlank = false
        for line in lines.map(trimmed) {
            if line.isEmpty {
                isAfterBlank = true
            } else {
                if isAfterBlank && !texts.isEmpty { texts.append("") }
                texts.append(unescaped(line))
                isAfterBlank = false
            }
        }
        return texts.joined(separator: "\n")
    }

    /// The items of a list that `item` wrote; nil when a line belongs to none.
    static func items(from lines: some Sequence<String>) -> [String]? {
        var items: [String] = []
        for line in lines.filter({ !trimmed($0).isEmpty }) {
            if line == "-" || line.unicodeScalars.starts(with: "- ".unicodeScalars) {
                items.append(unescaped(trimmed(String(line.unicodeScalars.dropFirst()))))
            } else if line.unicodeScalars.starts(with: "  ".unicodeScalars), let last = items.indices.last {
                items[last] += "\n" + unescaped(trimmed(line))
            } else {
                return nil
            }
        }
        return items
    }

    /// Without what stands for a sign that Markdown would have taken for its own.
    static func unescaped(_ line: String) -> String {
        var result = String.UnicodeScalarView(), rest = Substring(line).unicodeScalars
        while let scalar = rest.popFirst() {
            if scalar == "\\" {
                guard let next = rest.popFirst() else { break }
                if !isPunctuation(next) { result.append(scalar) }
                result.append(next)
            } else if scalar == "&", let named = reference(at: rest) {
                result.append(named.scalar)
                rest = named.rest
            } else {
                result.append(scalar)
            }
        }
        return String(result)
    }

    /// Without the blanks around it; only they are no part of any text.
    static func trimmed(_ line: String) -> String {
        let inner = line.unicodeScalars.drop { $0 == " " || $0 == "\t" }
        return String(String.UnicodeScalarView(inner.reversed().drop { $0 == " " || $0 == "\t" }.reversed()))
    }

    private static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
        default: false
        }
    }

    /// A numeric character reference after its ampersand: "#32;".
    private static func reference(at text: Substring.UnicodeScalarView) -> (scalar: Unicode.Scalar, rest: Substring.UnicodeScalarView)? {
        guard text.first == "#", let end = text.prefix(10).firstIndex(of: ";") else { return nil }
        let digits = String(text[text.index(after: text.startIndex)..<end])
        guard let number = UInt32(digits), number > 0, let scalar = Unicode.Scalar(number) else { return nil }
        return (scalar, text[text.index(after: end)...])
    }
}
