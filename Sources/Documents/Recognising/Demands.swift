/// What officials are asked to do: sentences of the lead and of the first letter that say so, or the list under "Recommended action".
struct Demands {
    private let vocabulary: Vocabulary

    init(_ vocabulary: Vocabulary = .shared) {
        self.vocabulary = vocabulary
    }

    /// The sentence of a lead that says what to ask: its last one that begins with "Call on", "We call on" and the like.
    func call(in lead: String?) -> String? {
        lead.flatMap { sentences(of: $0).last }
    }

    func callAsFunction(_ manuscript: Manuscript, lead: String?, letter: ActionDraft.Letter?) -> [String] {
        // a page in two languages prints the list twice
        let listed = manuscript.outline.sections(.demands).lazy.map { listedDemands($0, manuscript) }.first { !$0.isEmpty }
        if let listed { return listed }
        let asked = askingItems(manuscript)
        guard asked.isEmpty else { return asked }
        return (lead.map(sentences) ?? []) + (letter.map { sentences(of: $0.body) } ?? [])
    }

    /// Items of the instructions that say what to ask: "* Urging the authorities to investigate …".
    private func askingItems(_ manuscript: Manuscript) -> [String] {
        manuscript.outline.sections(.action).flatMap(\.written).filter(manuscript.marks.isItem).map(manuscript.marks.itemText)
            .filter { vocabulary[.asking].hit(in: $0.words, at: 0) != nil }.map(\.text.stripped)
    }

    /// Softer words ("I ask", "please") beg for information as often as they demand, so only the strong ones count.
    private func sentences(of text: String) -> [String] {
        text.blocks.flatMap { Sentences(String($0)).all }.filter { sentence in
            let beginning = Array(sentence.utf8.prefix(200))
            return vocabulary[.call].hit(in: Word.words(of: beginning), at: 0) != nil
        }
    }

    private func listedDemands(_ section: Section, _ manuscript: Manuscript) -> [String] {
        wholeItems(itemsOnly(section.written, manuscript.marks), manuscript.marks).filter { line in
            line.words.count > 3 && !introducesList(line, manuscript) && manuscript.marks.contactLabel(line) == nil
                && !line.words.allSatisfy { $0.shape == .capitals }
        }
        .map { manuscript.marks.itemText($0).text.stripped }
    }

    /// The lines from the first item with a mark on, where a line above leads to it: "Schreiben Sie bitte Briefe, in denen Sie".
    private func itemsOnly(_ lines: [TextLine], _ marks: LineMarks) -> [TextLine] {
        guard let first = lines.firstIndex(where: marks.isItem), first == 1, !lines[0].endsSentence, lines[0].utf8.last != 0x3B else { return lines }
        return Array(lines[first...])
    }

    /// Items with the lines that belong to them: in a list with marks a line without one goes on.
    private func wholeItems(_ lines: [TextLine], _ marks: LineMarks) -> [TextLine] {
        guard lines.count(where: marks.isItem) > 1 else { return lines }
        return lines.reduce(into: []) { items, line in
            guard let last = items.last, marks.isItem(last), !marks.isItem(line), line.words.first?.shape == .small else { return items.append(line) }
            items[items.count - 1] = TextLine(last.text + " " + line.text, number: last.number, page: last.page)
        }
    }

    /// A line that only leads to the list: it ends with a colon or speaks of languages.
    private func introducesList(_ line: TextLine, _ manuscript: Manuscript) -> Bool {
        line.utf8.last == 0x3A || (line.words.count < 12 && manuscript.vocabulary[.ownLanguage].first(in: line.words) != nil)
    }
}
