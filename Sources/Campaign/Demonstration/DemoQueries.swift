package import Storage

extension Connection {
    /// When the demonstration was begun anew last; nil for every other database.
    package func demoBegun() throws -> Instant? {
        try row("SELECT begun_at FROM demo WHERE id = 1")?("begun_at")
    }

    func markAsDemo(at now: Instant) throws {
        try execute("INSERT INTO demo (id, begun_at) VALUES (1, \(now)) ON CONFLICT (id) DO UPDATE SET begun_at = \(now)")
    }

    /// Whether nobody has put anything in yet, beside what is shipped.
    func isUntouched() throws -> Bool {
        let found = try row(
            """
            SELECT EXISTS (SELECT 1 FROM action) AS actions, EXISTS (SELECT 1 FROM staff) AS staff, EXISTS (SELECT 1 FROM supporter) AS supporters,
                EXISTS (SELECT 1 FROM event) AS events, EXISTS (SELECT 1 FROM official) AS officials
            """
        )
        guard let found else { return false }
        return try !["actions", "staff", "supporters", "events", "officials"].contains { try found($0) as Bool }
    }
}
