import Documents
import Storage

extension Connection {
    /// Notes an extension, once: what an archive brings a second time is there already.
    func insert(_ extended: DeadlineExtension, of output: Output.ID, as id: String) throws {
        try execute(
            """
            INSERT INTO deadline_extension (id, output_id, section, until, by_name, at)
            VALUES (\(id), \(output), \(extended.section), \(extended.until), \(extended.by), \(extended.at))
            ON CONFLICT (output_id, section, until) DO NOTHING
            """
        )
    }

    func extensions(of output: Output.ID) throws -> [DeadlineExtension] {
        try rows("SELECT * FROM deadline_extension WHERE output_id = \(output) ORDER BY at, until, section").map(DeadlineExtension.init)
    }
}

extension DeadlineExtension {
    init(_ row: Row) throws {
        self.init(section: try row("section"), until: try row("until"), by: try row("by_name"), at: try row("at"))
    }
}

extension SQL {
    /// The extensions that hold for readers of a section: what stands after WHERE, about `x`.
    static func extensionHolds(for section: Section.Code) -> SQL {
        "x.section IN (\(section), \(Section.Code.international))"
    }

    /// The ids of outputs that may be for letters until `day` or later: by their document, by an extension or by a section's own day.
    ///
    /// - Parameter section: for whose readers; nil for anybody's.
    static func lasting(until day: Day, for section: Section.Code?) -> SQL {
        let holds: SQL = section.map { extensionHolds(for: $0) } ?? "1 = 1", isOwn: SQL = section.map { "d.section = \($0)" } ?? "1 = 1"
        return """
            SELECT p.id FROM output p WHERE p.act_until >= \(day)
            UNION SELECT x.output_id FROM deadline_extension x WHERE x.until >= \(day) AND \(holds)
            UNION SELECT d.output_id FROM adoption d WHERE \(isOwn) AND d.act_until >= \(day)
            """
    }

    /// The last day for letters of the output `o` for a section, as `LastDay` says it of values.
    static func lastDay(for section: Section.Code) -> SQL {
        let own: SQL = "(SELECT d.act_until FROM adoption d WHERE d.output_id = o.id AND d.section = \(section))"
        return """
            COALESCE((SELECT MAX(x.until) FROM deadline_extension x
                      WHERE x.output_id = o.id AND (x.section = \(section) OR (\(own) IS NULL AND \(extensionHolds(for: section))))
                        AND x.until > COALESCE(\(own), o.act_until, '')), \(own), o.act_until)
            """
    }
}
