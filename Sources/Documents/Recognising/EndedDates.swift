/// The day a page says the action ended, apart from its deadline.
struct EndedDates {
    private let manuscript: Manuscript
    private let finder: DateFinder

    init(_ manuscript: Manuscript) {
        self.manuscript = manuscript
        finder = DateFinder(manuscript.vocabulary)
    }

    func callAsFunction() -> Fact<Day>? {
        (labelled + inHeader).surest()
    }

    private var labelled: [Fact<Day>] {
        manuscript.outline.sections(.ended).compactMap(\.value).flatMap { line in
            finder.hits(in: line).prefix(1).map { Fact($0.day, line: line.number, confidence: 0.97) }
        }
    }

    private var inHeader: [Fact<Day>] {
        manuscript.header.flatMap { header in
            header.dates.filter { $0.role == .ended }.map { Fact($0.day, line: header.line.number, confidence: 0.95) }
        }
    }
}
