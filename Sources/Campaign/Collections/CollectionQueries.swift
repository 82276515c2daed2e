import Documents
package import Storage

extension Connection {
    /// The section's collections, the newest first.
    package func collections(of section: Section.Code) throws -> [CaseCollection] {
        try rows("SELECT * FROM collection WHERE section = \(section) ORDER BY starts_on DESC, slug LIMIT 100").map(collection)
    }

    /// Throws `CollectionRefusal.unknown`.
    package func collection(_ slug: String, of section: Section.Code) throws -> CaseCollection {
        guard let row = try row("SELECT * FROM collection WHERE section = \(section) AND slug = \(slug)") else {
            throw CollectionRefusal.unknown(slug)
        }
        return try collection(row)
    }

    func hasCollection(_ slug: String, of section: Section.Code) throws -> Bool {
        try row("SELECT 1 AS one FROM collection WHERE section = \(section) AND slug = \(slug)") != nil
    }

    private func collection(_ row: Row) throws -> CaseCollection {
        let id: CaseCollection.ID = try row("id")
        let texts = try rows("SELECT * FROM collection_text WHERE collection_id = \(id)").map { text in
            (try text("language") as Language, CaseCollection.Words(title: try text("title"), words: try (text("words") as Lines).lines))
        }
        let cases = try rows(
            """
            SELECT a.series, a.serial, a.year FROM collection_case c JOIN action a ON a.id = c.action_id
            WHERE c.collection_id = \(id) ORDER BY c.position
            """
        ).map(Reference.init)
        return CaseCollection(
            id: id, section: try row("section"), slug: try row("slug"), startsOn: try row("starts_on"), endsOn: try row("ends_on"),
            lateDays: try row("late_days"), isForSchools: try row("for_schools"), isPublic: try row("is_public"),
            texts: Dictionary(texts, uniquingKeysWith: { first, _ in first }), cases: cases)
    }

    /// What counts for it: reports made here on its cases, to whichever section, from its first day to the last for returns, and what other servers
    /// told of the cases on these days.
    package func totals(of collection: CaseCollection) throws -> CollectionTotals {
        let here = try rows(
            """
            SELECT a.series, a.serial, a.year, CAST(SUM(t.appeals) AS BIGINT) AS appeals
            FROM collection_case c JOIN action a ON a.id = c.action_id JOIN output o ON o.action_id = a.id JOIN tally t ON t.output_id = o.id
            WHERE c.collection_id = \(collection.id) AND t.source <> 'import' AND t.reported_on BETWEEN \(collection.startsOn) AND \(collection.takenUntil)
            GROUP BY a.series, a.serial, a.year
            """
        ).map { (try Reference($0), try $0("appeals") as Int) }
        let cases = try here + appealsAtServers(for: collection.id).filter { $0.1 > 0 }
        let groups = try rows(
            """
            SELECT g.code, g.place, CAST(SUM(r.quantity) AS BIGINT) AS appeals
            FROM collection_case c JOIN output o ON o.action_id = c.action_id JOIN report r ON r.output_id = o.id
                JOIN group_report x ON x.report_id = COALESCE(r.voids, r.id) JOIN writing_group g ON g.id = x.group_id
            WHERE c.collection_id = \(collection.id) AND r.reported_on BETWEEN \(collection.startsOn) AND \(collection.takenUntil)
            GROUP BY g.code, g.place
            """
        ).map { (try $0("code") as String, try $0("place") as String?, try $0("appeals") as Int) }
        let all = cases.reduce(0) { $0 + $1.1 }, grouped = groups.reduce(0) { $0 + $1.2 }
        var places = Dictionary(groups.map { ($0.1 ?? "", $0.2) }, uniquingKeysWith: +)
        if all > grouped { places["", default: 0] += all - grouped }
        return CollectionTotals(
            cases: Dictionary(cases, uniquingKeysWith: +), places: places, groups: Dictionary(groups.map { ($0.0, $0.2) }, uniquingKeysWith: +))
    }

    /// Puts a collection in place of what it was.
    func put(_ collection: CaseCollection, at now: Instant) throws {
        try execute(
            """
            INSERT INTO collection (id, section, slug, starts_on, ends_on, late_days, for_schools, is_public, created_at)
            VALUES (\(collection.id), \(collection.section), \(collection.slug), \(collection.startsOn), \(collection.endsOn), \(collection.lateDays),
                \(collection.isForSchools), \(collection.isPublic), \(now))
            ON CONFLICT (id) DO UPDATE SET starts_on = excluded.starts_on, ends_on = excluded.ends_on, late_days = excluded.late_days,
                for_schools = excluded.for_schools, is_public = excluded.is_public
            """
        )
        try execute("DELETE FROM collection_text WHERE collection_id = \(collection.id)")
        for (language, text) in collection.texts {
            try execute(
                """
                INSERT INTO collection_text (collection_id, language, title, words)
                VALUES (\(collection.id), \(language), \(text.title), \(Lines(text.words)))
                """
            )
        }
        try execute("DELETE FROM collection_case WHERE collection_id = \(collection.id)")
        for (position, reference) in collection.cases.enumerated() {
            let action = try publicAction(reference)
            try execute("INSERT INTO collection_case (collection_id, action_id, position) VALUES (\(collection.id), \(action.id), \(position))")
        }
    }
}
