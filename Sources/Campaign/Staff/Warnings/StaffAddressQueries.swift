import Documents
package import Storage

extension Connection {
    /// Whether a staff member gave an address to be warned at.
    package func hasStaffAddress(_ member: StaffMember.ID) throws -> Bool { try staffAddress(of: member) != nil }

    func staffAddress(of member: StaffMember.ID) throws -> Sealed? {
        try row("SELECT key_id, sealed FROM staff_address WHERE staff_id = \(member)").map(Sealed.init)
    }

    func setStaffAddress(_ sealed: Sealed?, of member: StaffMember.ID) throws {
        try execute("DELETE FROM staff_address WHERE staff_id = \(member)")
        guard let sealed else { return }
        try execute("INSERT INTO staff_address (staff_id, key_id, sealed) VALUES (\(member), \(sealed.keyID), \(sealed.bytes))")
    }

    func staffAddresses(notSealedWith key: String, limit: Int) throws -> [(member: StaffMember.ID, sealed: Sealed)] {
        try rows("SELECT staff_id, key_id, sealed FROM staff_address WHERE key_id <> \(key) ORDER BY staff_id LIMIT \(limit)")
            .map { (try $0("staff_id"), try Sealed($0)) }
    }

    /// Whether the browser with that token is known to be theirs; seen today then.
    func seeStaffBrowser(_ mark: String, of member: StaffMember.ID, on day: Day) throws -> Bool {
        try execute("UPDATE staff_browser SET seen_on = \(day) WHERE mark = \(mark) AND staff_id = \(member)") == 1
    }

    func insertStaffBrowser(_ mark: String, of member: StaffMember.ID, on day: Day) throws {
        try execute("DELETE FROM staff_browser WHERE seen_on < \(day.adding(days: -KnowStaffBrowser.days))")
        try execute("INSERT INTO staff_browser (mark, staff_id, seen_on) VALUES (\(mark), \(member), \(day))")
    }

    func deleteStaffBrowsers(of member: StaffMember.ID) throws {
        try execute("DELETE FROM staff_browser WHERE staff_id = \(member)")
    }
}
