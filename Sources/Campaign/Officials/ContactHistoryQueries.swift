import Storage

extension Connection {
    func contactHistory(at normal: String) throws -> [ContactHistory] {
        let rows = try rows(
            """
            SELECT o.key, k.channel, k.normal, n.*, e.by_name, e.at FROM official_contact k
            JOIN official o ON o.id = k.official_id
            JOIN official_contact_version n ON n.contact_id = k.id
            JOIN register_entry e ON e.position = n.entry
            WHERE k.normal = \(normal) ORDER BY o.key, k.id, n.version
            """
        )
        return try rows.map { row in
            ContactHistory(
                key: try row("key"), contact: try OfficialContact(row), version: try row("version"), by: try row("by_name"), at: try row("at"))
        }
    }
}
