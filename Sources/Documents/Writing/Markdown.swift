/// Text made safe to stand in a Markdown document (CommonMark section 2.4).
enum Markdown {
    /// Escapes what would be read as markup: the special signs everywhere, list, heading and fence marks at the start of a line.
    /// Blanks before a line go, since four of them would make it code.
    static func escaped(_ text: String) -> String {
        text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            .map { escapedLine($0.drop(while: \.isWhitespace)) }.joined(separator: "\n")
    }

    private static func escapedLine(_ line: Substring) -> String {
        // scalar by scalar: a star under an accent is one, too
        let inside = line.unicodeScalars.reduce(into: "") { text, scalar in
            if "\\`*_[]<>&".unicodeScalars.contains(scalar) { text.append("\\") }
            text.unicodeScalars.append(scalar)
        }
        guard let first = inside.unicodeScalars.first else { return inside }
        if "#+-=~".unicodeScalars.contains(first) { return "\\" + inside }
        let digits = inside.prefix { $0.isASCII && $0.isNumber }
        guard !digits.isEmpty, let mark = inside.dropFirst(digits.count).first, ".)".contains(mark) else { return inside }
        return digits + "\\" + inside.dropFirst(digits.count)
    }
}
