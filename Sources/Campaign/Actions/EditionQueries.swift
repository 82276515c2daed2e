import Documents
import Storage

extension Connection {
    /// The editions of the chosen outputs, by output, the international one first.
    func editions(of outputs: SQL) throws -> [Output.ID: [Edition]] {
        let chosen: SQL = "SELECT e.id FROM edition e WHERE e.output_id IN (\(outputs))"
        let words = try grouped(rows("SELECT * FROM edition_words WHERE edition_id IN (\(chosen))"))
        let downloads = try grouped(rows("SELECT * FROM download WHERE edition_id IN (\(chosen)) ORDER BY position"))
        let addressees = try addressees(of: chosen)
        let rows = try rows(
            """
            SELECT e.id, e.output_id, e.section FROM edition e JOIN section s ON s.code = e.section
            WHERE e.output_id IN (\(outputs)) ORDER BY s.position
            """
        )
        return try Dictionary(grouping: rows) { try $0("output_id") as Output.ID }.mapValues { rows in
            try rows.map { row in
                let id: Edition.ID = try row("id")
                return Edition(
                    id: id,
                    section: try row("section"),
                    addressees: addressees[id] ?? [],
                    words: try Dictionary((words[id] ?? []).map { (try $0("language"), try EditionWords($0)) }) { first, _ in first },
                    downloads: try (downloads[id] ?? []).map(Download.init)
                )
            }
        }
    }

    private func addressees(of editions: SQL) throws -> [Edition.ID: [Addressee]] {
        let contacts = try Dictionary(
            grouping: rows(
                """
                SELECT c.* FROM contact_point c JOIN addressee a ON a.id = c.addressee_id
                WHERE a.edition_id IN (\(editions)) ORDER BY c.position
                """
            )
        ) { try $0("addressee_id") as String }
        let standings = try standings(of: editions)
        let replacements = try standings.values.contains { !$0.state.isUsable } ? registerContacts(of: editions) : [:]
        let rows = try rows("SELECT * FROM addressee WHERE edition_id IN (\(editions)) ORDER BY position")
        return try Dictionary(grouping: rows) { try $0("edition_id") }.mapValues { rows in
            try rows.map { row in
                let id: String = try row("id")
                return try Addressee(row, contacts: contacts[id] ?? [], standings: standings).replaced(from: replacements[id] ?? [])
            }
        }
    }

    private func grouped(_ rows: [Row]) throws -> [Edition.ID: [Row]] {
        try Dictionary(grouping: rows) { try $0("edition_id") }
    }
}

extension EditionWords {
    init(_ row: Row) throws {
        self.init(
            instructions: try (row("instructions") as Lines).lines,
            postalNote: try row("postal_note"),
            safetyNote: try row("safety_note")
        )
    }
}

extension Download {
    init(_ row: Row) throws {
        self.init(title: try row("title"), language: try row("language"), format: try row("format"), size: try row("size"))
    }
}

extension Addressee {
    init(_ row: Row, contacts: [Row], standings: [ContactPlace: Standing] = [:]) throws {
        self.init(
            role: Role(rawValue: try row("role")) ?? .target,
            name: try row("name"),
            office: try row("office"),
            salutation: try row("salutation"),
            contacts: try contacts.map {
                ContactPoint(
                    channel: try $0("channel"), place: try $0("place"), checkedOn: try $0("checked_on"), standing: standings[try ContactPlace($0)]
                )
            }
        )
    }
}
