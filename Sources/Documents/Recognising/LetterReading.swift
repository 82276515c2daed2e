/// A section taken for a letter: greeting, body, closing, language. A place for the writer's name belongs to none of them.
struct LetterReading {
    private let section: Section
    private let vocabulary: Vocabulary
    private let marks: LineMarks

    init(_ section: Section, _ vocabulary: Vocabulary = .shared) {
        self.section = section
        self.vocabulary = vocabulary
        marks = LineMarks(vocabulary)
    }

    func callAsFunction() -> Fact<ActionDraft.Letter>? {
        var lines = section.lines
        let greeting = takeGreeting(&lines)
        let closing = takeClosing(&lines)
        let body = Paragraphs(lines.filter { !isPlaceholder($0) }).text
        guard !body.isEmpty, greeting != nil || body.utf8.count > 20 else { return nil }
        let letter = ActionDraft.Letter(language: language(of: lines, greeting), salutation: greeting?.text, body: body.unquoted, closing: closing)
        return Fact(letter, line: greeting?.number ?? section.value?.number, confidence: greeting == nil ? 0.6 : 0.9)
    }

    /// "Mr Anders Berg," – a style and a name alone, ended by a comma.
    static func isPlainGreeting(_ line: TextLine, _ vocabulary: Vocabulary) -> Bool {
        line.words.count <= 9 && (line.utf8.last == 0x2C || line.utf8.last == 0x3A) && vocabulary[.honorific].hit(in: line.words, at: 0) != nil
    }

    /// "Sehr geehrter Herr Minister": the Swiss put no comma behind it.
    private func isBareGreeting(_ line: TextLine) -> Bool {
        (2...8).contains(line.words.count) && vocabulary[.greeting].hit(in: line.words, at: 0) != nil && line.words[0].isCapitalised
            && !line.endsSentence && vocabulary[.reader].hit(in: line.words, at: 0) == nil && line.utf8.last != 0x2C
    }

    /// Takes the greeting off, with everything above it.
    private func takeGreeting(_ lines: inout [TextLine]) -> TextLine? {
        for (index, line) in lines.enumerated().prefix(40) where !line.isBlank {
            if marks.isGreeting(line), let end = marks.greetingEnd(line) {
                lines.removeFirst(index + 1)
                let rest = line.part(from: end + 1)
                if !rest.isBlank { lines.insert(rest, at: 0) }
                return line.part(0..<(end + 1))
            }
            if isBareGreeting(line), lines.indices.contains(index + 1) {
                lines.removeFirst(index + 1)
                return line
            }
            if Self.isPlainGreeting(line, vocabulary) {
                lines.removeFirst(index + 1)
                return line
            }
        }
        return nil
    }

    /// Takes the closing formula off, with everything below it.
    private func takeClosing(_ lines: inout [TextLine]) -> String? {
        guard let index = lines.lastIndex(where: { marks.isClosing($0) || closingStart($0) != nil }) else { return nil }
        let line = lines[index]
        lines.removeSubrange(index...)
        guard !marks.isClosing(line), let start = closingStart(line) else { return withoutName(line).text.trimmed }
        lines.append(line.part(0..<start))
        return withoutName(line.part(from: start)).text.trimmed
    }

    /// A formula at the end of a paragraph: "… against them. Sincerely, [YOUR NAME]".
    private func closingStart(_ line: TextLine) -> Int? {
        guard line.words.count > 8 else { return nil }
        for index in stride(from: line.words.count - 1, through: max(1, line.words.count - 12), by: -1) {
            let word = line.words[index]
            guard word.isCapitalised, word.joint == .mark, let hit = vocabulary[.closing].hit(in: line.words, at: index) else { continue }
            let end = line.words[hit.words.upperBound - 1].range.upperBound
            let rest = withoutName(line.part(from: end))
            if rest.words.isEmpty { return word.range.lowerBound }
        }
        return nil
    }

    /// "Sincerely, [YOUR NAME]" without the name.
    private func withoutName(_ line: TextLine) -> TextLine {
        guard let open = line.utf8.firstIndex(where: { $0 == 0x5B || $0 == 0x5F }) else { return line }
        return line.part(0..<open)
    }

    private func isPlaceholder(_ line: TextLine) -> Bool {
        guard !line.words.isEmpty, line.words.count <= 5 else { return false }
        let bracketed = line.text.hasPrefix("[") || line.text.hasPrefix("_")
        return bracketed && vocabulary[.placeholder].first(in: line.words) != nil
    }

    /// The greeting tells best: "Dear" is English whatever the page speaks.
    private func language(of lines: [TextLine], _ greeting: TextLine?) -> Language? {
        if let hit = greeting.flatMap({ vocabulary[.greeting].hit(in: $0.words, at: 0) }), let language = hit.language { return Language(language) }
        let told = TextLanguage(vocabulary)(lines)
        if let told, told.confidence > 0.6 { return told.value }
        return section.language ?? told?.value
    }
}

extension String {
    /// Without quotation marks around the whole.
    fileprivate var unquoted: String {
        let pairs: [(Character, Character)] = [("\"", "\""), ("“", "”"), ("«", "»")]
        for (open, close) in pairs where first == open && last == close && count > 2 { return String(dropFirst().dropLast()).trimmed }
        return self
    }
}
