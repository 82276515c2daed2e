extension Connection {
    /// Drops every table of the database, what the migrator noted too: afterwards it is as on the first day. All within this transaction.
    package func dropEverything() throws {
        switch dialect {
        case .sqlite:
            try execute("PRAGMA defer_foreign_keys = ON")
            // the shadows of a search table go with it, and what was made later refers to what was made before
            try drop(tables: "sql LIKE 'CREATE VIRTUAL TABLE%'")
            try drop(tables: "name NOT LIKE 'sqlite%'")
        case .postgres:
            let names = try Ledger.otherTables(self) + (Ledger.exists(self) ? ["schema_migration"] : [])
            if !names.isEmpty { try execute("DROP TABLE \(SQL(verbatim: names.joined(separator: ", "))) CASCADE") }
        }
    }

    /// Whether there is a table of that name.
    package func hasTable(_ name: String) throws -> Bool { try Ledger.otherTables(self).contains(name) }

    private func drop(tables which: SQL) throws {
        let names: [String] = try rows("SELECT name FROM sqlite_master WHERE type = 'table' AND \(which) ORDER BY rowid DESC").map { try $0("name") }
        for name in names { try execute("DROP TABLE \(SQL(verbatim: name))") }
    }
}
