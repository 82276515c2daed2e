/// Finds names of persons in text: two or more capitalised words, with particles, that are no place, body or month.
struct NameFinder: Sendable {
    private let vocabulary: Vocabulary

    init(_ vocabulary: Vocabulary = .shared) {
        self.vocabulary = vocabulary
    }

    /// Names with the words they are made of.
    func names(in line: TextLine) -> [(name: String, words: Range<Int>)] {
        var names: [(String, Range<Int>)] = []
        var index = 0
        while index < line.words.count {
            let run = run(line.words, from: index)
            if let name = name(run, in: line) { names.append(name) }
            index = max(run.upperBound, index + 1)
        }
        return names
    }

    /// Capitalised words and the particles between them, none parted by a mark.
    private func run(_ words: [Word], from start: Int) -> Range<Int> {
        guard isNamePart(words[start]) else { return start..<start }
        var end = start + 1
        var index = end
        while index < words.count, words[index].joint != .mark, words[index].joint != .glued {
            if isNamePart(words[index]) || words[index].joint == .hyphen && words[index].shape != .number {
                end = index + 1
            } else if !isParticle(words[index]) || isArticle(words[index], after: words[index - 1]) {
                break
            }
            index += 1
        }
        return start..<end
    }

    private func isNamePart(_ word: Word) -> Bool {
        word.isCapitalised && vocabulary[.nobody].hit(in: [word], at: 0) == nil
    }

    private func isParticle(_ word: Word) -> Bool {
        word.shape == .small && vocabulary[.particle].hit(in: [word], at: 0) != nil && word.folded.utf8.count <= 5 && word.folded != "y"
            && word.folded != "e"
    }

    /// "Rat der Opposition": in names an article follows another particle, as in "van der".
    private func isArticle(_ word: Word, after other: Word) -> Bool {
        ["der", "den", "die", "des", "dem"].contains(word.folded) && !["van", "von", "zu", "op", "in", "aus"].contains(other.folded)
    }

    private func name(_ run: Range<Int>, in line: TextLine) -> (String, Range<Int>)? {
        let words = line.words[run]
        guard (2...9).contains(words.count),
            words.count(where: { $0.isCapitalised && $0.range.count > 1 }) >= 2 || words.contains(where: { $0.joint == .hyphen })
                || isInitialled(words)
        else { return nil }
        // "Armed Robbery Tribunal"
        if run.upperBound < line.words.count, line.words[run.upperBound].joint == .blank, line.words[run.upperBound].shape == .capitalised,
            Self.bodies.contains(line.words[run.upperBound].folded)
        {
            return nil
        }
        // "Chekhov Street 13"
        let isStreet = [run.upperBound - 1, run.upperBound].contains { index in
            index < line.words.count && line.words[index].isCapitalised && ["street", "avenue", "road"].contains(line.words[index].folded)
        }
        guard !isStreet else { return nil }
        guard vocabulary[.publisher].first(in: line.words, from: run.lowerBound, to: run.upperBound) == nil else { return nil }
        guard !words.allSatisfy({ $0.shape == .capitals }), !isPlace(line, run), !isDate(line.words, run) else { return nil }
        guard vocabulary[.role].hit(in: line.words, at: run.lowerBound) == nil,
            vocabulary[.institution].first(in: line.words, from: run.lowerBound, to: run.upperBound) == nil
        else { return nil }
        return (line.text(words[run.lowerBound].range.lowerBound..<words[run.upperBound - 1].range.upperBound), run)
    }

    /// Words that end the name of a body, a law or a place.
    private static let bodies: Set<String> = [
        "tribunal", "court", "police", "commission", "committee", "council", "department", "ministry", "party", "act", "law", "code", "convention",
        "army", "forces", "prison", "university", "embassy", "movement",
    ]

    /// "Sara K."
    private func isInitialled(_ words: ArraySlice<Word>) -> Bool {
        words.count == 2 && words.allSatisfy(\.isCapitalised) && words[words.startIndex].range.count > 2
    }

    private func isPlace(_ line: TextLine, _ run: Range<Int>) -> Bool {
        if CountryNames.shared.hits(in: line.words, from: run.lowerBound, to: run.upperBound).contains(where: { $0.kind != .state }) { return true }
        // "Civic Council of Peoples", "Bay of Biscay"
        return run.upperBound < line.words.count && line.words[run.upperBound].folded == "of" && line.words[run.upperBound].joint == .blank
    }

    private func isDate(_ words: [Word], _ run: Range<Int>) -> Bool {
        vocabulary[.month].first(in: words, from: run.lowerBound, to: run.upperBound) != nil
            || vocabulary[.weekday].first(in: words, from: run.lowerBound, to: run.upperBound) != nil
    }
}
