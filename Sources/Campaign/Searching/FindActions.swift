import BitCollections
package import Documents
package import Storage

/// Finds published actions by their words, as one section shows them.
package struct FindActions: Sendable {
    /// How many results stand on a page.
    package static let page = 20

    let database: any Database
    let shelves: SearchShelves

    package init(database: any Database, shelves: SearchShelves) {
        self.database = database
        self.shelves = shelves
    }

    /// - Parameters:
    ///   - languages: the reader's, the best first.
    ///   - today: the day it is for the section.
    package func callAsFunction(_ wish: SearchWish, of section: Section.Code, in languages: [Language], today: Day) async throws -> SearchFindings {
        let shelves = shelves
        return try await database.readAnywhere { db in
            let version = try db.searchVersion(), shelf = try shelves.shelf(of: section, at: version, db)
            let terms = try wish.words.isEmpty ? [] : SearchTerm.all(in: wish.words, db.searchLanguages())
            guard wish.words.allSatisfy(\.isWhitespace) || !terms.isEmpty else { return SearchFindings() }
            var search = Search(db: db, shelves: shelves, version: version, shelf: shelf, wish: wish, today: today.text, terms: terms)
            return try search(for: section, in: languages)
        }
    }
}

/// What was found, a page of it.
package struct SearchFindings: Sendable {
    package struct Hit: Sendable {
        package let summary: ActionSummary
        package let snippet: Snippet?
    }

    package internal(set) var hits: [Hit] = []
    /// All results, of which `hits` are a page.
    package internal(set) var total = 0
    package internal(set) var facets = SearchFacets()
    /// Names that were looked for as well, because nothing is written as it was typed.
    package internal(set) var near: [SearchNear] = []
    /// How many results some of the words have alone, when all together have none.
    package internal(set) var alone: [(word: String, count: Int)] = []
    /// Where the next page begins; nil on the last.
    package internal(set) var next: SearchPlace?

    init() {}
}

/// A word as it was typed, and names that are nearly the same.
package struct SearchNear: Sendable, Equatable {
    package let word: String
    package let names: [String]
}

/// One search inside a transaction's view of the data.
private struct Search {
    let db: any Connection
    let shelves: SearchShelves
    /// Of the index.
    let version: Int
    let shelf: SearchShelf
    let wish: SearchWish
    let today: String
    var terms: [SearchTerm]

    mutating func callAsFunction(for section: Section.Code, in languages: [Language]) throws -> SearchFindings {
        var findings = SearchFindings(), found = try found()
        if found.matches == 0, !terms.isEmpty {
            findings.near = try widen()
            if !findings.near.isEmpty { found = try self.found() }
            if found.matches == 0 { findings.alone = try alone() }
        }
        findings.total = found.places.count
        findings.facets = found.facets
        let first = wish.after.map { after in found.places.firstIndex { SearchPlace(shelf.actions[$0.place], $0.tier) > after } ?? found.places.count
        }
        let page = found.places[(first ?? 0)...].prefix(FindActions.page)
        if page.endIndex < found.places.count, let last = page.last { findings.next = SearchPlace(shelf.actions[last.place], last.tier) }
        findings.hits = try hits(Array(page), found, section, languages)
        return findings
    }

    private func found() throws -> ShelfFindings {
        let whole = try terms.isEmpty ? nil : outputs(with: terms)
        let head = try whole?.isEmpty == false ? outputs(with: terms, inHead: true) : []
        return ShelfFindings(shelf, wish, today: today, whole: whole, head: head)
    }

    private func outputs(with terms: [SearchTerm], inHead: Bool = false) throws -> BitSet {
        try shelves.outputs(with: terms, inHead: inHead, at: version, db)
    }

    private func count(_ terms: [SearchTerm]) throws -> Int {
        ShelfFindings(shelf, SearchWish(), today: today, whole: try outputs(with: terms), head: []).matches
    }

    /// Takes names into the search that are nearly what was typed, for each word that this section has nowhere.
    private mutating func widen() throws -> [SearchNear] {
        let languages = try db.searchLanguages()
        var near: [SearchNear] = []
        for index in terms.indices {
            guard let name = SpelledName(Substring(terms[index].word)), try count([terms[index]]) == 0 else { continue }
            let names = try db.namesNear(name).filter { shelf.hasAny(of: $0.actions) }.map(\.name.word)
            guard !names.isEmpty else { continue }
            terms[index].forms += names.flatMap { SearchTerm.all(in: $0, languages).flatMap(\.forms) }
            near.append(SearchNear(word: terms[index].word, names: names))
        }
        return near
    }

    private func alone() throws -> [(word: String, count: Int)] {
        guard terms.count > 1 else { return [] }
        return try terms.map { ($0.word, try count([$0])) }.filter { $0.1 > 0 }
    }

    private func hits(
        _ page: [(tier: Int, place: Int)], _ found: ShelfFindings, _ section: Section.Code, _ languages: [Language]
    ) throws -> [SearchFindings.Hit] {
        guard !page.isEmpty else { return [] }
        let summaries = try db.actions(of: page.map { shelf.actions[$0.place].id }, shownBy: section)
        let texts = terms.isEmpty ? [:] : try db.searchTexts(page.compactMap { found.output(at: $0.place) })
        var forms: [Language: WordForms] = [:]
        return page.compactMap { tier, place in
            guard let summary = summaries[shelf.actions[place].reference] else { return nil }
            let said = found.output(at: place).flatMap { texts[$0] } ?? []
            let snippet = terms.isEmpty ? nil : Snippet(said, terms, preferring: languages, thoroughly: tier > 0, &forms)
            return SearchFindings.Hit(summary: summary, snippet: snippet)
        }
    }
}
