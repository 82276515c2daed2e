import Documents
import Storage

/// Finding printed contacts and addressees in the register. A contact is the same when its normal place is; an office when one of its titles is
/// the printed one, word by word, and it is of a country the action is about. Nobody is found by a name.
extension Connection {
    /// Looks for everybody again, after the register changed. Returns how many contacts were found that were not before.
    func linkEverything() throws -> Int {
        try writeMissingNormals()
        let found = try linkContacts("1 = 1")
        try linkAddressees("1 = 1")
        return found
    }

    /// - Parameter condition: on `contact_point`.
    @discardableResult
    func linkContacts(_ condition: SQL) throws -> Int {
        try execute(
            """
            UPDATE contact_point SET official_contact_id = k.id, official_contact_version = k.version FROM official_contact k
            WHERE k.normal = contact_point.normal AND k.channel = contact_point.channel AND contact_point.official_contact_id IS NULL
              AND (\(condition))
              AND NOT EXISTS (SELECT 1 FROM official_contact f WHERE f.normal = k.normal AND f.channel = k.channel AND f.id < k.id)
            """
        )
    }

    /// - Parameter condition: on `a`, the addressee.
    func linkAddressees(_ condition: SQL) throws {
        let printed = try rows(
            """
            SELECT a.id, a.office, n.country FROM addressee a JOIN edition e ON e.id = a.edition_id JOIN output o ON o.id = e.output_id
            JOIN action_country n ON n.action_id = o.action_id
            WHERE a.official_id IS NULL AND a.office IS NOT NULL AND (\(condition))
              AND EXISTS (SELECT 1 FROM official_version v WHERE v.country = n.country)
            """
        )
        guard !printed.isEmpty else { return }
        let offices = try officeTitles(of: Set(printed.map { try $0("country") as String }))
        for row in printed {
            let office: String = try row("office"), country: String = try row("country"), id: String = try row("id")
            guard let found = NormalPlace.words(office).flatMap({ offices[country]?[$0] }), found.count == 1, let official = found.first else {
                continue
            }
            try execute("UPDATE addressee SET official_id = \(official) WHERE id = \(id)")
        }
    }

    /// The offices of each country by the words of their titles.
    private func officeTitles(of countries: Set<String>) throws -> [String: [String: Set<Official.ID>]] {
        let rows = try rows(
            """
            SELECT o.id, v.country, v.titles FROM official o JOIN official_version v ON v.official_id = o.id AND v.version = o.version
            WHERE v.country IN \(SQL.list(countries.sorted()))
            """
        )
        return try rows.reduce(into: [:]) { offices, row in
            for title in try (row("titles") as Wordings).words.values {
                guard let words = NormalPlace.words(title) else { continue }
                offices[try row("country"), default: [:]][words, default: []].insert(try row("id"))
            }
        }
    }

    /// For contacts that were written before there was a register.
    private func writeMissingNormals() throws {
        let rows = try rows("SELECT addressee_id, position, channel, place FROM contact_point WHERE normal IS NULL AND place IS NOT NULL")
        for row in rows {
            guard let normal = NormalPlace.of(try row("place"), try row("channel")) else { continue }
            let place = try ContactPlace(row)
            try execute("UPDATE contact_point SET normal = \(normal) WHERE addressee_id = \(place.addressee) AND position = \(place.position)")
        }
    }
}
