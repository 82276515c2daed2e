extension Letter {
    /// Date line, subject, greeting, paragraphs, closing, room to sign, name: each where it is given.
    var body: HTML {
        let head: [HTML?] = [
            dateLine.isEmpty ? nil : "<p class=\"date\">\(IsolatedParts(dateLine).html)</p>",
            subject.isEmpty ? nil : "<p class=\"subject\">\(subject)</p>",
            greeting.isEmpty ? nil : "<p class=\"greeting\">\(greeting)</p>",
        ]
        let text = paragraphs.filter { !$0.isEmpty }.map { "<p>\(LineBreaks($0).html)</p>" as HTML }
        let end: HTML = """
            <div class="end"><p class="closing">\(LineBreaks(closing).html)</p>
            <p class="signature">\(LineBreaks(name).html)</p></div>
            """
        return HTML(head.compactMap { $0 } + text + [end])
    }
}

/// Place and date, each in its own direction: an Arabic date beside a place in Latin letters keeps its order.
struct IsolatedParts {
    let parts: [String]
    /// The comma of the line's script, and a blank.
    private let comma: String

    init(_ line: String) {
        comma = line.contains("، ") ? "، " : ", "
        parts = line.split(separator: comma, omittingEmptySubsequences: true).map(String.init)
    }

    var html: HTML {
        let pieces = parts.map { "<bdi dir=\"\(TextDirection($0).rawValue)\">\($0)</bdi>" as HTML }
        guard let first = pieces.first else { return "" }
        return pieces.dropFirst().reduce(first) { "\($0)\(comma)\($1)" }
    }

    /// The same for Word files: a mark of the line's own direction (UAX 9, section 2.6) before each part but the first.
    func text(in language: Language) -> String {
        let mark = language.isRightToLeft ? "\u{200F}" : "\u{200E}"
        return parts.joined(separator: isAlike(language) ? comma : comma + mark)
    }

    /// The same for plain text and pages: what runs against the line is set apart by isolates (UAX 9, section 2.4.2).
    func isolated(in language: Language) -> String {
        guard !isAlike(language) else { return parts.joined(separator: comma) }
        return parts.map { (TextDirection($0) == .rightToLeft) == language.isRightToLeft ? $0 : "\u{2068}\($0)\u{2069}" }.joined(separator: comma)
    }

    private func isAlike(_ language: Language) -> Bool {
        parts.allSatisfy { ($0.isEmpty || TextDirection($0) == .rightToLeft) == language.isRightToLeft }
    }
}

/// A text whose lines stay lines.
struct LineBreaks {
    let lines: [String]

    init(_ text: String) {
        lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
    }

    var html: HTML {
        guard let first = lines.first else { return "" }
        return lines.dropFirst().reduce("\(first)") { "\($0)<br>\($1)" }
    }
}
