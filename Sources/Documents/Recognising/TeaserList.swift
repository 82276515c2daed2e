/// Entries of a page that lists actions without their numbers: a title, a few words, a date or "read more", again and again.
struct TeaserList {
    private let manuscript: Manuscript

    init(_ manuscript: Manuscript) {
        self.manuscript = manuscript
    }

    /// How many entries there are, 0 where the page has addressees or says of itself which action it is.
    var entries: Int {
        let outline = manuscript.outline
        guard outline.sections(.targets, .contacts, .demands, .noAction, .deadline, .summary).isEmpty, CaseReferences(manuscript)() == nil else {
            return 0
        }
        return max(buttons, dates, places)
    }

    /// "Read more" on lines of their own, or at the end of a teaser.
    private var buttons: Int {
        outlined.count { line in
            guard line.words.count <= 3 || line.words.count > 4, let last = line.words.indices.last else { return false }
            return (max(0, last - 2)...last).contains { index in
                guard let hit = manuscript.vocabulary[.button].hit(in: line.words, at: index) else { return false }
                return hit.words.upperBound == line.words.count && (hit.words.count > 1 || line.words.count == 1)
            }
        }
    }

    /// Dates alone on their lines, no two the same.
    private var dates: Int {
        let finder = DateFinder(manuscript.vocabulary)
        let days = outlined.filter { $0.words.count <= 6 }.compactMap { line -> Day? in
            guard let hit = finder.hits(in: line).first, line.words.count - hit.words.count <= 2 else { return nil }
            return hit.day
        }
        return days.count >= 4 && Set(days).count >= 3 ? days.count : 0
    }

    /// "Iran: student at risk", "Peru | Teacher free": lines that begin with a country and its mark.
    private var places: Int {
        let countries = outlined.filter { (3...25).contains($0.words.count) }.compactMap { line -> Country? in
            guard let hit = CountryNames.shared.hit(in: line.words, at: 0), hit.kind == .name, hit.words.upperBound < line.words.count else {
                return nil
            }
            let gap = line.utf8[line.words[hit.words.upperBound - 1].range.upperBound..<line.words[hit.words.upperBound].range.lowerBound]
            return gap.contains { [0x3A, 0x7C, 0x2D, 0xE2].contains($0) } ? hit.country : nil
        }
        return countries.count >= 4 && Set(countries).count >= 3 ? countries.count : 0
    }

    private var outlined: [TextLine] { manuscript.outline.lines.filter { !$0.isBlank } }
}
