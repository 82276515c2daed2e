/// The words of a native file as Markdown: each part under its own heading, a part that does not exist without one.
struct BodyWriter {
    private var lines: [String] = []

    /// The whole body; empty when there is nothing to say.
    static func text(of output: NativeOutput) -> String {
        var writer = BodyWriter()
        writer.add(output.words)
        writer.add(.socialPosts, items: output.socialPosts)
        for edition in output.words.editions { writer.add(edition) }
        return writer.lines.map { $0 + "\n" }.joined()
    }

    private mutating func add(_ words: NativeWords) {
        if let headline = words.headline { add("# " + BodyText.line(headline), []) }
        add(.lead, words.lead)
        add(.call, words.call)
        add(.demands, items: words.demands)
        add(.background, words.background)
        add(.outcome, words.outcome)
        add(.correction, words.correction)
        guard let letter = words.letter else { return }
        add("## " + BodyHeading.letter.rawValue, [])
        add(.greeting, letter.greeting, level: 3)
        add(.letterBody, letter.body, level: 3)
        add(.closing, letter.closing, level: 3)
    }

    private mutating func add(_ edition: NativeWords.Edition) {
        add("## \(BodyHeading.edition.rawValue) \(BodyText.line(edition.section))", [])
        add(.instructions, items: edition.instructions, level: 3)
        add(.postalNote, edition.postalNote, level: 3)
        add(.safetyNote, edition.safetyNote, level: 3)
    }

    private mutating func add(_ heading: BodyHeading, _ text: String?, level: Int = 2) {
        if let text { add(marks(level) + heading.rawValue, BodyText.lines(of: text)) }
    }

    private mutating func add(_ heading: BodyHeading, items: [String], level: Int = 2) {
        if !items.isEmpty { add(marks(level) + heading.rawValue, items.flatMap(BodyText.item)) }
    }

    private mutating func add(_ heading: String, _ content: [String]) {
        lines += ["", BodyText.trimmed(heading)] + (content.isEmpty ? [] : [""] + content)
    }

    private func marks(_ level: Int) -> String {
        String(repeating: "#", count: level) + " "
    }
}
