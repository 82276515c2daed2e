package import Documents
package import Storage

extension Connection {
    /// The actions that readers of a section find, the latest number first, and where the next page begins.
    ///
    /// - Parameter today: only those that take letters on that day.
    package func publicActions(
        shownBy section: Section.Code, country: Country? = nil, topic: Topic? = nil, takingLettersOn today: Day? = nil, after place: ListPlace? = nil,
        limit: Int
    ) throws -> (actions: [(action: Action, topics: Set<Topic>)], next: ListPlace?) {
        let open = try today.map { Set(try actionsTakingLetters(on: $0, shownBy: section).map(\.reference)) }
        let lasting: SQL =
            today.map { "a.id IN (SELECT l.action_id FROM output l WHERE l.id IN (\(SQL.lasting(until: $0, for: section))))" } ?? "1 = 1"
        let filter: SQL = try "\(chosen(country, topic)) AND \(after(place)) AND \(lasting)"
        var references = try publicReferences(shownBy: section, where: filter, limit: open == nil ? limit + 1 : nil)
        if let open { references = references.filter(open.contains) }
        let shown = references.prefix(limit)
        let actions = try shown.map { (action: try publicAction($0).seen(by: section), topics: try topics(of: $0)) }
        return (actions, references.count > limit ? shown.last.map { ListPlace($0) } : nil)
    }

    /// The numbers of actions that readers of a section find, the latest first.
    ///
    /// - Parameter filter: of actions `a`.
    package func publicReferences(
        shownBy section: Section.Code, where filter: SQL = "1 = 1", skipping: Int = 0, limit: Int? = nil
    ) throws -> [Reference] {
        let cut: SQL = limit.map { "LIMIT \($0) OFFSET \(skipping)" } ?? ""
        return try rows(
            """
            SELECT a.series, a.serial, a.year FROM action a WHERE \(isPublic(for: section)) AND \(filter)
            ORDER BY a.year DESC, a.serial DESC, a.series \(cut)
            """
        ).map(Reference.init)
    }

    /// How many actions readers of a section find.
    package func publicCount(shownBy section: Section.Code) throws -> Int {
        try row("SELECT COUNT(*) AS actions FROM action a WHERE \(isPublic(for: section))")?("actions") ?? 0
    }

    private func isPublic(for section: Section.Code) -> SQL {
        """
        EXISTS (SELECT 1 FROM output o WHERE o.action_id = a.id AND o.published_at IS NOT NULL AND \(shown(by: section)))
        AND NOT EXISTS (SELECT 1 FROM withdrawal w WHERE w.action_id = a.id)
        """
    }

    /// What was taken down of all that readers of a section found, the latest number first. Nothing that says of whom it told.
    package func publicWithdrawals(
        shownBy section: Section.Code, after place: ListPlace? = nil, limit: Int
    ) throws -> (withdrawals: [(reference: Reference, at: Instant)], next: ListPlace?) {
        let found = try rows(
            """
            SELECT a.series, a.serial, a.year, (SELECT w.at FROM withdrawal w WHERE w.action_id = a.id) AS at FROM action a
            WHERE a.id IN (SELECT w.action_id FROM withdrawal w)
              AND EXISTS (SELECT 1 FROM output o WHERE o.action_id = a.id AND o.published_at IS NOT NULL AND \(shown(by: section))) AND \(after(place))
            ORDER BY a.year DESC, a.serial DESC, a.series LIMIT \(limit + 1)
            """
        ).map { (reference: try Reference($0), at: try $0("at") as Instant) }
        let page = found.prefix(limit)
        return (Array(page), found.count > limit ? page.last.map { ListPlace($0.reference) } : nil)
    }

    private func after(_ place: ListPlace?) -> SQL {
        guard let last = place?.reference else { return "1 = 1" }
        return """
            (a.year < \(last.year) OR (a.year = \(last.year) AND (a.serial < \(last.serial)
             OR (a.serial = \(last.serial) AND a.series > \(last.series)))))
            """
    }
}
