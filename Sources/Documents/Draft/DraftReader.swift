/// Reads one document into a draft: pure, without input or output, and safe on any bytes.
///
/// Lines come from a `Reader`, their parts from the `Outline`, the facts from one recogniser each.
package struct DraftReader: Sendable {
    package init() {}

    /// The draft of a document, or why it is none. `name` is the base name of the file and decides nothing.
    package func callAsFunction(_ bytes: [UInt8], named name: String) -> DraftReading {
        do throws(Unreadable) {
            let lines = try Readers.lines(of: bytes)
            var reading = reading(of: lines, named: name)
            if PagesReader.recognises(bytes), lines.contains(where: Self.isArabic) { reading.findings.append(.swappedLetters) }
            return reading
        } catch {
            return DraftReading(file: name, refused: error.reason)
        }
    }

    private static func isArabic(_ line: TextLine) -> Bool {
        line.words.contains { (0x620...0x6FF).contains($0.folded.unicodeScalars.first?.value ?? 0) }
    }

    private func reading(of lines: [TextLine], named name: String) -> DraftReading {
        let lines = lines.map { Ungluing.unglued($0) }
        if let draft = ActionDraft(subjectLineOf: lines) { return DraftReading(file: name, draft: draft, findings: []) }
        let manuscript = Manuscript(lines)
        if let reason = ListPage(manuscript).reason { return DraftReading(file: name, refused: reason) }
        let parts = ActionParts(lines).all
        var assembly = DraftAssembly(parts.count == 1 ? manuscript : Manuscript(parts[0]))
        assembly.assemble()
        guard assembly.isUrgentAction else {
            return DraftReading(file: name, refused: "not an urgent action: no number, no heading of one, no letter", findings: assembly.findings)
        }
        var draft = assembly.draft
        draft.additionalRecords = parts.dropFirst().map { record(of: Manuscript($0)) }
        let further = draft.additionalRecords.map { Finding(further: $0.reference ?? $0.title) }
        return DraftReading(file: name, draft: draft, findings: assembly.findings + further + [AudienceMarks.finding(in: lines)].compactMap { $0 })
    }

    /// A further action of the same page.
    private func record(of manuscript: Manuscript) -> ActionDraft {
        var assembly = DraftAssembly(manuscript)
        assembly.assemble()
        return assembly.draft
    }
}

extension DraftReader {
    /// The words of each action that the document prints below its first one; none of nearly every document.
    package func furtherActions(in bytes: [UInt8]) -> [String] {
        guard let lines = try? Readers.lines(of: bytes) else { return [] }
        return ActionParts(lines.map { Ungluing.unglued($0) }).all.dropFirst().map { $0.map(\.text).joined(separator: "\n") }
    }
}

extension Finding {
    fileprivate init(further name: String?) {
        self.init(field: "additional_records", value: name, confidence: 0.4, note: FindingNote(.furtherAction))
    }

    /// Inside a word nobody can tell which way round lam and alef were.
    fileprivate static let swappedLetters = Finding(
        field: "language", value: "ar", confidence: 0.45, note: FindingNote(.swappedLetters))
}
