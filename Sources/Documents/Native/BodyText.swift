/// Any text as Markdown that is read as the same text, character by character (CommonMark 2.4 and 2.5).
enum BodyText {
    /// The lines of a text that stands by itself. An empty text has none.
    ///
    /// A blank line between two lines stays one; where a reader of Markdown would drop blank lines, each is a lone backslash.
    static func lines(of text: String) -> [String] {
        guard !text.isEmpty else { return [] }
        let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { escaped($0) }
        return lines.indices.map { place in
            let isBetween = place > 0 && place < lines.count - 1 && !lines[place - 1].isEmpty && !lines[place + 1].isEmpty
            return lines[place].isEmpty && !isBetween ? "\\" : lines[place]
        }
    }

    /// A text as the item of a list: its further lines are indented, and an empty one is a lone backslash.
    static func item(_ text: String) -> [String] {
        let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { escaped($0) }
        return lines.enumerated().map { place, line in
            if place == 0 { return line.isEmpty ? "-" : "- \(line)" }
            return line.isEmpty ? "  \\" : "  \(line)"
        }
    }

    /// A text on one line, as a heading needs it.
    static func line(_ text: String) -> String {
        escaped(Substring.UnicodeScalarView(text.unicodeScalars), breaks: true)
    }

    private static func escaped(_ line: Substring.UnicodeScalarView, breaks: Bool = false) -> String {
        var result = String.UnicodeScalarView()
        let last = line.indices.last
        for index in line.indices where line[index] != "\0" {
            let scalar = line[index], isAtEdge = index == line.startIndex || index == last
            if isHidden(scalar) || (isAtEdge && (scalar == " " || scalar == "\t")) {
                result.append(contentsOf: "&#\(scalar.value);".unicodeScalars)
            } else {
                if "\\`*_[]<>&#|~".unicodeScalars.contains(scalar) { result.append("\\") }
                result.append(scalar)
            }
        }
        return String(maskingListMark(result))
    }

    /// What editors and terminals show as nothing, or break lines at.
    private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09: false
        case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029, 0xFEFF: true
        default: false
        }
    }

    /// A line that begins like a list, a rule or a heading's underline, made an ordinary one.
    private static func maskingListMark(_ line: String.UnicodeScalarView) -> String.UnicodeScalarView {
        guard let first = line.first else { return line }
        var result = line
        if "-+=".unicodeScalars.contains(first) { result.insert("\\", at: result.startIndex) }
        let digits = line.prefix { ("0"..."9").contains($0) }
        if !digits.isEmpty, digits.endIndex < line.endIndex, ".)".unicodeScalars.contains(line[digits.endIndex]) {
            result.insert("\\", at: digits.endIndex)
        }
        return result
    }
}
