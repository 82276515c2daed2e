/// The people concerned: as the label names them, as the header lists them, as the lead introduces them.
struct Subjects {
    private let manuscript: Manuscript
    private let vocabulary: Vocabulary
    private let finder: NameFinder

    init(_ manuscript: Manuscript) {
        self.manuscript = manuscript
        vocabulary = manuscript.vocabulary
        finder = NameFinder(vocabulary)
    }

    struct Found: Sendable {
        let names: [String]
        let pronoun: String?
    }

    func callAsFunction(lead: String?, title: String?) -> Fact<Found>? {
        let named = labelled ?? listed ?? shouted ?? ofLetter ?? styled ?? inCapitals(title)
        return named ?? introduced(by: lead) ?? introduced(by: title) ?? headlined ?? introducedLater ?? group(in: lead)
    }

    /// "NAME AND PRONOUN: Refugee children (they/them)"
    private var labelled: Fact<Found>? {
        let lines = manuscript.outline.sections(.names).flatMap(\.written)
        guard let first = lines.first else { return nil }
        let pronouns = Pronouns(vocabulary)
        let pronoun = lines.lazy.compactMap { pronouns($0)?.pronoun }.first
        let names = lines.flatMap { SubjectList($0, vocabulary).names }
        return names.isEmpty ? nil : Fact(Found(names: names, pronoun: pronoun), line: first.number, confidence: 0.95)
    }

    /// "UA 408/91 - Country: concern: A, B, C and others": the list behind the last colon of the page's own title.
    private var listed: Fact<Found>? {
        for field in manuscript.headerFields where !field.references.isEmpty && field.dates.isEmpty {
            guard let colon = field.line.utf8.lastIndex(of: 0x3A), field.line.utf8[..<colon].contains(0x3A) else { continue }
            let names = SubjectList(field.line.part(from: colon + 1), vocabulary).names
            if names.count > 1 { return Fact(Found(names: names, pronoun: nil), line: field.line.number, confidence: 0.8) }
        }
        return nil
    }

    /// "Egypt: Further information: Detention renewed: Ana Lind": the page's own title, where the header below names nobody.
    private var headlined: Fact<Found>? {
        for field in manuscript.headerFields where !field.isHeader {
            guard let colon = field.line.utf8.lastIndex(of: 0x3A), field.line.utf8[..<colon].contains(0x3A),
                CountryNames.shared.hits(in: field.line.words, to: 4, limit: 1).first?.kind == .name
            else { continue }
            let line = field.line.part(from: colon + 1)
            let names = SubjectList(line, vocabulary).names.filter { finder.names(in: TextLine($0, number: 0)).first?.words.lowerBound == 0 }
            if !names.isEmpty { return Fact(Found(names: names, pronoun: nil), line: field.line.number, confidence: 0.7) }
        }
        return nil
    }

    /// "ANA LIND, JON BERG und weitere": a line of names in capitals between the number and the text.
    private func inCapitals(_ title: String?) -> Fact<Found>? {
        let number = manuscript.numberLine ?? -1
        for field in manuscript.headerFields.dropFirst(number + 1) where !field.isHeader && field.line.words.count <= 30 {
            guard field.line.text != title, field.line.utf8.contains(0x2C), CountryLine(field.line) == nil else { continue }
            let names = field.line.text.split(separator: ",").flatMap { $0.split(separator: " und ") }.map(\.stripped).filter(isNameInCapitals)
            if names.count > 1 { return Fact(Found(names: names.uniqued, pronoun: nil), line: field.line.number, confidence: 0.75) }
        }
        return nil
    }

    private func isNameInCapitals(_ text: String) -> Bool {
        let words = TextLine(text, number: 0).words
        return (2...5).contains(words.count) && words.allSatisfy { $0.shape == .capitals || $0.shape == .small && $0.joint != .start }
            && words.contains { $0.shape == .capitals }
            && !words.contains { vocabulary[.nobody].hit(in: [$0], at: 0) != nil && $0.range.count > 2 }
    }

    /// "BRAZIL Community of the Bay", "IRAN Ali Reza (m), aged 17", and lines below with further names.
    private var shouted: Fact<Found>? {
        let fragments = manuscript.headerFields.flatMap { field in field.fragments.map { $0.unglued() } }
        guard let index = fragments.firstIndex(where: { CountryLine($0) != nil && isFollowedByPeople($0, in: fragments) }),
            let line = CountryLine(fragments[index])
        else { return nil }
        let below = people(below: index, in: fragments.prefix(index + 40))
        let names = ([line.rest] + below).filter { $0.words.first?.isCapitalised ?? false }.flatMap { SubjectList($0, vocabulary).names }
        return names.isEmpty ? nil : Fact(Found(names: names.uniqued, pronoun: nil), line: line.rest.number, confidence: 0.85)
    }

    /// The lines of names below; a few words that lead to somebody with their sex in brackets are passed over: "Person released".
    private func people(below index: Int, in fragments: ArraySlice<TextLine>) -> [TextLine] {
        var people: [TextLine] = []
        for place in fragments.indices.dropFirst(index + 1) {
            let line = withoutLabel(fragments[place])
            if finder.names(in: line).first?.words.lowerBound == 0 {
                people.append(line)
            } else if line.words.count > 4 && !(people.isEmpty && place == index + 1) || place + 1 >= fragments.endIndex
                || !hasSex(fragments[place + 1])
            {
                break
            }
        }
        return people
    }

    private func hasSex(_ line: TextLine) -> Bool { ["(m)", "(f)", "(h)", "(w)"].contains { line.text.contains($0) } }

    /// A country with people behind it, or alone above people with their sex in brackets.
    private func isFollowedByPeople(_ line: TextLine, in fragments: [TextLine]) -> Bool {
        guard let country = CountryLine(line), country.rest.isBlank else { return CountryLine(line)?.isHeadline == false }
        // a concern may stand between
        return fragments.filter { $0.number > line.number }.prefix(2).contains { finder.names(in: $0).first?.words.lowerBound == 0 && hasSex($0) }
    }

    /// "New name: Samia Ali (f)", and "Person released:" above a name.
    private func withoutLabel(_ line: TextLine) -> TextLine {
        guard let colon = line.utf8.firstIndex(of: 0x3A), line.words.count(where: { $0.range.upperBound <= colon }) <= 4 else { return line }
        return line.part(from: colon + 1)
    }

    /// "Herr JORGE ARANGO, Gewerkschafter": people with a style before their names, one a line, between header and text.
    private var styled: Fact<Found>? {
        let lines = manuscript.headerFields.filter { !$0.isHeader && $0.line.words.count <= 16 }.map(\.line)
        let names = lines.compactMap { line -> String? in
            guard let style = vocabulary[.honorific].hit(in: line.words, at: 0), style.words.upperBound < line.words.count,
                line.words[style.words.upperBound].isCapitalised, line.utf8.last != 0x2C
            else { return nil }
            return SubjectList(line.part(from: line.words[style.words.upperBound].range.lowerBound), vocabulary).names.first
        }
        return names.isEmpty ? nil : Fact(Found(names: names.uniqued, pronoun: nil), line: lines.first?.number, confidence: 0.75)
    }

    /// A name alone between the address and the greeting of a letter.
    private var ofLetter: Fact<Found>? {
        guard let letter = manuscript.outline.sections(.letter).first, let line = AddressAboveLetter(manuscript, letter).subject else { return nil }
        let names = finder.names(in: line).map(\.name)
        return names.isEmpty ? nil : Fact(Found(names: names, pronoun: nil), line: line.number, confidence: 0.75)
    }

    /// The names of the first sentence that has any.
    private func introduced(by text: String?) -> Fact<Found>? {
        guard let text, !isTitleCase(text) else { return nil }
        for sentence in Sentences(text).all {
            let names = finder.names(in: TextLine(sentence, number: 0)).map(\.name)
            if !names.isEmpty { return Fact(Found(names: names.uniqued, pronoun: nil), confidence: 0.6, note: FindingNote(.namedInText)) }
        }
        return nil
    }

    /// "Peaceful Protester Denied Care": where every word has a capital, capitals make no names.
    private func isTitleCase(_ text: String) -> Bool {
        let words = TextLine(text, number: 0).words
        guard (4...20).contains(words.count), !words.allSatisfy({ $0.shape == .capitals }) else { return false }
        return words.allSatisfy { $0.isCapitalised || $0.isNumber || $0.range.count <= 3 || $0.joint == .hyphen }
    }

    /// The first paragraphs after the lead, and those of a narrative.
    private var introducedLater: Fact<Found>? {
        let told = manuscript.outline.sections(.summary, .narrative).flatMap { Paragraphs($0.lines).all.prefix(2) }
        return (Paragraphs(manuscript.openingText).all.dropFirst().prefix(2) + told).lazy.compactMap { introduced(by: $0.text) }.first
    }

    /// People without names: "Thousands of asylum seekers in …", "Venezuelan nationals in …".
    private func group(in lead: String?) -> Fact<Found>? {
        guard let sentence = lead.flatMap({ Sentences($0).all.first }) else { return nil }
        let line = TextLine(sentence, number: 0)
        var start = 0
        if vocabulary[.number].hit(in: line.words, at: 0) != nil || line.words.first?.isNumber ?? false {
            start = line.words.count > 1 && line.words[1].folded == "of" ? 2 : 1
        }
        guard let first = vocabulary[.group].first(in: line.words, from: start, to: start + 5), first.words.lowerBound - start <= 2 else {
            return nil
        }
        var end = first.words.upperBound
        while let next = vocabulary[.group].hit(in: line.words, at: end) { end = next.words.upperBound }
        guard end - start >= 2, vocabulary[.urgent].hit(in: line.words, at: start) == nil, line.words[start].shape != .capitals else { return nil }
        let name = line.text(line.words[start].range.lowerBound..<line.words[end - 1].range.upperBound)
        return Fact(Found(names: [name], pronoun: nil), confidence: 0.5, note: FindingNote(.groupWithoutNames))
    }
}

extension Array where Element: Hashable {
    /// Without repetitions, in order.
    var uniqued: [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
