import Documents
package import Storage

/// One thing that was known of an office, a holder or a contact, and who said so.
package struct RegisterChange: Sendable, Equatable {
    package enum Kind: String, Sendable { case office, holder, contact }

    package let kind: Kind
    package let what: String
    package let version: Int
    package let source: String
    package let by: String
    package let at: Instant
}

extension Connection {
    /// All that was ever entered of an office, the latest first.
    package func registerChanges(of key: String, limit: Int) throws -> [RegisterChange] {
        try rows(
            """
            SELECT 'office' AS kind, o.key AS what, v.version, e.source, e.by_name, e.at, e.position
            FROM official o JOIN official_version v ON v.official_id = o.id JOIN register_entry e ON e.position = v.entry WHERE o.key = \(key)
            UNION ALL
            SELECT 'holder' AS kind, v.name AS what, v.version, e.source, e.by_name, e.at, e.position
            FROM official o JOIN holder h ON h.official_id = o.id JOIN holder_version v ON v.holder_id = h.id
            JOIN register_entry e ON e.position = v.entry WHERE o.key = \(key)
            UNION ALL
            SELECT 'contact' AS kind, v.place AS what, v.version, e.source, e.by_name, e.at, e.position
            FROM official o JOIN official_contact c ON c.official_id = o.id JOIN official_contact_version v ON v.contact_id = c.id
            JOIN register_entry e ON e.position = v.entry WHERE o.key = \(key)
            ORDER BY position DESC, kind, what LIMIT \(limit)
            """
        ).map { row in
            RegisterChange(
                kind: RegisterChange.Kind(rawValue: try row("kind")) ?? .office, what: try row("what"), version: try row("version"),
                source: try row("source"), by: try row("by_name"), at: try row("at"))
        }
    }

    /// An office or a mission by its key.
    package func official(_ key: String) throws -> Official? {
        try officials("o.key = \(key)").first?.official
    }
}
