/// What came of reading one file: a draft with findings, or a refusal with its reason.
package struct DraftReading: Hashable, Codable, Sendable {
    /// The base name of the file.
    package var file: String
    package var refused: String?
    package var draft: ActionDraft?
    package var findings: [Finding]

    package init(file: String, draft: ActionDraft, findings: [Finding]) {
        self.file = file
        self.draft = draft
        self.findings = findings
    }

    package init(file: String, refused reason: String, findings: [Finding] = []) {
        self.file = file
        refused = reason
        self.findings = findings
    }
}

extension DraftReading {
    /// Writes `refused` and `draft` even when they are null, as the contract of the JSON line says.
    package func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(file, forKey: .file)
        try values.encode(refused, forKey: .refused)
        try values.encode(draft, forKey: .draft)
        try values.encode(findings, forKey: .findings)
    }
}
