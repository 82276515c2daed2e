/// Finds headings and labels by the vocabulary of all languages, and by how they are set.
struct HeadingFinder: Sendable {
    /// A heading at the beginning of a line.
    struct Match: Sendable {
        let heading: Heading
        /// Where the value begins, or the end of the line.
        let valueStart: Int
        /// The language it names ("Model letter in Spanish"), else nil.
        let language: Language?
        let line: TextLine
    }

    private let vocabulary: Vocabulary

    init(_ vocabulary: Vocabulary = .shared) {
        self.vocabulary = vocabulary
    }

    func match(_ line: TextLine) -> Match? {
        guard let hit = phrase(of: line), let named = Heading(rawValue: hit.value) else { return nil }
        if named == .deadline || named == .demands, let start = addresseesStart(line, after: hit.words.upperBound) {
            return Match(heading: .targets, valueStart: start, language: nil, line: line)
        }
        let heading = meant(named, in: line)
        let words = line.words, end = words[hit.words.upperBound - 1].range.upperBound
        let language = heading == .letter ? namedLanguage(line, after: hit.words.upperBound) : nil
        let after = language.map { words[$0.last].range.upperBound } ?? end
        guard let valueStart = valueStart(line, after: after, hit: hit, heading: heading) else { return nil }
        return Match(heading: heading, valueStart: valueStart, language: language?.language, line: line)
    }

    /// The phrase that begins the line, or follows its "please,".
    private func phrase(of line: TextLine) -> PhraseSet.Hit? {
        if let hit = vocabulary.headings.hit(in: line.words, at: 0) { return hit }
        // "1) TAKE ACTION"
        if let first = line.words.first, first.isNumber, line.words.count > 1, line.words.dropFirst().allSatisfy({ $0.shape == .capitals }) {
            return vocabulary.headings.hit(in: line.words, at: 1)
        }
        guard let polite = vocabulary[.polite].hit(in: line.words, at: 0) else { return nil }
        return vocabulary.headings.hit(in: line.words, at: polite.words.upperBound)
    }

    /// The value of a field cut where the next field begins on the same line: "UA-12/2013 AI-Index: AMR 23/020/2013 Datum: 15. Mai 2013".
    func fields(of value: TextLine) -> [TextLine] {
        let cuts = vocabulary.headings.hits(in: value.words, from: 1, limit: 8).filter { hit in
            guard let heading = Heading(rawValue: hit.value), [.number, .index, .issued, .deadline].contains(heading) else { return false }
            let end = value.words[hit.words.upperBound - 1].range.upperBound
            return value.utf8[end...].prefix(3).first { $0 != 0x20 && $0 != 0x2E } == 0x3A
        }
        let bounds = [0] + cuts.map { value.words[$0.words.lowerBound].range.lowerBound } + [value.utf8.count]
        return zip(bounds, bounds.dropFirst()).map { value.part($0..<$1) }.filter { !$0.isBlank }
    }

    /// The line cut at headings in capitals that were run into it: "… without charge. ADDITIONAL INFORMATION The town …".
    func pieces(of line: TextLine) -> [TextLine] {
        guard line.words.count > 12 else { return [line] }
        var cuts: [Int] = []
        for hit in vocabulary.headings.hits(in: line.words, from: 1) where isInline(hit, in: line) {
            cuts.append(line.words[hit.words.lowerBound].range.lowerBound)
            guard cuts.count < 50 else { break }
        }
        guard !cuts.isEmpty else { return [line] }
        let bounds = [0] + cuts + [line.utf8.count]
        return zip(bounds, bounds.dropFirst()).map { line.part($0..<$1) }.filter { !$0.isBlank }
    }
}

extension HeadingFinder {
    /// Two words or more, all in capitals, after the end of a sentence and before no further capitals: not a phrase of a title.
    private func isInline(_ hit: PhraseSet.Hit, in line: TextLine) -> Bool {
        let words = line.words
        guard hit.words.count >= 2, words[hit.words].allSatisfy({ $0.shape == .capitals }) else { return false }
        guard let heading = Heading(rawValue: hit.value), heading.holdsLines || heading == .noAction else { return false }
        let before = words[hit.words.lowerBound - 1]
        return before.shape != .capitals || words[hit.words.lowerBound].joint == .mark
    }

    /// Where the value begins, or nil when the phrase is only the beginning of a sentence.
    private func valueStart(_ line: TextLine, after end: Int, hit: PhraseSet.Hit, heading: Heading) -> Int? {
        var index = end
        skipBlanks(line, &index)
        skipBracket(line, &index)
        if index >= line.utf8.count || line.words.last?.range.upperBound ?? 0 <= index { return line.utf8.count }
        if line.utf8[index] == 0x3A {
            guard !line.utf8[index...].starts(with: Array("://".utf8)) else { return nil }
            return index + 1
        }
        if isSecondName(line, from: index) { return index }
        if heading.isOpenEnded || (heading == .chrome && hit.words.count >= 3) { return index }
        if heading.introducesList, line.utf8.last == 0x3A || endsWithAddresses(line) { return line.utf8.count }
        let phrase = line.words[hit.words]
        return phrase.allSatisfy({ $0.shape == .capitals }) && (phrase.count > 1) ? index : nil
    }

    /// "Contact details & “Copies to”": a heading of two names, whatever its letters.
    private func isSecondName(_ line: TextLine, from index: Int) -> Bool {
        guard [0x26, 0x2B].contains(line.utf8[index]), let start = line.words.firstIndex(where: { $0.range.lowerBound > index }) else { return false }
        return vocabulary.headings.hit(in: line.words, at: start)?.words.upperBound == line.words.count
    }

    /// "Stampa e spedisci entro il 1 maggio agli indirizzi"
    private func endsWithAddresses(_ line: TextLine) -> Bool {
        line.words.last.map { ["indirizzi", "addresses", "adressen", "direcciones", "adresses", "enderecos"].contains($0.folded) } ?? false
    }

    /// "PLEASE SEND APPEALS BEFORE 1 MAY 2014 TO:" – the addressees follow, and the deadline is read from the heading.
    private func announcesAddressees(_ line: TextLine) -> Bool {
        line.utf8.last == 0x3A && line.words.last.map { ["to", "a", "an", "para", "aan"].contains($0.folded) } ?? false
    }

    private static let askingWords: Set<String> = [
        "ask", "asking", "urge", "urging", "request", "requesting", "demandant", "pidiendo", "instando",
    ]

    /// What a label announces, by how its line ends.
    private func meant(_ named: Heading, in line: TextLine) -> Heading {
        guard [.targets, .deadline, .demands].contains(named) else { return named }
        if named != .deadline, announcesDemands(line) { return .demands }
        return named != .targets && announcesAddressees(line) ? .targets : named
    }

    /// "Please write to the authorities and ask them to:" – what to ask follows, not whom.
    private func announcesDemands(_ line: TextLine) -> Bool {
        line.utf8.last == 0x3A && line.words.count > 4
            && line.words.suffix(4).contains {
                ["ask", "asking", "urge", "urging", "request", "requesting", "demandant", "pidiendo", "instando"].contains($0.folded)
            }
    }

    /// "PLEASE SEND APPEALS BEFORE 1 MAY 2014 TO: Minister of Justice …": where the first of them begins on the same line.
    private func addresseesStart(_ line: TextLine, after index: Int) -> Int? {
        let words = line.words
        guard index < words.count, words[0].isCapitalised else { return nil }
        let last = words[index..<min(index + 9, words.count)].firstIndex {
            ["to", "a", "an", "para", "aan"].contains($0.folded) && $0.isCapitalised
        }
        guard let last, last + 1 < words.count else { return nil }
        let end = words[last].range.upperBound
        guard words[last].shape == .capitals, let colon = line.utf8[end...].prefix(2).firstIndex(of: 0x3A) else { return nil }
        return words[last + 1].isCapitalised ? colon + 1 : nil
    }

    /// "BACKGROUND INFORMATION (400 WORDS + RELEVANT LINKS):"
    private func skipBracket(_ line: TextLine, _ index: inout Int) {
        guard index < line.utf8.count, line.utf8[index] == 0x28, let close = line.utf8[index...].prefix(80).firstIndex(of: 0x29) else { return }
        index = close + 1
        skipBlanks(line, &index)
    }

    private func skipBlanks(_ line: TextLine, _ index: inout Int) {
        while index < line.utf8.count, line.utf8[index] == 0x20 { index += 1 }
    }

    /// "in Spanish", "auf Deutsch", "(French)" after the phrase, when nothing else follows.
    private func namedLanguage(_ line: TextLine, after index: Int) -> (language: Language, last: Int)? {
        for start in index..<min(index + 2, line.words.count) where line.words.count - start <= 1 {
            if let hit = vocabulary[.language].hit(in: line.words, at: start) { return (Language(hit.value), hit.words.upperBound - 1) }
        }
        return nil
    }
}
