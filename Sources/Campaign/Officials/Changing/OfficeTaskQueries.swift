import Documents
package import Storage

extension Connection {
    /// What a section has to look at since offices changed hands; of all sections for the international one.
    package func officeTasks(of section: Section.Code) throws -> [OfficeTask] {
        let chosen: SQL = section == .international ? "1 = 1" : "t.section = \(section)"
        return try officeTaskRows("t.state = 'open' AND \(chosen)").map { try OfficeTask($0) }
    }

    func officeTaskRow(_ id: OfficeTask.ID) throws -> Row? {
        try officeTaskRows("t.state = 'open' AND t.id = \(id)").first
    }

    private func officeTaskRows(_ condition: SQL) throws -> [Row] {
        try rows(
            """
            SELECT t.id, t.section, t.action_id, t.addressee_id, a.series, a.serial, a.year, o.ordinal, k.key, v.titles, d.name AS printed,
                d.salutation, h.name, h.honorific, h.salutations, e.id AS edition_id
            FROM office_task t JOIN action a ON a.id = t.action_id JOIN addressee d ON d.id = t.addressee_id
            JOIN edition e ON e.id = d.edition_id JOIN output o ON o.id = e.output_id
            JOIN official k ON k.id = t.official_id JOIN official_version v ON v.official_id = k.id AND v.version = k.version
            JOIN holder p ON p.id = t.holder_id JOIN holder_version h ON h.holder_id = p.id AND h.version = p.version
            WHERE \(condition) ORDER BY a.year, a.serial, t.id
            """
        )
    }

    /// Where open actions address an office: by its title, or by a contact that is nobody else's. Drafts count, and what some section may still
    /// write about since it has more time; outputs that were replaced do not.
    func openPlaces(of official: Official.ID, on day: Day) throws -> [(addressee: String, action: Action.ID, section: Section.Code)] {
        try rows(
            """
            SELECT d.id, o.action_id, e.section FROM addressee d JOIN edition e ON e.id = d.edition_id JOIN output o ON o.id = e.output_id
            WHERE (d.official_id = \(official) OR (d.official_id IS NULL AND EXISTS (
                    SELECT 1 FROM contact_point c JOIN official_contact k ON k.id = c.official_contact_id
                    WHERE c.addressee_id = d.id AND k.official_id = \(official) AND NOT EXISTS (
                        SELECT 1 FROM official_contact s WHERE s.normal = k.normal AND s.channel = k.channel AND s.official_id <> k.official_id))))
              AND (o.published_at IS NULL OR (o.ended_on IS NULL AND o.id IN (\(SQL.lasting(until: day, for: nil)))))
              AND NOT EXISTS (SELECT 1 FROM output n WHERE n.action_id = o.action_id AND n.ordinal > o.ordinal AND n.published_at IS NOT NULL)
              AND NOT EXISTS (SELECT 1 FROM withdrawal w WHERE w.action_id = o.action_id)
            ORDER BY d.id
            """
        ).map { (addressee: try $0("id"), action: try $0("action_id"), section: try $0("section")) }
    }

    func insertOfficeTask(
        _ id: OfficeTask.ID, _ official: Official.ID, holder: String, addressee: String, _ action: Action.ID, _ section: Section.Code,
        by name: String,
        at now: Instant
    ) throws {
        try execute(
            """
            UPDATE office_task SET state = 'replaced', done_at = \(now), done_by = \(name) WHERE addressee_id = \(addressee) AND state = 'open'
            """
        )
        try execute(
            """
            INSERT INTO office_task (id, official_id, holder_id, addressee_id, action_id, section, state, made_at, made_by)
            VALUES (\(id), \(official), \(holder), \(addressee), \(action), \(section), 'open', \(now), \(name))
            """
        )
    }

    func finish(_ task: OfficeTask.ID, _ answer: OfficeTask.Answer, by name: String, at now: Instant) throws {
        try execute("UPDATE office_task SET state = \(answer.rawValue), done_at = \(now), done_by = \(name) WHERE id = \(task)")
    }

    func setHolder(_ name: String, salutation: String?, of addressee: String) throws {
        try execute("UPDATE addressee SET name = \(name), salutation = \(salutation) WHERE id = \(addressee)")
    }

    func editionLanguages(_ edition: String) throws -> [Language] {
        try rows("SELECT language FROM edition_words WHERE edition_id = \(edition) ORDER BY language").map { try $0("language") }
    }
}

extension OfficeTask {
    init(_ row: Row) throws {
        let honorific: String? = try row("honorific")
        self.init(
            id: try row("id"), reference: try Reference(row), ordinal: try row("ordinal"), section: try row("section"), key: try row("key"),
            titles: try row("titles"), printed: try row("printed"), holder: [honorific, try row("name")].compactMap { $0 }.joined(separator: " "))
    }
}
