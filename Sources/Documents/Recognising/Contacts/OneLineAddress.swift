/// Cuts an addressee printed on one line into the lines it once had, by offices, institutions, house numbers, ends of streets, countries.
///
///     "Ana Lind Minister of Justice Main Street 5 Springfield" → "Ana Lind" · "Minister of Justice" · "Main Street 5" · "Springfield"
struct OneLineAddress {
    private let line: TextLine
    private let vocabulary: Vocabulary
    private var cuts: [Int] = []
    /// Whether the address has begun, after which no office is looked for.
    private var isInAddress = false

    init(_ line: TextLine, _ vocabulary: Vocabulary = .shared) {
        self.line = line
        self.vocabulary = vocabulary
        var index = vocabulary[.honorific].hit(in: line.words, at: 0)?.words.upperBound ?? 0
        index = startOfName(index)
        while index < line.words.count { index = step(at: index) }
    }

    /// The lines, in order.
    var parts: [TextLine] {
        let starts = [0] + Array(Set(cuts.filter { $0 > 0 && $0 < line.words.count })).sorted().map { line.words[$0].range.lowerBound }
        return zip(starts, starts.dropFirst() + [line.utf8.count]).map { range in
            TextLine(line.text(range.0..<range.1).withoutSeparators, number: line.number, page: line.page)
        }.filter { !$0.isBlank }
    }

    /// Words that can stand in a person's name.
    static func isName(_ words: ArraySlice<Word>) -> Bool {
        guard let first = words.first else { return false }
        return first.isCapitalised && words.count <= 9 && !words.contains(where: \.isNumber)
    }

    /// Behind an office or a style that opens the line, and the first word of the name after it.
    private func startOfName(_ index: Int) -> Int {
        var index = index
        if let role = vocabulary[.role].hit(in: line.words, at: index) {
            index = RolePhrase.end(in: line.words, from: role.words.upperBound, vocabulary)
        }
        if let honorific = vocabulary[.honorific].hit(in: line.words, at: index) { index = honorific.words.upperBound }
        return max(1, min(index + 1, line.words.count))
    }

    /// Looks at one word, notes cuts, gives the next word to look at.
    private mutating func step(at index: Int) -> Int {
        let word = line.words[index]
        if !isInAddress, word.isCapitalised, let role = vocabulary[.role].hit(in: line.words, at: index) { return cutRole(role, at: index) }
        if word.isCapitalised, word.joint != .mark || !isInAddress, let hit = vocabulary[.institution].hit(in: line.words, at: index) {
            return cutInstitution(hit, at: index)
        }
        if word.isNumber { return cutNumber(at: index) }
        if !isInAddress, word.isCapitalised, vocabulary[.street].hit(in: line.words, at: index) != nil, word.joint != .hyphen {
            isInAddress = true
            cuts.append(index)
        } else if isInAddress {
            cutStreetEnd(at: index)
            if let end = cutCountry(at: index) { return end }
        }
        return index + 1
    }

    private mutating func cutRole(_ hit: PhraseSet.Hit, at index: Int) -> Int {
        cuts.append(index)
        let end = RolePhrase.end(in: line.words, from: hit.words.upperBound, vocabulary)
        if end > hit.words.upperBound { cuts.append(end) }
        return end
    }

    /// "Embassy of Peru", "Office of the Public Prosecutor"; one without "of" ends with its own words.
    private mutating func cutInstitution(_ hit: PhraseSet.Hit, at index: Int) -> Int {
        let isAfterAdjective = index > 0 && CountryNames.shared.hit(in: line.words, at: index - 1)?.kind == .adjective
        cuts.append(isAfterAdjective ? index - 1 : index)
        isInAddress = true
        let end = RolePhrase.end(in: line.words, from: hit.words.upperBound, vocabulary)
        guard end < line.words.count else { return end }
        let isWhole = end > hit.words.upperBound || !["of", "de", "du", "des", "del", "for", "in"].contains(line.words[end].folded)
        if isWhole, line.words[end].joint == .blank { cuts.append(end) }
        return end
    }

    /// A house number before its street begins a line; behind its street it ends one.
    private mutating func cutNumber(at index: Int) -> Int {
        let start = cuts.last ?? 0
        // "Suite 400 Washington"
        let isAfterStreet =
            index > start
            && (vocabulary[.street].hit(in: line.words, at: start) != nil
                || line.words[index].joint == .blank && vocabulary[.street].hit(in: line.words, at: index - 1) != nil)
        if isAfterStreet {
            if index + 1 < line.words.count, line.words[index + 1].isCapitalised, line.words[index + 1].joint == .blank { cuts.append(index + 1) }
        } else if !isInAddress {
            cuts.append(index)
        }
        isInAddress = true
        return index + 1
    }

    private mutating func cutStreetEnd(at index: Int) {
        guard vocabulary[.streetEnd].hit(in: line.words, at: index) != nil, index + 1 < line.words.count else { return }
        let next = line.words[index + 1]
        guard next.isCapitalised, next.joint == .blank, vocabulary[.streetEnd].hit(in: line.words, at: index + 1) == nil else { return }
        cuts.append(index + 1)
    }

    /// A country's long name behind a town.
    private mutating func cutCountry(at index: Int) -> Int? {
        guard let hit = CountryNames.shared.hit(in: line.words, at: index), hit.kind == .name, hit.words.upperBound == line.words.count else {
            return nil
        }
        guard line.words[index].joint == .blank else { return hit.words.upperBound }
        let isLong = hit.words.count >= 2 || line.words[index - 1].isNumber || index - (cuts.last ?? index) >= 2
        guard isLong else { return nil }
        cuts.append(index)
        return hit.words.upperBound
    }
}
