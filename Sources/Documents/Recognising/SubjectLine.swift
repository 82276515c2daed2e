/// One line of the archive's lists or of a mail's subject: "second update on ua 114/13 on bahrain issued on (30 may 2013)".
///
///     SubjectLine("stop action to ex 32/01 on usa-oklahoma").kind   // .outcome
package struct SubjectLine: Hashable, Codable, Sendable {
    package let text: String
    package let series: Series?
    package let caseNumber: Int?
    /// Nil where the year was cut off.
    package let caseYear: Int?
    package let kind: OutputKind?
    package let outputOrdinal: Int?
    /// Nil where none or two are named.
    package let country: Country?
    package let issueDate: Day?

    enum CodingKeys: String, CodingKey {
        case text, series, kind, country
        case caseNumber = "case_number"
        case caseYear = "case_year"
        case outputOrdinal = "output_ordinal"
        case issueDate = "issue_date"
    }

    package init(_ text: String) {
        let line = TextLine(text, number: 1)
        let match = ReferenceScanner(line.utf8, leniency: .typed).all(limit: 1).first
        let words = SubjectWords(line, reference: match?.range, .shared)
        self.text = text
        series = match?.series
        caseNumber = match?.serial
        caseYear = match?.year
        kind = match == nil ? nil : words.kind
        outputOrdinal = match == nil ? nil : match?.ordinal ?? words.ordinal
        country = words.country
        issueDate = DateFinder().hits(in: line).last?.day
    }
}

extension ActionDraft {
    /// A document that is a subject line and nothing else, as archives list them: what the line says.
    init?(subjectLineOf lines: [TextLine]) {
        let written = lines.filter { !$0.isBlank }
        guard written.count == 1, (3...20).contains(written[0].words.count) else { return nil }
        guard !written[0].endsSentence || written[0].utf8.last == 0x29 else { return nil }
        guard written[0].words[0].shape == .small, IndexCodeScanner(written[0].utf8).all(limit: 1).isEmpty else { return nil }
        let line = SubjectLine(written[0].text)
        guard let number = line.caseNumber, let series = line.series else { return nil }
        self.init()
        (self.series, caseNumber, caseYear, kind) = (series, number, line.caseYear, line.kind)
        (outputOrdinal, country, issueDate) = (line.outputOrdinal, line.country, line.issueDate)
        reference = ReferenceScanner(written[0].utf8, leniency: .typed).all(limit: 1).first.map { written[0].text($0.range) }
    }
}

/// The words of a subject line around its reference.
private struct SubjectWords {
    let kind: OutputKind
    let ordinal: Int?
    let country: Country?

    init(_ line: TextLine, reference: Range<Int>?, _ vocabulary: Vocabulary) {
        let end = reference.flatMap { range in line.words.firstIndex { $0.range.lowerBound >= range.lowerBound } } ?? line.words.count
        let isOutcome = vocabulary[.outcome].first(in: line.words, to: end) != nil
        let isUpdate = vocabulary[.update].first(in: line.words, to: end) != nil
        let isCorrection = vocabulary[.correction].first(in: line.words, to: end) != nil
        kind = isOutcome ? .outcome : isCorrection ? .correction : isUpdate ? .update : .first
        let number = vocabulary[.ordinal].first(in: line.words, to: end).flatMap { Int($0.value) }
        ordinal = isOutcome || isCorrection ? nil : isUpdate ? number.map { $0 + 1 } : number ?? 1
        country = Self.country(line, after: reference?.upperBound ?? 0, vocabulary)
    }

    /// The first country behind the reference and before the date; two joined by "and" are none.
    private static func country(_ line: TextLine, after byte: Int, _ vocabulary: Vocabulary) -> Country? {
        let start = line.words.firstIndex { $0.range.lowerBound >= byte } ?? line.words.count
        let stop = vocabulary[.issued].first(in: line.words, from: start)?.words.lowerBound ?? line.words.count
        let hits = CountryNames.shared.hits(in: line.words, from: start, to: stop, anyCase: true).filter { $0.kind != .adjective }
        guard let first = hits.first else { return nil }
        let isPair =
            hits.dropFirst().first.map {
                line.words[first.words.upperBound..<$0.words.lowerBound].contains { ["and", "y", "et", "und"].contains($0.folded) }
            } ?? false
        return isPair ? nil : first.country
    }
}
