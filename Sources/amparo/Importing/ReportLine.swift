import Campaign
import Documents

/// What a report says of one document: where it lies, what it became part of, and every finding. Each key is there, `null` where there is nothing.
struct ReportLine: Encodable {
    private let taken: Taken

    init(_ taken: Taken) {
        self.taken = taken
    }

    private enum CodingKeys: CodingKey { case file, sha256, reference, ordinal, section, published, known, refused, findings }

    func encode(to encoder: any Encoder) throws {
        let imported = taken.imported, draft = taken.reading.draft
        var line = encoder.container(keyedBy: CodingKeys.self)
        try line.encode(taken.file.path, forKey: .file)
        try line.encode(taken.sha256, forKey: .sha256)
        try line.encode(imported?.reference.printed() ?? draft?.caseReference?.printed() ?? draft?.reference, forKey: .reference)
        try line.encode(imported?.ordinal ?? draft?.outputOrdinal, forKey: .ordinal)
        try line.encode(imported?.section.rawValue, forKey: .section)
        try line.encode(imported?.isPublished ?? false, forKey: .published)
        try line.encode(taken.wasKnown, forKey: .known)
        try line.encode(taken.reading.refused, forKey: .refused)
        try line.encode(taken.findings.map(FindingLine.init), forKey: .findings)
    }
}

extension Taken {
    var imported: ImportResult.Imported? {
        switch result {
        case .added(let imported), .known(let imported): imported
        case nil: nil
        }
    }
}
