/// A page that lists many actions and holds none of them.
struct ListPage {
    private let manuscript: Manuscript

    init(_ manuscript: Manuscript) {
        self.manuscript = manuscript
    }

    /// Why the page is a list, or nil.
    var reason: String? {
        guard manuscript.outline.sections(.letter).isEmpty, manuscript.outline.lines.count < Self.mostLines else { return nil }
        let entries = entries
        if entries >= 2, isList(entries) { return Self.reason(entries) }
        let teasers = TeaserList(manuscript).entries
        return teasers >= 3 ? Self.reason(teasers) : nil
    }

    private static func reason(_ entries: Int) -> String { "a page that lists \(entries) actions; import each action's own page" }

    /// No page of a site has more.
    private static let mostLines = 20_000

    /// A pager or the state of each entry tells; many entries tell by themselves.
    private func isList(_ entries: Int) -> Bool {
        entries >= 4 || hasPager || states >= 2
    }

    /// Lines that begin with a number of their own: "FI 104/19-5 | Égypte", "Urgent Action: TITLE (Peru: 119.21)".
    private var entries: Int {
        var references: Set<String> = []
        for line in manuscript.outline.lines where line.words.count <= 40 {
            if let bracket = TitleBracket(line) {
                references.insert(line.text(bracket.content))
            } else if let match = ReferenceScanner(line.utf8, leniency: .typed).all(limit: 1).first, match.range.lowerBound == 0, match.prefix != nil
            {
                references.insert("\(match.serial)/\(match.year ?? 0)")
            } else if line.utf8.contains(0x7C), let match = ReferenceScanner(line.utf8, leniency: .typed).bare(at: 0), match.year != nil {
                references.insert("\(match.serial)/\(match.year ?? 0)")
            }
        }
        return references.count
    }

    /// "Page 1 of 623", "6227 articles"
    private var hasPager: Bool {
        manuscript.outline.lines.contains { line in
            let words = line.words
            guard words.count <= 5 else { return false }
            if words.count >= 4, ["page", "seite", "pagina"].contains(words[0].folded), words[1].isNumber, words[3].isNumber { return true }
            return words.count == 2 && words[0].isNumber
                && ["articles", "results", "artikel", "resultados", "resultats", "treffer", "actions"].contains(words[1].folded)
        }
    }

    /// Lines that say since when an action runs or when it ended.
    private var states: Int {
        manuscript.outline.lines.count { line in
            line.words.count <= 14
                && (manuscript.vocabulary[.issued].hit(in: line.words, at: 0) ?? manuscript.vocabulary[.ended].hit(in: line.words, at: 0)) != nil
                && !DateFinder(manuscript.vocabulary).hits(in: line).isEmpty
        }
    }
}
