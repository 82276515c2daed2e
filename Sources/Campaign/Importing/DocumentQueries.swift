import Documents
import Storage

extension Connection {
    /// What an earlier import of these bytes led to.
    func imported(_ sha256: String) throws -> ImportResult.Imported? {
        guard try row("SELECT 1 AS one FROM document WHERE sha256 = \(sha256)") != nil else { return nil }
        let findings = try rows("SELECT * FROM finding WHERE sha256 = \(sha256) ORDER BY position").map(Finding.init)
        return try imported(sha256, findings: findings)
    }

    func imported(_ sha256: String, findings: [Finding]) throws -> ImportResult.Imported {
        let row = try row(
            """
            SELECT a.series, a.serial, a.year, o.ordinal, o.published_at, d.section
            FROM document d JOIN output o ON o.id = d.output_id JOIN action a ON a.id = o.action_id WHERE d.sha256 = \(sha256)
            """
        )
        guard let row else { throw ImportRefusal.noReference }
        let publishedAt: Instant? = try row("published_at")
        return ImportResult.Imported(
            reference: try Reference(row), ordinal: try row("ordinal"), section: try row("section"), isPublished: publishedAt != nil,
            findings: findings
        )
    }

    func keep(
        _ provenance: Provenance, section: Section.Code, language: Language?, output: Output.ID, findings: [Finding], at now: Instant
    ) throws {
        try execute(
            """
            INSERT INTO document (sha256, name, section, language, output_id, imported_at, imported_by)
            VALUES (\(provenance.sha256), \(provenance.name), \(section), \(language), \(output), \(now), \(provenance.by))
            """
        )
        for (position, finding) in findings.enumerated() {
            try execute(
                """
                INSERT INTO finding (sha256, position, field, found, line, confidence, note)
                VALUES (\(provenance.sha256), \(position), \(finding.field), \(finding.value), \(finding.line),
                    \(min(1, max(0, finding.confidence))), \(finding.note?.text ?? ""))
                """
            )
        }
    }
}

extension Finding {
    init(_ row: Row) throws {
        self.init(
            field: try row("field"), value: try row("found"), line: try row("line"), confidence: try row("confidence"),
            note: FindingNote(text: try row("note"))
        )
    }
}
