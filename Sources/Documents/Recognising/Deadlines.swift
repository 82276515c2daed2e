/// The last day on which letters are wanted: a label's date, an item's, or one behind a phrase that says so.
struct Deadlines {
    private let manuscript: Manuscript
    private let finder: DateFinder

    init(_ manuscript: Manuscript) {
        self.manuscript = manuscript
        finder = DateFinder(manuscript.vocabulary)
    }

    func callAsFunction() -> Fact<Day>? {
        (labelled + inHeader + inHeadings + inItems + inSentences).surest()
    }

    private var labelled: [Fact<Day>] {
        manuscript.outline.sections(.deadline).compactMap(\.value).flatMap { line in
            finder.hits(in: line).prefix(1).map { Fact($0.day, line: line.number, confidence: 0.98) }
        }
    }

    private var inHeader: [Fact<Day>] {
        manuscript.header.flatMap { header in
            header.dates.filter { $0.role == .deadline }.map { Fact($0.day, line: header.line.number, confidence: 0.95) }
        }
    }

    /// "ENVÍEN LLAMAMIENTOS, ANTES DEL 1 DE MAYO DE 2014, A:"
    private var inHeadings: [Fact<Day>] {
        manuscript.outline.sections(.targets, .contacts).compactMap(\.label).flatMap { dates(in: $0, weak: true, confidence: 0.97) }
    }

    private var inItems: [Fact<Day>] {
        manuscript.outline.sections(.action).flatMap(\.written).flatMap { dates(in: $0, weak: true, confidence: 0.95) }
    }

    private var inSentences: [Fact<Day>] {
        manuscript.outline.lines.flatMap { dates(in: $0, weak: false, confidence: 0.85) }
    }

    /// Dates at most a few words behind a phrase such as "expires on"; weak phrases ("until") count only among instructions.
    private func dates(in line: TextLine, weak: Bool, confidence: Double) -> [Fact<Day>] {
        let all = manuscript.vocabulary[.deadline].hits(in: line.words, limit: 20)
        // "no appeals after the 20th": the day after which none are wanted
        let isStop = all.contains { $0.value == "stop" }
        let cues = all.filter { $0.value == "after" ? isStop : $0.value != "stop" && (weak || $0.value != "weak") }
        guard !cues.isEmpty else { return [] }
        let hits = finder.hits(in: line)
        return cues.compactMap { cue in
            hits.first { hit in (0...4).contains(hit.words.lowerBound - cue.words.upperBound) }.map {
                Fact($0.day, line: line.number, confidence: confidence)
            }
        }
    }
}
