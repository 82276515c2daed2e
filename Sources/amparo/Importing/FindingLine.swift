import Documents

/// A finding as JSON, every key there.
struct FindingLine: Encodable {
    private let finding: Finding

    init(_ finding: Finding) {
        self.finding = finding
    }

    private enum CodingKeys: CodingKey { case field, value, line, confidence, note }

    func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: CodingKeys.self)
        try object.encode(finding.field, forKey: .field)
        try object.encode(finding.value, forKey: .value)
        try object.encode(finding.line, forKey: .line)
        try object.encode(finding.confidence, forKey: .confidence)
        try object.encode(finding.note?.text, forKey: .note)
    }
}
