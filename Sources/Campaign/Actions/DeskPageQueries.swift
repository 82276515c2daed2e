package import Documents
package import Storage

extension Connection {
    /// The actions that a section sees at its desk, a page at a time. Each page is found by the place of the last row before it, so that the
    /// hundredth costs what the first does.
    ///
    /// - Parameter language: of the headlines, where there is one in it.
    package func deskPage(
        _ filter: DeskFilter, of section: Section.Code, in language: Language, since day: Day, limit: Int
    ) throws -> DeskPage {
        let isByDeadline = filter.state.isByDeadline
        let place: SQL = isByDeadline ? deadlinePlace(for: section) : "a.year || '.' || a.serial || '.' || a.series"
        let order: SQL = isByDeadline ? "place" : "a.year DESC, a.serial DESC, a.series DESC"
        var conditions = try deskConditions(filter, of: section, since: day)
        conditions.append(deskShown(by: section))
        if let after = deskAfter(filter, of: section) { conditions.append(after) }
        let rows = try rows(
            """
            SELECT a.series, a.serial, a.year, o.ordinal, \(SQL.lastDay(for: section)) AS act_until, o.published_at, o.ended_on, o.end_reason, \(place) AS place,
                COALESCE((SELECT t.headline FROM text t WHERE t.output_id = o.id AND t.language = \(language)),
                         (SELECT MIN(t.headline) FROM text t WHERE t.output_id = o.id)) AS headline,
                EXISTS (SELECT 1 FROM withdrawal w WHERE w.action_id = a.id) AS withdrawn,
                (SELECT m.state FROM manuscript m WHERE m.output_id = o.id) AS manuscript
            FROM action a JOIN output o ON o.action_id = a.id
            WHERE NOT EXISTS (SELECT 1 FROM output n WHERE n.action_id = a.id AND n.ordinal > o.ordinal) AND \(SQL.joined(conditions, by: " AND "))
            ORDER BY \(order) LIMIT \(limit + 1)
            """
        )
        let shown = rows.prefix(limit)
        return DeskPage(entries: try shown.map(DeskEntry.init), next: rows.count > limit ? try shown.last?("place") : nil)
    }

    /// Where an action stands among those with a deadline: drafts first.
    private func deadlinePlace(for section: Section.Code) -> SQL {
        """
        (CASE WHEN o.published_at IS NULL THEN '0' ELSE '1' END) || COALESCE(\(SQL.lastDay(for: section)), '9999-12-31') || '.' || (9999 - a.year) || '.'
            || (900000 - a.serial) || '.' || a.series
        """
    }

    private func deskConditions(_ filter: DeskFilter, of section: Section.Code, since day: Day) throws -> [SQL] {
        let last = SQL.lastDay(for: section)
        let isOver: SQL =
            "(o.published_at IS NOT NULL AND (\(last) IS NULL OR \(last) < \(day) OR o.ended_on IS NOT NULL OR o.end_reason IS NOT NULL))"
        let isThere: SQL = "NOT EXISTS (SELECT 1 FROM withdrawal w WHERE w.action_id = a.id)"
        let unpublished: SQL = "SELECT p.id FROM output p WHERE p.published_at IS NULL", lasting = SQL.lasting(until: day, for: section)
        let state: SQL? =
            switch filter.state {
            case .now: "o.id IN (\(unpublished) UNION \(lasting)) AND NOT \(isOver) AND \(isThere)"
            case .draft: "o.id IN (\(unpublished)) AND \(isThere)"
            case .open: "o.id IN (\(lasting)) AND o.published_at IS NOT NULL AND NOT \(isOver) AND \(isThere)"
            case .over: isOver
            case .withdrawn: "a.id IN (SELECT w.action_id FROM withdrawal w)"
            case .all: nil
            }
        let narrowing: [SQL?] = [
            state, filter.year.map { "a.year = \($0)" },
            filter.country.map { "EXISTS (SELECT 1 FROM action_country c WHERE c.action_id = a.id AND c.country = \($0))" },
            filter.topic.map { "EXISTS (SELECT 1 FROM action_topic c WHERE c.action_id = a.id AND c.topic = \($0))" },
            try filter.words.map(deskWords),
        ]
        return narrowing.compactMap { $0 }
    }

    /// Actions that have all these words somewhere, drafts too; nearly the same names where nothing is written as it was typed.
    private func deskWords(_ words: String) throws -> SQL {
        let languages = try searchLanguages()
        var terms = SearchTerm.all(in: words, languages)
        guard !terms.isEmpty else { return "1 = 0" }
        if try !hasWords(terms) {
            for index in terms.indices where try !hasWords([terms[index]]) {
                guard let name = SpelledName(Substring(terms[index].word)) else { continue }
                terms[index].forms += try namesNear(name).flatMap { SearchTerm.all(in: $0.name.word, languages).flatMap(\.forms) }
            }
        }
        return """
            a.id IN (SELECT s.action_id FROM search_entry s WHERE s.number IN (
                SELECT \(SQL.searchNumber(dialect)) FROM search_words WHERE \(SQL.hasWords(terms, inHead: false, dialect))))
            """
    }

    private func deskShown(by section: Section.Code) -> SQL {
        section == .international
            ? "1 = 1" : "EXISTS (SELECT 1 FROM edition e WHERE e.output_id = o.id AND e.section IN (\(section), \(Section.Code.international)))"
    }

    private func deskAfter(_ filter: DeskFilter, of section: Section.Code) -> SQL? {
        guard let after = filter.after else { return nil }
        if filter.state.isByDeadline { return "\(deadlinePlace(for: section)) > \(after)" }
        let parts = after.split(separator: ".").map(String.init)
        guard parts.count == 3, let year = Int(parts[0]), let serial = Int(parts[1]) else { return nil }
        return "(a.year, a.serial, a.series) < (\(year), \(serial), \(parts[2]))"
    }
}

extension Connection {
    /// The countries and years by which the desk's list can be narrowed.
    package func deskChoices() throws -> (countries: [Country], years: [Int]) {
        let span = try row("SELECT MIN(year) AS first, MAX(year) AS last FROM action")
        let first: Int? = try span?("first"), last: Int? = try span?("last")
        let years = first.flatMap { first in last.map { Array((first...$0).reversed()) } } ?? []
        return (try rows("SELECT DISTINCT country FROM action_country ORDER BY country").map { try $0("country") }, years)
    }
}
