/// What an outcome tells: what became of the people, and on which day.
struct Outcomes {
    private let manuscript: Manuscript

    init(_ manuscript: Manuscript) {
        self.manuscript = manuscript
    }

    func outcome(title: String?, lead: String?) -> Fact<Outcome>? {
        for text in [title, lead].compactMap({ $0 }) {
            let words = TextLine(text, number: 0).words
            if let hit = manuscript.vocabulary[.outcomeOf].first(in: words), let outcome = Outcome(rawValue: hit.value) {
                return Fact(outcome, confidence: 0.55, note: FindingNote(.oneWord))
            }
        }
        return Fact(.unknown, confidence: 0.5)
    }

    /// The first full date of the lead, which is the day of the event.
    func eventDate(lead: Fact<String>?) -> Fact<Day>? {
        guard let lead else { return nil }
        return DateFinder(manuscript.vocabulary).hits(in: TextLine(lead.value, number: 0)).first.map {
            Fact($0.day, line: lead.line, confidence: 0.8, note: FindingNote(.eventDay))
        }
    }
}
