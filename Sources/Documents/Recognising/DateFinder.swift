/// Finds dates in the words of a line, in every language of the vocabulary: "23 November 2021", "June 1 2023", "1er juin 2012",
/// "9 de febrero del 2000", "26 Feb 99", "06.01.2009", "2021-11-23". Counters of days and years alone are no dates.
struct DateFinder: Sendable {
    struct Hit: Sendable {
        let day: Day
        let words: Range<Int>
    }

    private let months: PhraseSet

    init(_ vocabulary: Vocabulary = .shared) {
        months = vocabulary[.month]
    }

    func hits(in line: TextLine) -> [Hit] {
        var hits: [Hit] = []
        var index = 0
        while index < line.words.count {
            if let hit = hit(in: line, at: index) {
                hits.append(hit)
                index = hit.words.upperBound
            } else {
                index += 1
            }
        }
        return hits
    }

    private func hit(in line: TextLine, at index: Int) -> Hit? {
        let words = line.words
        if words[index].isNumber { return dayFirst(words, index) ?? numeric(line, index) }
        return monthFirst(words, index)
    }

    /// 23 November 2021 · 1er juin 2012 · 23. November 2021 · 9 de febrero del 2000
    private func dayFirst(_ words: [Word], _ start: Int) -> Hit? {
        guard let day = words[start].value, (1...31).contains(day) else { return nil }
        var index = skip(words, start + 1, Self.ordinals)
        index = skip(words, index, Self.particles)
        guard let month = months.hit(in: words, at: index), let number = Int(month.value) else { return nil }
        index = month.words.upperBound
        // "يونيو/حزيران": two names of one month
        if let other = months.hit(in: words, at: index), other.value == month.value { index = other.words.upperBound }
        index = skip(words, skip(words, index, Self.particles), Self.particles)
        guard index < words.count, let year = year(words[index]) else { return nil }
        return Day(year: year, month: number, day: day).map { Hit(day: $0, words: start..<(index + 1)) }
    }

    /// November 23, 2021 · June 1 2023 · March 3rd, 2009
    private func monthFirst(_ words: [Word], _ start: Int) -> Hit? {
        guard let month = months.hit(in: words, at: start), let number = Int(month.value) else { return nil }
        var index = month.words.upperBound
        guard index < words.count, let day = words[index].value, (1...31).contains(day) else { return nil }
        index = skip(words, index + 1, Self.ordinals)
        guard index < words.count, let year = year(words[index]) else { return nil }
        return Day(year: year, month: number, day: day).map { Hit(day: $0, words: start..<(index + 1)) }
    }

    /// 06.01.2009, the day first, and 2021-11-23; with slashes nobody can tell day from month.
    private func numeric(_ line: TextLine, _ start: Int) -> Hit? {
        let words = line.words
        guard start + 2 < words.count, words[start + 1].isNumber, words[start + 2].isNumber else { return nil }
        let numbers = words[start...(start + 2)].compactMap(\.value)
        guard numbers.count == 3, let mark = separator(line, start), mark == separator(line, start + 1) else { return nil }
        let day: Day? =
            switch mark {
            case 0x2E where words[start + 2].folded.utf8.count == 4: Day(year: numbers[2], month: numbers[1], day: numbers[0])
            case 0x2D where words[start].folded.utf8.count == 4: Day(year: numbers[0], month: numbers[1], day: numbers[2])
            default: nil
            }
        guard let day, (1945...2099).contains(day.year) else { return nil }
        return Hit(day: day, words: start..<(start + 3))
    }

    /// The one byte between two words.
    private func separator(_ line: TextLine, _ index: Int) -> UInt8? {
        let gap = line.words[index].range.upperBound..<line.words[index + 1].range.lowerBound
        return gap.count == 1 ? line.utf8[gap.lowerBound] : nil
    }

    private func year(_ word: Word) -> Int? {
        guard let value = word.value else { return nil }
        switch word.folded.utf8.count {
        case 4: return (1945...2099).contains(value) ? value : nil
        case 2: return value >= 61 ? 1900 + value : 2000 + value
        default: return nil
        }
    }

    private func skip(_ words: [Word], _ index: Int, _ skipped: Set<String>) -> Int {
        index < words.count && skipped.contains(words[index].folded) ? index + 1 : index
    }

    private static let ordinals: Set<String> = ["st", "nd", "rd", "th", "er", "o", "e", "re"]
    private static let particles: Set<String> = ["de", "del", "of", "do"]
}
