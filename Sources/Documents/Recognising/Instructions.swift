/// What the page asks of its reader, item by item, and its advice on post.
struct Instructions {
    private let manuscript: Manuscript

    init(_ manuscript: Manuscript) {
        self.manuscript = manuscript
    }

    func callAsFunction() -> [Fact<String>] {
        manuscript.outline.sections(.action).flatMap { section in
            var items: [Fact<String>] = []
            for line in section.written {
                if manuscript.marks.isItem(line) || items.isEmpty || line.words.first?.shape != .small {
                    items.append(Fact(manuscript.marks.itemText(line).text, line: line.number, confidence: 0.9))
                } else if let last = items.popLast() {
                    items.append(last.map { $0 + " " + line.text })
                }
            }
            return items
        }
    }

    var postalNote: Fact<String>? { note(.postal) }

    var safetyNote: Fact<String>? { note(.safety) }

    private func note(_ heading: Heading) -> Fact<String>? {
        guard let section = manuscript.outline.sections.first(where: { $0.heading == heading }), let label = section.label else { return nil }
        let text = ([label] + section.written.filter { $0.number != label.number }).map { manuscript.marks.itemText($0).text }.joined(separator: "\n")
        return Fact(text, line: label.number, confidence: 0.85)
    }
}
