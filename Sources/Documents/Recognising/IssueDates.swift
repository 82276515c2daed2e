/// The day of issue: a label's date, or the one beside the reference. A date inside a sentence tells of an event and is never taken.
struct IssueDates {
    private let manuscript: Manuscript
    private let finder: DateFinder

    init(_ manuscript: Manuscript) {
        self.manuscript = manuscript
        finder = DateFinder(manuscript.vocabulary)
    }

    func callAsFunction() -> Fact<Day>? {
        (labelled + cued + beside + alone + placed).surest()
    }

    private var labelled: [Fact<Day>] {
        manuscript.outline.sections(.issued).compactMap(\.value).flatMap { line in
            finder.hits(in: line).prefix(1).map { hit in
                let isMail = line.utf8.count { $0 == 0x3A } >= 2
                return Fact(hit.day, line: line.number, confidence: isMail ? 0.7 : 0.97)
            }
        }
    }

    /// "Aktiv seit 4. Mai 2018 | Noch 20 Tage Laufzeit"
    private var cued: [Fact<Day>] {
        headerDates { $0.role == .issued }.map { Fact($0.day, line: $0.line, confidence: 0.96) }
    }

    private var beside: [Fact<Day>] {
        manuscript.header.filter { (!$0.references.isEmpty || !$0.codes.isEmpty) }.flatMap { header in
            header.dates.filter { $0.role == .plain }.prefix(1).map { Fact($0.day, line: header.line.number, confidence: 0.9) }
        }
    }

    /// A date alone on its line; the nearer to the reference the surer, and surer without a weekday, which a blog prints.
    private var alone: [Fact<Day>] {
        let anchor = manuscript.header.firstIndex { !$0.references.isEmpty || TitleBracket($0.line) != nil } ?? 0
        return manuscript.header.enumerated().flatMap { index, header -> [Fact<Day>] in
            let isPlaced = header.fragments.allSatisfy { CountryLine($0)?.rest.isBlank == true } && header.tail == nil
            guard header.isPure || isPlaced, header.references.isEmpty, header.codes.isEmpty, let date = header.dates.first, date.role == .plain,
                header.line.words.count <= 8
            else { return [] }
            let hasWeekday = manuscript.vocabulary[.weekday].first(in: header.line.words) != nil
            let distance = Double(min(abs(index - anchor), 20))
            return [Fact(date.day, line: header.line.number, confidence: (hasWeekday ? 0.6 : 0.85) - distance * 0.01)]
        }
    }

    /// "Geneva, 7 January 2002" at the end of an appeal.
    private var placed: [Fact<Day>] {
        manuscript.outline.lines.filter { $0.words.count <= 7 }.compactMap { line in
            guard let place = manuscript.vocabulary[.issuingPlace].hit(in: line.words, at: 0), let hit = finder.hits(in: line).first,
                hit.words.lowerBound - place.words.upperBound <= 1, hit.words.upperBound == line.words.count
            else { return nil }
            return Fact(hit.day, line: line.number, confidence: 0.6)
        }
    }

    private func headerDates(_ isWanted: (HeaderLine.Dated) -> Bool) -> [(day: Day, line: Int)] {
        manuscript.header.flatMap { header in header.dates.filter(isWanted).map { ($0.day, header.line.number) } }
    }
}
