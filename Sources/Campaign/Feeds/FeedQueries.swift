package import Documents
package import Storage

extension Connection {
    /// What was published last, output by output, newest first. Throws `ActionRefusal` for an action that is not here or was taken down.
    ///
    /// - Parameters:
    ///   - reference: only the outputs of one action.
    ///   - page: how many pages of `size` to leave out.
    package func feedOutputs(
        shownBy section: Section.Code, country: Country? = nil, topic: Topic? = nil, of reference: Reference? = nil, page: Int, size: Int
    ) throws -> [FeedOutput] {
        let actions = try reference.map { try SQL("a.id = \(publicAction($0).id)") } ?? chosen(country, topic)
        let found = try rows(
            """
            SELECT a.id, a.series, a.serial, a.year, o.ordinal, o.published_at FROM output o JOIN action a ON a.id = o.action_id
            WHERE o.published_at IS NOT NULL AND \(actions) AND \(shown(by: section))
              AND NOT EXISTS (SELECT 1 FROM withdrawal w WHERE w.action_id = a.id)
            ORDER BY o.published_at DESC, o.issued_on DESC, a.year DESC, a.serial DESC, o.ordinal DESC LIMIT \(size) OFFSET \(page * size)
            """
        )
        return try found.map { row in
            let published: Instant = try row("published_at")
            return FeedOutput(
                action: try publicAction(Reference(row)).seen(by: section), ordinal: try row("ordinal"), published: published,
                changed: try max(published, lastChange(of: row("id")) ?? published))
        }
    }

    /// The actions with a last day for letters since `day`, for a calendar.
    package func actionsWithDeadline(
        since day: Day, shownBy section: Section.Code, country: Country? = nil, topic: Topic? = nil, of reference: Reference? = nil
    ) throws -> [(action: Action, changed: Instant?)] {
        let actions = try reference.map { try SQL("a.id = \(publicAction($0).id)") } ?? chosen(country, topic)
        let found = try rows(
            """
            SELECT DISTINCT a.id, a.series, a.serial, a.year FROM output o JOIN action a ON a.id = o.action_id
            WHERE o.published_at IS NOT NULL AND \(actions) AND \(shown(by: section))
              AND (o.act_until >= \(day) OR o.id IN (SELECT d.output_id FROM adoption d WHERE d.section = \(section) AND d.act_until >= \(day))
                   OR EXISTS (SELECT 1 FROM deadline_extension x WHERE x.output_id = o.id AND x.until >= \(day)))
              AND NOT EXISTS (SELECT 1 FROM withdrawal w WHERE w.action_id = a.id)
            ORDER BY a.year, a.serial, a.series
            """
        )
        return try found.map { row in (try publicAction(Reference(row)).seen(by: section), try lastChange(of: row("id"))) }
    }

    /// What was taken down since `moment`: which outputs, and when. Nothing that says of whom they told.
    package func removals(since moment: Instant, shownBy section: Section.Code) throws -> [FeedRemoval] {
        try rows(
            """
            SELECT a.series, a.serial, a.year, a.archive_year, a.revision, o.ordinal, o.act_until, w.at
            FROM withdrawal w JOIN action a ON a.id = w.action_id JOIN output o ON o.action_id = a.id
            WHERE w.at >= \(moment) AND o.published_at IS NOT NULL AND \(shown(by: section))
            ORDER BY w.at DESC, a.year, a.serial, o.ordinal LIMIT 500
            """
        ).map { row in
            FeedRemoval(
                reference: try Reference(row), year: try row("archive_year"), ordinal: try row("ordinal"), revision: try row("revision"),
                actUntil: try row("act_until"), at: try row("at"))
        }
    }

    /// Actions `a` of a country, on a topic.
    func chosen(_ country: Country?, _ topic: Topic?) throws -> SQL {
        let inCountry: SQL =
            country.map { "EXISTS (SELECT 1 FROM action_country c WHERE c.action_id = a.id AND c.country = \($0))" } ?? "1 = 1"
        let onTopic: SQL = topic.map { "EXISTS (SELECT 1 FROM action_topic t WHERE t.action_id = a.id AND t.topic = \($0))" } ?? "1 = 1"
        return "\(inCountry) AND \(onTopic)"
    }

    /// Outputs `o` of actions `a` that readers of the section find.
    func shown(by section: Section.Code) -> SQL {
        guard section != .international else { return "1 = 1" }
        return """
            EXISTS (SELECT 1 FROM edition e JOIN output p ON p.id = e.output_id
                    WHERE p.action_id = a.id AND p.published_at IS NOT NULL AND e.section IN (\(section), \(Section.Code.international)))
            AND \(SQL.isShown(by: section))
            """
    }

    private func lastChange(of action: Action.ID) throws -> Instant? {
        try row("SELECT MAX(at) AS at FROM event WHERE subject = \(action.text)")?("at")
    }
}
