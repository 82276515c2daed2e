import Documents
import Storage

extension Connection {
    /// By which number programs know somebody, and since when; nil for whoever lets none know.
    func sharing(of supporter: Supporter.ID) throws -> (number: String, since: Day)? {
        try row("SELECT number, since FROM supporter_sharing WHERE supporter_id = \(supporter)").map { (try $0("number"), try $0("since")) }
    }

    func share(_ supporter: Supporter.ID, number: String, since day: Day) throws {
        try execute(
            """
            INSERT INTO supporter_sharing (supporter_id, number, since) VALUES (\(supporter), \(number), \(day))
            ON CONFLICT (supporter_id) DO NOTHING
            """
        )
    }

    func endSharing(of supporter: Supporter.ID) throws {
        try execute("DELETE FROM supporter_sharing WHERE supporter_id = \(supporter)")
    }

    func sharedPeopleCount(in section: Section.Code) throws -> Int {
        try row("SELECT COUNT(*) AS people \(sharing(in: section))")?("people") ?? 0
    }

    /// Those who share, in the order of their numbers, which is no order in time.
    func sharedPeople(in section: Section.Code, skipping: Int, limit: Int, _ keyring: Keyring) throws -> [SharedPerson] {
        try rows("SELECT h.*, s.language, x.reason \(sharing(in: section)) ORDER BY h.number LIMIT \(limit) OFFSET \(skipping)")
            .compactMap { try person($0, keyring) }
    }

    func sharedPerson(_ number: String, in section: Section.Code, _ keyring: Keyring) throws -> SharedPerson? {
        try row("SELECT h.*, s.language, x.reason \(sharing(in: section)) AND h.number = \(number)").flatMap { try person($0, keyring) }
    }

    /// Whoever gave no address has nothing to share, and who did not confirm it is nobody yet.
    private func sharing(in section: Section.Code) -> SQL {
        """
        FROM supporter_sharing h JOIN supporter s ON s.id = h.supporter_id JOIN identity i ON i.supporter_id = s.id
        LEFT JOIN suppression x ON x.lookup = i.lookup
        WHERE s.section = \(section) AND s.state = \(Supporter.State.confirmed)
        """
    }

    private func person(_ row: Row, _ keyring: Keyring) throws -> SharedPerson? {
        guard let address = try address(of: row("supporter_id"), keyring) else { return nil }
        return SharedPerson(
            number: try row("number"), address: address, language: try row("language"), since: try row("since"), suppressed: try row("reason"))
    }
}
