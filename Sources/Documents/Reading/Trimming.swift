extension StringProtocol {
    /// Without blanks around it.
    var trimmed: String { String(trimmed { $0.isBlank }) }

    /// Without blanks and the marks that part one thing from another around it.
    var stripped: String { String(trimmed { $0.isBlank || Self.isMark($0) }) }

    /// Without blanks and marks before the first word or bracket.
    var withoutLeadingMarks: SubSequence {
        let first = unicodeScalars.firstIndex { !$0.isBlank && !Self.isMark($0) && $0 != ")" }
        return self[(first ?? endIndex)...]
    }

    /// Without a bracket at either end whose partner was cut off.
    var withoutLoneBrackets: String {
        let start = unicodeScalars.firstIndex { !$0.isBlank && !Self.isMark($0) && $0 != ")" && $0 != "]" } ?? endIndex
        let end = self[start...].unicodeScalars.lastIndex { !$0.isBlank && !Self.isMark($0) && $0 != "(" && $0 != "[" }
        return end.map { String(self[start...$0]) } ?? ""
    }

    /// Without the comma or colon that ends a greeting.
    var withoutEndMark: String {
        guard let last = unicodeScalars.lastIndex(where: { !$0.isBlank && !",:;،".unicodeScalars.contains($0) }) else { return "" }
        return String(self[...last]).trimmed
    }

    /// Without the strokes and semicolons that part contacts.
    var withoutSeparators: String {
        guard let last = unicodeScalars.lastIndex(where: { !$0.isBlank && $0 != "|" && $0 != ";" }) else { return "" }
        return String(self[...last]).trimmed
    }

    /// The stretch between the first and the last letter that is kept, found from both ends in one pass.
    private func trimmed(_ isDropped: (Unicode.Scalar) -> Bool) -> SubSequence {
        let scalars = unicodeScalars
        guard let first = scalars.firstIndex(where: { !isDropped($0) }), let last = scalars.lastIndex(where: { !isDropped($0) }) else {
            return self[startIndex..<startIndex]
        }
        return self[first..<scalars.index(after: last)]
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case ",", ";", ":", ".", "-", "–", "—", "|", "•", "·", "→", "/": true
        default: false
        }
    }
}

extension Unicode.Scalar {
    /// Whether it is white space; the table of properties is asked for letters beyond ASCII only.
    package var isBlank: Bool { isASCII ? value == 0x20 || (0x09...0x0D).contains(value) : properties.isWhitespace }
}
