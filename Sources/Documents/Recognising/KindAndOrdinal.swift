/// What the output is to its case, and which one it is: "SECOND AND FINAL OUTPUT", "THIRD UA", "first update of", "FI 104/19-5".
struct KindAndOrdinal {
    struct Found: Sendable {
        var kind: Fact<OutputKind>?
        var ordinal: Fact<Int>?
        var isFinal: Bool?
    }

    private let manuscript: Manuscript
    private let reference: CaseReferences.Found?
    private let vocabulary: Vocabulary

    init(_ manuscript: Manuscript, reference: CaseReferences.Found?) {
        self.manuscript = manuscript
        self.reference = reference
        vocabulary = manuscript.vocabulary
    }

    func callAsFunction() -> Found {
        var found = Found()
        found.ordinal = ordinal
        found.isFinal = final
        found.kind = kind(ordinal: found.ordinal?.value)
        return found
    }

    // MARK: - Ordinal

    private var ordinal: Fact<Int>? {
        if let ordinal = reference?.ordinal { return Fact(ordinal, confidence: 0.95) }
        for line in manuscript.outline.lines {
            for hit in vocabulary[.ordinal].hits(in: line.words, limit: 20) {
                guard let number = Int(hit.value),
                    let value = behindName(number, hit, in: line) ?? ordinal(number, in: line, after: hit.words.upperBound)
                else { continue }
                return Fact(value, line: line.number, confidence: 0.9)
            }
        }
        return nil
    }

    /// "Second Urgent Action 106.23", "THIRD UA 60/16", "second and final output for UA": the ordinal itself; "first update of UA": one more.
    private func ordinal(_ number: Int, in line: TextLine, after index: Int) -> Int? {
        let words = line.words
        let next = words[min(index, words.count)..<min(index + 3, words.count)].map(\.folded)
        if next.first == "output"
            || next.starts(with: ["and", "final"]) && ["output", "ua", "urgent"].contains(words.dropFirst(index + 2).first?.folded)
        {
            return number
        }
        if let update = vocabulary[.update].hit(in: words, at: index) {
            return holdsReference(line, near: update.words.upperBound) ? number + 1 : nil
        }
        guard let prefix = next.first, ["urgent", "ua", "uaa", "au"].contains(prefix), index < words.count else { return nil }
        return holdsReference(line, near: index) ? number : nil
    }

    /// "التحرك العاجل الثاني: 104/20": languages that count behind the name.
    private func behindName(_ number: Int, _ hit: PhraseSet.Hit, in line: TextLine) -> Int? {
        guard hit.words.lowerBound >= 2, !UrgentNumber.references(in: line, vocabulary).isEmpty else { return nil }
        let name = vocabulary[.urgent].hit(in: line.words, at: hit.words.lowerBound - 2)
        return name?.words.upperBound == hit.words.lowerBound ? number : nil
    }

    /// Whether a reference begins within a few words.
    private func holdsReference(_ line: TextLine, near index: Int) -> Bool {
        guard index < line.words.count else { return false }
        let start = line.words[index].range.lowerBound
        let part = Array(line.utf8[start...].prefix(60))
        return ReferenceScanner(part, leniency: .typed).all(limit: 1).first.map { $0.range.lowerBound < 25 } ?? false
    }

    private var final: Bool? {
        if manuscript.outline.sections(.final).first != nil { return true }
        let hit = manuscript.outline.lines.first { line in
            line.words.count < 40 && vocabulary[.final].first(in: line.words) != nil && !manuscript.opening.isProse(line)
        }
        return hit == nil ? nil : true
    }

    // MARK: - Kind

    private func kind(ordinal: Int?) -> Fact<OutputKind>? {
        if let line = correctionLine { return Fact(.correction, line: line, confidence: 0.9) }
        if let line = outcomeLine { return Fact(.outcome, line: line, confidence: 0.95) }
        if let ordinal, ordinal > 1 { return Fact(.update, confidence: 0.9) }
        if let line = updateLine { return Fact(.update, line: line, confidence: 0.9) }
        return first
    }

    /// Words that end the case. A sentence of instructions or of background is not asked.
    private var outcomeLine: Int? {
        if let section = manuscript.outline.sections(.noAction).first { return section.label?.number }
        if manuscript.outline.sections(.final).first != nil { return manuscript.outline.sections(.final).first?.label?.number }
        return manuscript.outline.lines.first { vocabulary[.outcome].first(in: $0.words) != nil }?.number
    }

    private var correctionLine: Int? {
        headLines.first { line in
            guard let hit = vocabulary[.correction].hit(in: line.words, at: 0), line.words.first?.isCapitalised ?? false else { return false }
            return line.words.count <= 14 || holdsReference(line, near: hit.words.upperBound)
        }?.number
    }

    private var updateLine: Int? {
        headLines.first { line in
            vocabulary[.update].first(in: line.words, to: 6) != nil && line.words.first?.isCapitalised ?? false && !manuscript.marks.isItem(line)
        }?.number
    }

    /// The lines of the opening and the labels that carry the number.
    private var headLines: [TextLine] {
        manuscript.header.filter { !manuscript.opening.isProse($0.line) || !$0.references.isEmpty }.map(\.line)
            + manuscript.outline.sections(.number).flatMap(\.written)
    }

    /// A case that nothing calls an update is a first output – unless its number is of another year than its date, or it has no header at all.
    private var first: Fact<OutputKind>? {
        guard reference != nil || manuscript.isCalledUrgent else { return nil }
        if let year = reference?.year, let issued = IssueDates(manuscript)()?.value.year, issued > year, reference?.between == nil,
            Titles(manuscript)() == nil
        {
            return nil
        }
        return Fact(.first, confidence: 0.7, note: FindingNote(.noUpdateWord))
    }
}
