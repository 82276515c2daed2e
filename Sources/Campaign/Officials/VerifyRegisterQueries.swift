import Storage

extension Connection {
    /// Rows of the register whose versions are not all there, from the first to the newest.
    func registerGaps() throws -> [(kind: String, id: String)] {
        try gaps("official", "official_version", "official_id") + gaps("holder", "holder_version", "holder_id")
            + gaps("official_contact", "official_contact_version", "contact_id")
    }

    private func gaps(_ table: String, _ versions: String, _ column: String) throws -> [(kind: String, id: String)] {
        let kind = table, table = SQL(verbatim: table), versions = SQL(verbatim: versions), column = SQL(verbatim: column)
        return try rows(
            """
            SELECT t.id FROM \(table) t
            WHERE t.version <> (SELECT COUNT(*) FROM \(versions) v WHERE v.\(column) = t.id)
               OR t.version <> (SELECT COALESCE(MAX(v.version), 0) FROM \(versions) v WHERE v.\(column) = t.id) ORDER BY t.id
            """
        ).map { (kind: kind, id: try $0("id")) }
    }

    /// Addressees with a contact that is joined to one of another place or channel.
    func wrongLinks() throws -> [String] {
        try rows(
            """
            SELECT c.addressee_id FROM contact_point c JOIN official_contact k ON k.id = c.official_contact_id
            WHERE k.channel <> c.channel OR c.normal IS NULL OR k.normal <> c.normal OR c.official_contact_version IS NULL
               OR c.official_contact_version > k.version ORDER BY c.addressee_id
            """
        ).map { try $0("addressee_id") }
    }
}
