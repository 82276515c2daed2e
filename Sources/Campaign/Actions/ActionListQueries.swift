package import Documents
package import Storage

extension Connection {
    /// Actions whose latest output takes letters on `today` and says to whom, nearest deadline first.
    package func actionsTakingLetters(on today: Day, shownBy section: Section.Code) throws -> [ActionSummary] {
        let addressed: SQL = "EXISTS (SELECT 1 FROM edition e JOIN addressee d ON d.edition_id = e.id WHERE e.output_id = o.id)"
        return try summaries(
            "\(lasting(until: today, for: section)) AND \(addressed) AND \(SQL.isShown(by: section))", for: section, order: "a.year, a.serial"
        )
        .filter { $0.isShown(by: section) && $0.takesLetters(on: today) }.byDeadline
    }

    /// Actions whose latest output asked for letters until `day` or later, nearest deadline first: those somebody may still report on.
    package func actionsAskingForLetters(since day: Day, shownBy section: Section.Code) throws -> [ActionSummary] {
        try summaries("\(lasting(until: day, for: section)) AND \(SQL.isShown(by: section))", for: section, order: "a.year, a.serial")
            .filter { $0.isShown(by: section) && $0.kind.asksForLetters }.byDeadline
    }

    /// Actions a supporter follows, as far as they are published and not withdrawn.
    func actions(followedBy supporter: Supporter.ID, shownBy section: Section.Code) throws -> [ActionSummary] {
        try shownSummaries("a.id IN (SELECT f.action_id FROM follow f WHERE f.supporter_id = \(supporter))", for: section, order: "a.year, a.serial")
            .filter { $0.isShown(by: section) }
    }

    /// Some actions, as far as the section shows them.
    func actions(of ids: [Action.ID], shownBy section: Section.Code) throws -> [Reference: ActionSummary] {
        let all = try shownSummaries("a.id IN \(SQL.list(ids))", for: section, order: "a.year, a.serial").filter { $0.isShown(by: section) }
        return Dictionary(all.map { ($0.reference, $0) }) { first, _ in first }
    }

    /// The actions the archive keeps under a year, and a month of it when one is given; month 0 is "not known".
    package func archivedActions(year: Int, month: Int?, shownBy section: Section.Code) throws -> [ActionSummary] {
        let inMonth: SQL =
            switch month {
            case nil: "1 = 1"
            case 0: "a.archive_month IS NULL"
            case let month?: "a.archive_month = \(month)"
            }
        return try shownSummaries(
            "a.archive_year = \(year) AND \(inMonth)", for: section,
            order: "a.archive_month DESC NULLS LAST, o.issued_on DESC NULLS LAST, a.serial DESC"
        )
        .filter { $0.isShown(by: section) }
    }

    /// How many actions the archive keeps, month by month.
    package func archiveCounts(shownBy section: Section.Code) throws -> [ArchivePlace: Int] {
        let shown: SQL =
            section == .international
            ? "1 = 1"
            : """
            EXISTS (SELECT 1 FROM edition e JOIN output p ON p.id = e.output_id
                    WHERE p.action_id = a.id AND p.published_at IS NOT NULL AND e.section IN (\(section), \(Section.Code.international)))
            AND a.id NOT IN \(SQL.hiddenActions(from: section))
            """
        let rows = try rows(
            """
            SELECT a.archive_year, a.archive_month, COUNT(*) AS actions FROM action a
            WHERE NOT EXISTS (SELECT 1 FROM withdrawal w WHERE w.action_id = a.id)
              AND EXISTS (SELECT 1 FROM output o WHERE o.action_id = a.id AND o.published_at IS NOT NULL) AND \(shown)
            GROUP BY a.archive_year, a.archive_month
            """
        )
        return try Dictionary(
            rows.map { (ArchivePlace(year: try $0("archive_year"), month: try $0("archive_month")), try $0("actions")) },
            uniquingKeysWith: +
        )
    }

    /// Outputs that are for letters until `day` or later, by what their document says or by an extension.
    private func lasting(until day: Day, for section: Section.Code) -> SQL { "o.id IN (\(SQL.lasting(until: day, for: section)))" }

    /// Each action at the latest output that the section publishes.
    private func shownSummaries(_ filter: SQL, for section: Section.Code, order: SQL) throws -> [ActionSummary] {
        try summaries("\(filter) AND \(SQL.isShown(by: section))", replacedBy: SQL.isShown("n", by: section), for: section, order: order)
    }

    /// - Parameter replacement: which later outputs `n` replace `o`; any, unless it says otherwise.
    private func summaries(_ filter: SQL, replacedBy replacement: SQL = "1 = 1", for section: Section.Code, order: SQL) throws -> [ActionSummary] {
        let latest: SQL = """
            FROM output o JOIN action a ON a.id = o.action_id
            WHERE \(filter) AND o.published_at IS NOT NULL
              AND NOT EXISTS (SELECT 1 FROM output n
                              WHERE n.action_id = a.id AND n.ordinal > o.ordinal AND n.published_at IS NOT NULL AND \(replacement))
              AND NOT EXISTS (SELECT 1 FROM withdrawal w WHERE w.action_id = a.id)
            """
        let rows = try rows("SELECT o.*, a.series, a.serial, a.year, a.invented, a.archive_year, a.archive_month \(latest) ORDER BY \(order)")
        guard !rows.isEmpty else { return [] }
        let parts = try parts(of: rows.map { try $0("action_id") }, rows.map { try $0("id") }, for: section)
        return try rows.map { try ActionSummary($0, parts: parts) }
    }

    private func parts(of actions: [Action.ID], _ outputs: [Output.ID], for section: Section.Code) throws -> SummaryParts {
        let amongActions = isAmong(actions), amongOutputs = isAmong(outputs)
        return try SummaryParts(
            texts: rows(
                "SELECT t.output_id, t.language, t.headline, t.call, t.lead FROM text t WHERE t.output_id \(amongOutputs) ORDER BY t.language"),
            countries: rows("SELECT c.action_id, c.country FROM action_country c WHERE c.action_id \(amongActions) ORDER BY c.country"),
            topics: rows("SELECT t.action_id, t.topic FROM action_topic t WHERE t.action_id \(amongActions)"),
            sections: rows(
                """
                SELECT DISTINCT p.action_id, e.section FROM edition e JOIN output p ON p.id = e.output_id
                WHERE p.published_at IS NOT NULL AND p.action_id \(amongActions)
                """
            ),
            appeals: rows(
                """
                SELECT p.action_id, CAST(COALESCE(SUM(t.appeals), 0) AS BIGINT) AS appeals FROM tally t JOIN output p ON p.id = t.output_id
                WHERE t.source <> 'import' AND p.action_id \(amongActions) GROUP BY p.action_id
                """
            )
                + rows(
                    """
                    SELECT p.action_id, CAST(COALESCE(SUM(f.appeals), 0) AS BIGINT) AS appeals FROM output p
                    JOIN partner_figure f ON f.output_id = p.id JOIN partner s ON s.id = f.partner_id
                    WHERE s.left_out IS NULL AND p.action_id \(amongActions) GROUP BY p.action_id
                    """
                ),
            extensions: rows(
                """
                SELECT x.output_id, x.section, MAX(x.until) AS until FROM deadline_extension x
                WHERE \(SQL.extensionHolds(for: section)) AND x.output_id \(amongOutputs) GROUP BY x.output_id, x.section
                """
            ),
            ownDays: rows(
                """
                SELECT d.output_id, d.act_until FROM adoption d
                WHERE d.section = \(section) AND d.act_until IS NOT NULL AND d.output_id \(amongOutputs)
                """
            ),
            section: section
        )
    }
}

/// The rows that hang below a list of actions.
struct SummaryParts {
    let texts: [String: [Row]]
    let countries: [String: [Row]]
    let topics: [String: [Row]]
    let sections: [String: [Row]]
    let appeals: [String: [Row]]
    let extensions: [String: [Row]]
    let ownDays: [String: [Row]]
    let section: Section.Code

    init(
        texts: [Row], countries: [Row], topics: [Row], sections: [Row], appeals: [Row], extensions: [Row], ownDays: [Row], section: Section.Code
    ) throws {
        self.section = section
        self.texts = try Dictionary(grouping: texts) { try $0("output_id") }
        self.countries = try Dictionary(grouping: countries) { try $0("action_id") }
        self.topics = try Dictionary(grouping: topics) { try $0("action_id") }
        self.sections = try Dictionary(grouping: sections) { try $0("action_id") }
        self.appeals = try Dictionary(grouping: appeals) { try $0("action_id") }
        self.extensions = try Dictionary(grouping: extensions) { try $0("output_id") }
        self.ownDays = try Dictionary(grouping: ownDays) { try $0("output_id") }
    }
}

extension ActionSummary {
    init(_ row: Row, parts: SummaryParts) throws {
        let action: String = try row("action_id"), output: String = try row("id")
        let extensions = try (parts.extensions[output] ?? []).map { (section: try $0("section") as Section.Code, until: try $0("until") as Day) }
        self.init(
            reference: try Reference(row),
            countries: try (parts.countries[action] ?? []).map { try $0("country") },
            isInvented: try row("invented"),
            ordinal: try row("ordinal"),
            kind: try row("kind"),
            issuedOn: try row("issued_on"),
            actUntil: LastDay.of(
                document: try row("act_until"), own: try parts.ownDays[output]?.first?("act_until"), extensions: extensions, for: parts.section),
            ending: try Ending(row),
            outcome: try row("outcome"),
            archive: ArchivePlace(year: try row("archive_year"), month: try row("archive_month")),
            headlines: try (parts.texts[row("id")] ?? []).map(Headline.init),
            appeals: try parts.appeals[action]?.reduce(0) { try $0 + ($1("appeals") as Int) } ?? 0,
            sections: try Set((parts.sections[action] ?? []).map { try $0("section") }),
            topics: try Set((parts.topics[action] ?? []).compactMap { Topic(rawValue: try $0("topic")) })
        )
    }
}

extension [ActionSummary] {
    /// Nearest deadline first; those of one day as they were.
    fileprivate var byDeadline: [ActionSummary] {
        enumerated().sorted { ($0.element.actUntil?.text ?? "", $0.offset) < ($1.element.actUntil?.text ?? "", $1.offset) }.map(\.element)
    }
}

extension ActionSummary.Headline {
    init(_ row: Row) throws {
        self.init(language: try row("language"), headline: try row("headline"), call: try row("call"), lead: try row("lead"))
    }
}
