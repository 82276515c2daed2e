/// The reference of the case: the header's wins over others in the text.
struct CaseReferences {
    /// A reference with the text that prints it.
    struct Found: Sendable {
        let series: Series?
        let serial: Int
        let year: Int?
        let ordinal: Int?
        let printed: String
        /// What stood between prefix and number: a country in "UA: Peru 106.23".
        let between: String?
    }

    private let manuscript: Manuscript

    init(_ manuscript: Manuscript) {
        self.manuscript = manuscript
    }

    func callAsFunction() -> Fact<Found>? {
        labelled ?? bracketed ?? ending ?? header ?? final ?? anywhere ?? foreign
    }

    /// Every other reference of the document, for the editor.
    func others(than chosen: Found) -> [Fact<Found>] {
        var seen: Set<String> = ["\(chosen.serial)/\(chosen.year ?? 0)"]
        return manuscript.outline.lines.prefix(2000).flatMap { Self.found(in: $0, confidence: 0.4) }
            .filter { seen.insert("\($0.value.serial)/\($0.value.year ?? 0)").inserted }
    }

    private var labelled: Fact<Found>? {
        guard let value = manuscript.outline.value(.number) else { return nil }
        return Self.found(in: value, confidence: 0.98).first ?? Self.bare(in: value, at: 0, confidence: 0.9)
    }

    /// "Urgent Action: TITLE (Country: 119.21)"
    private var bracketed: Fact<Found>? {
        for line in manuscript.outline.opening.prefix(40) {
            guard let bracket = TitleBracket(line) else { continue }
            let inside = line.part(bracket.content)
            if let fact = Self.found(in: inside, confidence: 0.98).first { return fact }
            if let word = inside.words.last(where: { $0.joint != .mark && $0.isNumber || $0.isNumber })?.range.lowerBound,
                let fact = Self.bareEnding(in: inside, near: word)
            {
                return fact
            }
        }
        return nil
    }

    /// "UA: PERU: TITLE OF THE CASE 15.23": the number that ends the line of the name.
    private var ending: Fact<Found>? {
        for line in manuscript.outline.opening.prefix(20) where (4...30).contains(line.words.count) {
            guard let first = line.words.first, line.utf8[first.range.upperBound] == 0x3A, ["ua", "au"].contains(first.folded),
                let serial = line.words.dropLast().last, serial.isNumber, serial.joint == .blank,
                let fact = Self.bareEnding(in: line, near: serial.range.lowerBound),
                Self.found(in: line, confidence: 0).isEmpty
            else { continue }
            guard let country = CountryNames.shared.hit(in: line.words, at: 1) else { return fact }
            let between = line.text(line.words[1].range.lowerBound..<line.words[country.words.upperBound - 1].range.upperBound)
            return fact.map { $0.naming(between) }
        }
        return nil
    }

    private var header: Fact<Found>? {
        for header in manuscript.header {
            if let match = header.references.first { return Self.fact(match, in: header.line, confidence: 0.95) }
        }
        return manuscript.header.compactMap { Self.listed(in: $0.line) }.first
    }

    private var final: Fact<Found>? {
        manuscript.outline.sections(.final, .ended).flatMap(\.written).compactMap { Self.found(in: $0, confidence: 0.95).first }.first
    }

    private var anywhere: Fact<Found>? {
        for line in manuscript.outline.lines {
            if let fact = Self.found(in: line, confidence: 0.8).first { return fact }
        }
        return nil
    }

    /// The number of another body's appeal: "AHRC-UAC-039-2014".
    private var foreign: Fact<Found>? {
        for line in manuscript.outline.lines.prefix(60) {
            guard let number = ForeignReference(line) else { continue }
            let found = Found(series: nil, serial: number.serial, year: number.year, ordinal: nil, printed: number.printed, between: nil)
            return Fact(found, line: line.number, confidence: 0.7, note: FindingNote(.otherBody))
        }
        return nil
    }
}

extension CaseReferences.Found {
    /// The same with the country that stands before the number.
    fileprivate func naming(_ country: String) -> Self {
        Self(series: series, serial: serial, year: year, ordinal: ordinal, printed: printed, between: country)
    }
}

extension CaseReferences {
    static func found(in line: TextLine, confidence: Double) -> [Fact<Found>] {
        UrgentNumber.references(in: line, .shared).map { fact($0, in: line, confidence: confidence) }
    }

    static func fact(_ match: ReferenceScanner.Match, in line: TextLine, confidence: Double) -> Fact<Found> {
        let isShort = match.between == nil && match.prefix.map { $0.utf8.count <= 5 } ?? false
        let found = Found(
            series: match.series, serial: match.serial, year: match.year, ordinal: match.ordinal,
            printed: line.text(isShort ? match.range : match.number), between: match.between.map { line.text($0) })
        return Fact(found, line: line.number, confidence: confidence)
    }

    private static func bare(in line: TextLine, at start: Int, confidence: Double) -> Fact<Found>? {
        ReferenceScanner(line.utf8, leniency: .typed).bare(at: start).map { fact($0, in: line, confidence: confidence) }
    }

    /// The number that ends the bracket: its serial is the word before the last one.
    private static func bareEnding(in line: TextLine, near last: Int) -> Fact<Found>? {
        line.words.filter { $0.isNumber && $0.range.lowerBound <= last }.lazy
            .compactMap { bare(in: line, at: $0.range.lowerBound, confidence: 0.97) }.first { $0.value.year != nil }
    }

    /// "044/22 | Chine": a line that begins with the number alone.
    private static func listed(in line: TextLine) -> Fact<Found>? {
        guard let word = line.words.first, word.isNumber, word.range.lowerBound == 0, (2...3).contains(word.range.count),
            let match = ReferenceScanner(line.utf8, leniency: .typed).bare(at: 0), match.year != nil, line.utf8.contains(0x2F)
        else { return nil }
        let after = line.utf8[match.range.upperBound...].first { $0 != 0x20 }
        guard after == nil || after == 0x7C else { return nil }
        return fact(match, in: line, confidence: 0.7)
    }
}
