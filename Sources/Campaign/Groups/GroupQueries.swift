package import Storage

extension Connection {
    /// The section's group with that code, however it is typed. Throws `GroupRefusal.unknownCode`.
    package func group(_ typed: String, of section: Section.Code) throws -> WritingGroup {
        let unknown = GroupRefusal.unknownCode(typed)
        guard let code = GroupCode(typed) else { throw unknown }
        guard let row = try row("SELECT * FROM writing_group WHERE code = \(code) AND section = \(section)") else { throw unknown }
        return try WritingGroup(row)
    }

    /// The groups with what they reported, by section and name. For the sections themselves, never for a public page.
    package func groupTotals() throws -> [GroupTotal] {
        try rows(
            """
            SELECT g.id, g.section, g.code, g.name, g.place, g.is_school, COUNT(r.id) AS reports, CAST(COALESCE(SUM(r.quantity), 0) AS BIGINT) AS appeals
            FROM writing_group g LEFT JOIN group_report t ON t.group_id = g.id
            LEFT JOIN report r ON r.id = t.report_id AND NOT EXISTS (SELECT 1 FROM report v WHERE v.voids = r.id)
            GROUP BY g.id, g.section, g.code, g.name, g.place, g.is_school ORDER BY g.section, g.name, g.code
            """
        ).map { GroupTotal(group: try WritingGroup($0), reports: try $0("reports"), appeals: try $0("appeals")) }
    }

    func insert(_ group: WritingGroup, at now: Instant) throws {
        try execute(
            """
            INSERT INTO writing_group (id, section, code, name, place, is_school, created_at)
            VALUES (\(group.id), \(group.section), \(group.code), \(group.name), \(group.place), \(group.isSchool), \(now))
            """
        )
    }

    /// Notes beside each report the group that made it.
    func insertGroups(of reports: [Report]) throws {
        let pairs = reports.compactMap { report in report.group.map { [report.id, $0] as [any Bindable] } }
        guard !pairs.isEmpty else { return }
        try execute("INSERT INTO group_report (report_id, group_id) VALUES \(SQL.values(pairs))")
    }

    /// Reports that say they are a group's and no group stands beside them, or the other way round, or a group of another section.
    /// An entry that voids a group's report stands beside no group.
    func misplacedGroupReports() throws -> Int {
        let row = try row(
            """
            SELECT COUNT(*) AS reports FROM report r
            LEFT JOIN group_report t ON t.report_id = r.id LEFT JOIN writing_group g ON g.id = t.group_id
            WHERE r.voids IS NULL AND ((r.source = 'group' AND g.id IS NULL)
                OR (g.id IS NOT NULL AND (r.source <> 'group' OR g.section <> r.section)))
            """
        )
        return try row?("reports") ?? 0
    }
}

extension WritingGroup {
    init(_ row: Row) throws {
        self.init(
            id: try row("id"), section: try row("section"), code: try row("code"), name: try row("name"), place: try row("place"),
            isSchool: try row("is_school"))
    }
}
