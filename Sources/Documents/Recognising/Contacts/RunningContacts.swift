/// Addressees inside running text: "President: His Excellency … Fax: … Salutation: … Minister of Health: …", or numbers below a sentence
/// that names whom to call.
struct RunningContacts {
    private let manuscript: Manuscript
    private let vocabulary: Vocabulary

    init(_ manuscript: Manuscript) {
        self.manuscript = manuscript
        vocabulary = manuscript.vocabulary
    }

    func callAsFunction() -> [Fact<ActionDraft.Target>] {
        let inLines = manuscript.outline.lines.filter { $0.words.count > 20 }.flatMap(targets)
        return inLines.isEmpty ? [belowSentence].compactMap { $0 } : inLines
    }

    /// One addressee from each office with a colon to the next, where contacts follow.
    private func targets(in line: TextLine) -> [Fact<ActionDraft.Target>] {
        let starts = vocabulary[.role].hits(in: line.words, limit: 100).filter { startsAddressee($0, in: line) }
            .map { line.words[$0.words.lowerBound].range.lowerBound }
        return zip(starts, starts.dropFirst() + [line.utf8.count]).compactMap { start, end in
            let part = line.part(start..<end)
            let fields = ContactFields(part, vocabulary: vocabulary)
            guard fields.hasLabels else { return nil }
            var block = ContactBlock()
            for field in fields.fields { block.take(field.label == "salutation" ? shortened(field) : field) }
            var target = block.target
            AddressReading(block.head, vocabulary).fill(&target)
            return Fact(target, line: line.number, confidence: 0.5, note: FindingNote(.runningText))
        }
    }

    private func startsAddressee(_ hit: PhraseSet.Hit, in line: TextLine) -> Bool {
        guard line.words[hit.words.lowerBound].isCapitalised else { return false }
        let end = RolePhrase.end(in: line.words, from: hit.words.upperBound, vocabulary)
        let byte = line.words[end - 1].range.upperBound
        return line.utf8[byte...].prefix(2).contains(0x3A)
    }

    /// The salutation of running text ends with its capitals.
    private func shortened(_ field: ContactFields.Field) -> ContactFields.Field {
        let words = field.value.words.prefix { $0.isCapitalised }
        guard let last = words.last else { return field }
        return ContactFields.Field(label: field.label, value: field.value.part(0..<last.range.upperBound))
    }

    /// "Please contact Governor Ana Lind today:" and below it lines of numbers.
    private var belowSentence: Fact<ActionDraft.Target>? {
        let lines = manuscript.outline.lines.filter { !$0.isBlank }
        guard let first = lines.firstIndex(where: isNumberLine),
            let (role, name) = lines[..<first].suffix(2).reversed().lazy.compactMap(official).first
        else { return nil }
        var block = ContactBlock()
        for line in lines[first...].prefix(while: isNumberLine) {
            for field in ContactFields(line, vocabulary: vocabulary).fields { block.take(field) }
        }
        block.target.role = role
        block.target.name = name
        return Fact(block.target, line: lines[first].number, confidence: 0.5, note: FindingNote(.runningText))
    }

    private func isNumberLine(_ line: TextLine) -> Bool {
        manuscript.marks.contactLabel(line).map { ["phone", "fax", "email"].contains($0) } ?? false
    }

    /// The office and name that a sentence speaks of.
    private func official(_ line: TextLine) -> (String, String?)? {
        for hit in vocabulary[.role].hits(in: line.words, limit: 5) where line.words[hit.words.lowerBound].isCapitalised {
            let after = hit.words.upperBound
            // "the Board of Pardons and Paroles": an office that needs no name
            if hit.words.count >= 4 {
                return (line.text(line.words[hit.words.lowerBound].range.lowerBound..<line.words[after - 1].range.upperBound), nil)
            }
            guard after < line.words.count else { continue }
            let rest = line.part(from: line.words[after].range.lowerBound)
            guard let name = NameFinder(vocabulary).names(in: rest).first, name.words.lowerBound == 0 else { continue }
            return (line.text(line.words[hit.words.lowerBound].range.lowerBound..<line.words[after - 1].range.upperBound), name.name)
        }
        return nil
    }
}
