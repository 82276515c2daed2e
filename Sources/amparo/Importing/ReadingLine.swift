import Documents

/// A reading as its line of JSON: every key is there, `null` where there is nothing, as programs expect it.
struct ReadingLine: Encodable {
    private let reading: DraftReading

    init(_ reading: DraftReading) {
        self.reading = reading
    }

    private enum CodingKeys: CodingKey { case file, refused, draft, findings }

    func encode(to encoder: any Encoder) throws {
        var line = encoder.container(keyedBy: CodingKeys.self)
        try line.encode(reading.file, forKey: .file)
        try line.encode(reading.refused, forKey: .refused)
        try line.encode(reading.draft, forKey: .draft)
        try line.encode(reading.findings.map(FindingLine.init), forKey: .findings)
    }
}
