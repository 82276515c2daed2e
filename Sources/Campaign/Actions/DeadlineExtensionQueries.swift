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
}
