/// The languages in which officials should be addressed, and whether the writer's own will do.
struct PreferredLanguages {
    struct Found: Sendable {
        let languages: [Language]
        let ownLanguage: Bool?
    }

    private let manuscript: Manuscript

    init(_ manuscript: Manuscript) {
        self.manuscript = manuscript
    }

    func callAsFunction() -> Fact<Found>? {
        (labelled ?? beforeOwnLanguage ?? asked).map { fact in fact.map { Found(languages: $0.languages, ownLanguage: $0.ownLanguage ?? anywhere) } }
    }

    /// "You can also write in your own language.", on a line of its own.
    private var anywhere: Bool? {
        manuscript.outline.lines.contains { $0.words.count <= 20 && manuscript.vocabulary[.ownLanguage].first(in: $0.words) != nil } ? true : nil
    }

    private var labelled: Fact<Found>? {
        let lines = manuscript.outline.sections(.preferredLanguage).compactMap(\.value) + items
        return lines.lazy.compactMap { found(in: $0, from: 0, confidence: 0.95) }.first
    }

    /// An item of the instructions with the label inside: "Preferred language: Dutch. Your own will do."
    private var items: [TextLine] {
        manuscript.outline.sections(.action).flatMap(\.written).compactMap { line in
            let item = manuscript.marks.itemText(line)
            guard let match = HeadingFinder(manuscript.vocabulary).match(item), match.heading == .preferredLanguage else { return nil }
            return item.part(from: match.valueStart)
        }
    }

    /// "en espagnol ou dans votre propre langue" inside a sentence or a heading.
    private var beforeOwnLanguage: Fact<Found>? {
        for line in manuscript.outline.lines {
            guard let own = manuscript.vocabulary[.ownLanguage].first(in: line.words) else { continue }
            let start = max(0, own.words.lowerBound - 8)
            if let fact = found(in: line, from: start, confidence: 0.85) { return fact }
        }
        return nil
    }

    /// "Schreiben Sie in gutem Arabisch oder auf Deutsch."
    private var asked: Fact<Found>? {
        manuscript.outline.lines.lazy.compactMap { line in
            manuscript.vocabulary[.writeIn].first(in: line.words).flatMap { hit in
                let first = manuscript.vocabulary[.language].first(in: line.words, from: hit.words.upperBound)?.words.lowerBound
                guard let first, first - hit.words.upperBound <= 3 else { return nil }
                return found(in: line, from: hit.words.upperBound, confidence: 0.8)
            }
        }.first
    }

    private func found(in line: TextLine, from start: Int, confidence: Double) -> Fact<Found>? {
        var languages: [Language] = []
        for hit in manuscript.vocabulary[.language].hits(in: line.words, from: start, limit: 8) {
            let language = Language(hit.value)
            if !languages.contains(language) { languages.append(language) }
        }
        let own = manuscript.vocabulary[.ownLanguage].first(in: line.words, from: start) != nil ? true : nil
        guard !languages.isEmpty || own != nil else { return nil }
        return Fact(Found(languages: languages, ownLanguage: own), line: line.number, confidence: confidence)
    }
}
