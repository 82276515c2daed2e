package import Documents
package import Storage

/// A version of a manuscript, and who wrote it.
package struct ManuscriptVersion: Sendable {
    package let revision: Int
    /// The id of a staff member, or ``Manuscript/elsewhere``.
    package let by: String
    package let at: Instant
    package let content: ManuscriptContent
}

extension Connection {
    package func manuscript(of output: Output.ID) throws -> Manuscript? {
        try row("SELECT * FROM manuscript WHERE output_id = \(output)").map(Manuscript.init)
    }

    /// Those of all outputs of an action.
    package func manuscripts(of action: Action.ID) throws -> [Output.ID: Manuscript] {
        let rows = try rows("SELECT m.* FROM manuscript m JOIN output o ON o.id = m.output_id WHERE o.action_id = \(action)")
        return try Dictionary(rows.map { (try $0("output_id"), try Manuscript($0)) }, uniquingKeysWith: { first, _ in first })
    }

    /// Those of outputs that are not published, by the action's reference and the output's ordinal, nearest moment first.
    ///
    /// - Parameter section: nil for all sections'.
    package func unpublishedManuscripts(of section: Section.Code?) throws -> [(reference: Reference, ordinal: Int, manuscript: Manuscript)] {
        let own: SQL = section.map { "AND m.section = \($0)" } ?? ""
        return try rows(
            """
            SELECT m.*, a.series, a.serial, a.year, o.ordinal FROM manuscript m JOIN output o ON o.id = m.output_id JOIN action a ON a.id = o.action_id
            WHERE o.published_at IS NULL AND NOT EXISTS (SELECT 1 FROM withdrawal w WHERE w.action_id = a.id) \(own)
            ORDER BY COALESCE(m.scheduled_for, m.written_at), m.output_id
            """
        ).map { (try Reference($0), try $0("ordinal"), try Manuscript($0)) }
    }

    func insert(_ manuscript: Manuscript) throws {
        try execute(
            """
            INSERT INTO manuscript (output_id, section, state, revision, written_by, written_at, approved_revision, is_emergency)
            VALUES (\(manuscript.output), \(manuscript.section), \(manuscript.state), \(manuscript.revision), \(manuscript.writtenBy),
                \(manuscript.writtenAt), \(manuscript.approvedRevision), \(manuscript.isEmergency))
            """
        )
    }

    func update(_ manuscript: Manuscript) throws {
        try execute(
            """
            UPDATE manuscript SET state = \(manuscript.state), revision = \(manuscript.revision), written_by = \(manuscript.writtenBy),
                written_at = \(manuscript.writtenAt), approved_by = \(manuscript.approvedBy), approved_at = \(manuscript.approvedAt),
                approved_revision = \(manuscript.approvedRevision), is_emergency = \(manuscript.isEmergency),
                scheduled_for = \(manuscript.scheduledFor), embargo_until = \(manuscript.embargoUntil), reason = \(manuscript.reason),
                held_by = \(manuscript.hold?.by), held_since = \(manuscript.hold?.since), held_until = \(manuscript.hold?.until)
            WHERE output_id = \(manuscript.output)
            """
        )
    }

    func insert(_ version: ManuscriptVersion, salt: String, of output: Output.ID) throws {
        try execute(
            """
            INSERT INTO manuscript_version (output_id, revision, by_name, at, salt, content)
            VALUES (\(output), \(version.revision), \(version.by), \(version.at), \(salt), \(version.content.json))
            """
        )
    }

    package func version(_ revision: Int, of output: Output.ID) throws -> ManuscriptVersion? {
        try row("SELECT * FROM manuscript_version WHERE output_id = \(output) AND revision = \(revision)").map(ManuscriptVersion.init)
    }

    /// The newest first.
    package func versions(of output: Output.ID) throws -> [ManuscriptVersion] {
        try rows("SELECT * FROM manuscript_version WHERE output_id = \(output) ORDER BY revision DESC").map(ManuscriptVersion.init)
    }

    /// Who wrote anything after a revision.
    func writers(of output: Output.ID, after revision: Int) throws -> Set<String> {
        try Set(
            rows("SELECT DISTINCT by_name FROM manuscript_version WHERE output_id = \(output) AND revision > \(revision)").map { try $0("by_name") })
    }

    /// The outputs of an action that are not to be published.
    func cancelledOutputs(of action: Action.ID) throws -> Set<Output.ID> {
        try Set(manuscripts(of: action).values.filter { $0.state == .cancelled }.map(\.output))
    }

    /// How many staff of a section may let something through.
    package func countStaff(who roles: [Role], in section: Section.Code) throws -> Int {
        try row(
            """
            SELECT COUNT(DISTINCT s.id) AS staff FROM staff s JOIN staff_role r ON r.staff_id = s.id
            WHERE s.state = 'active' AND r.section = \(section) AND r.role IN \(SQL.list(roles))
            """
        )?("staff") ?? 0
    }
}

extension ManuscriptVersion {
    fileprivate init(_ row: Row) throws {
        self.init(
            revision: try row("revision"), by: try row("by_name"), at: try row("at"), content: try ManuscriptContent(json: row("content")))
    }
}

extension Manuscript {
    init(_ row: Row) throws {
        let by: String? = try row("held_by"), since: Instant? = try row("held_since"), until: Instant? = try row("held_until")
        self.init(
            output: try row("output_id"), section: try row("section"), state: try row("state"), revision: try row("revision"),
            writtenBy: try row("written_by"), writtenAt: try row("written_at"), approvedBy: try row("approved_by"),
            approvedAt: try row("approved_at"), approvedRevision: try row("approved_revision"), isEmergency: try row("is_emergency"),
            scheduledFor: try row("scheduled_for"), embargoUntil: try row("embargo_until"), reason: try row("reason"),
            hold: by.flatMap { by in since.flatMap { since in until.map { Hold(by: by, since: since, until: $0) } } })
    }
}
