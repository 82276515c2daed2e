package import Storage

extension Connection {
    package func staffMember(_ id: StaffMember.ID) throws -> StaffMember? {
        try row("SELECT * FROM staff WHERE id = \(id)").map { try StaffMember($0, duties(of: id)) }
    }

    package func staffMember(named login: LoginName) throws -> StaffMember? {
        try row("SELECT id FROM staff WHERE login = \(login)").flatMap { row in try staffMember(row("id")) }
    }

    /// All there are, those who have left too, by their names to sign in.
    package func staffMembers() throws -> [StaffMember] {
        var duties: [StaffMember.ID: Duties] = [:]
        for row in try rows("SELECT staff_id, section, role FROM staff_role") {
            duties[try row("staff_id"), default: Duties()].add(try row("role"), in: try row("section"))
        }
        return try rows("SELECT * FROM staff ORDER BY login").map { try StaffMember($0, duties[$0("id")] ?? Duties()) }
    }

    func insert(_ member: StaffMember, at now: Instant) throws {
        try execute(
            """
            INSERT INTO staff (id, login, name, state, language, wrong_attempts, created_at)
            VALUES (\(member.id), \(member.login), \(member.name), \(member.state), \(member.language), 0, \(now))
            """
        )
    }

    func give(_ role: Role, in section: Section.Code, to member: StaffMember.ID) throws {
        try execute(
            """
            INSERT INTO staff_role (staff_id, section, role) VALUES (\(member), \(section), \(role)) ON CONFLICT (staff_id, section, role) DO NOTHING
            """
        )
    }

    func take(_ role: Role, in section: Section.Code, from member: StaffMember.ID) throws {
        try execute("DELETE FROM staff_role WHERE staff_id = \(member) AND section = \(section) AND role = \(role)")
    }

    func endStaffMember(_ id: StaffMember.ID) throws {
        try execute(
            """
            UPDATE staff SET state = \(StaffMember.State.ended), invitation_hash = NULL, password_hash = NULL, key_id = NULL, sealed = NULL
            WHERE id = \(id)
            """
        )
        try execute("DELETE FROM staff_recovery WHERE staff_id = \(id)")
        try deletePasskeys(of: id)
        try setStaffAddress(nil, of: id)
        try deleteStaffBrowsers(of: id)
    }

    private func duties(of id: StaffMember.ID) throws -> Duties {
        var duties = Duties()
        for row in try rows("SELECT section, role FROM staff_role WHERE staff_id = \(id)") { duties.add(try row("role"), in: try row("section")) }
        return duties
    }
}

extension StaffMember {
    init(_ row: Row, _ duties: Duties) throws {
        self.init(
            id: try row("id"), login: try row("login"), name: try row("name"), state: try row("state"), language: try row("language"), duties: duties)
    }
}
