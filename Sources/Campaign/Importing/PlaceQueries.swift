import Documents
import Storage

extension Connection {
    func action(bearing code: IndexCode) throws -> Action.ID? {
        try row("SELECT action_id FROM output WHERE index_code = \(code.printed)").map { try $0("action_id") }
    }

    /// The action of an output that names the document with this code as the one before it.
    func action(following code: IndexCode) throws -> Action.ID? {
        try row("SELECT action_id FROM output WHERE previous_code = \(code.printed)").map { try $0("action_id") }
    }

    func reference(of action: Action.ID) throws -> Reference {
        guard let row = try row("SELECT series, serial, year FROM action WHERE id = \(action)") else { throw ImportRefusal.noReference }
        return try Reference(row)
    }

    func insertAction(_ id: Action.ID, _ reference: Reference, isInvented: Bool, at now: Instant) throws {
        try execute(
            """
            INSERT INTO action (id, series, serial, year, invented, archive_year, revision, created_at)
            VALUES (\(id), \(reference.series), \(reference.serial), \(reference.year), \(isInvented), \(reference.year), 1, \(now))
            """
        )
    }

    func outputPlaces(of action: Action.ID) throws -> [OutputPlace] {
        try rows("SELECT * FROM output WHERE action_id = \(action) ORDER BY ordinal").map {
            let publishedAt: Instant? = try $0("published_at")
            return OutputPlace(
                id: try $0("id"), ordinal: try $0("ordinal"), kind: try $0("kind"), isNumbered: try $0("is_numbered"),
                indexCode: try $0("index_code"),
                issuedOn: try $0("issued_on"), actUntil: try $0("act_until"), isPublic: publishedAt != nil
            )
        }
    }

    func insert(_ output: OutputPlace, of action: Action.ID) throws {
        try execute(
            """
            INSERT INTO output (id, action_id, ordinal, kind, is_final, is_numbered, preferred_languages)
            VALUES (\(output.id), \(action), \(output.ordinal), \(output.kind), \(false), \(output.isNumbered), \(""))
            """
        )
    }

    /// A document has said the output's ordinal.
    func number(_ output: Output.ID, _ ordinal: Int) throws {
        try execute("UPDATE output SET ordinal = \(ordinal), is_numbered = \(true) WHERE id = \(output)")
    }

    func setOrdinal(_ ordinal: Int, of output: Output.ID) throws {
        try execute("UPDATE output SET ordinal = \(ordinal) WHERE id = \(output)")
    }

    func insertCountry(_ country: Country, of action: Action.ID) throws {
        try execute("INSERT INTO action_country (action_id, country) VALUES (\(action), \(country)) ON CONFLICT (action_id, country) DO NOTHING")
    }

    func subjects(of action: Action.ID) throws -> [Subject] {
        try rows("SELECT name, pronouns FROM subject WHERE action_id = \(action) ORDER BY position").map {
            Subject(name: try $0("name"), pronouns: try $0("pronouns"))
        }
    }

    func setPronouns(of name: String, in action: Action.ID, _ pronouns: String?) throws {
        try execute("UPDATE subject SET pronouns = \(pronouns) WHERE action_id = \(action) AND name = \(name)")
    }

    func insertSubject(_ id: String, of action: Action.ID, at position: Int, _ subject: Subject) throws {
        try execute(
            """
            INSERT INTO subject (id, action_id, position, name, pronouns)
            VALUES (\(id), \(action), \(position), \(subject.name), \(subject.pronouns))
            """
        )
    }

    /// The archive keeps an action under its first issue date; until one is known, under the year of its reference.
    func settleArchivePlace(of action: Action.ID) throws {
        let first: Day? = try row("SELECT MIN(issued_on) AS first FROM output WHERE action_id = \(action)")?("first")
        guard let first else { return }
        try execute("UPDATE action SET archive_year = \(first.year), archive_month = \(first.month) WHERE id = \(action)")
    }
}

extension Connection {
    func countActions() throws -> Int {
        try row("SELECT COUNT(*) AS actions FROM action")?("actions") ?? 0
    }
}
