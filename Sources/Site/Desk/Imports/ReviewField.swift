import Campaign
import Documents

/// A field of a document under review, with what was found for it and in which lines.
struct ReviewField: Sendable {
    let fieldName: String
    let fieldID: String
    let label: String
    let problem: String?
    let isArea: Bool
    let isList: Bool
    let isLine: Bool
    let inputType: String
    let fieldValue: String
    let fieldDir: String
    let rows: String
    let isUnsure: Bool
    let options: [DeskForm.Field.Option]
    let findings: [ReviewFinding]

    init(_ field: DraftField, of draft: ActionDraft, findings: [ReviewFinding], problem: Message?, for reader: Reader) {
        let value = field.get(draft) ?? ""
        fieldName = field.name
        fieldID = field.id
        label = reader.text(field.label)
        self.problem = problem.map(reader.words.text)
        fieldValue = value
        fieldDir = "auto"
        self.findings = findings
        isUnsure = findings.contains(where: \.isUnsure)
        switch field.kind {
        case .area: (isArea, isList, isLine, inputType) = (true, false, false, "")
        case .list: (isArea, isList, isLine, inputType) = (false, true, false, "")
        case .day: (isArea, isList, isLine, inputType) = (false, false, true, "date")
        case .number: (isArea, isList, isLine, inputType) = (false, false, true, "number")
        case .line: (isArea, isList, isLine, inputType) = (false, false, true, "text")
        }
        rows = String(max(2, min(14, value.split(separator: "\n", omittingEmptySubsequences: false).reduce(0) { $0 + 1 + $1.count / 62 })))
        options = Self.options(field, value, reader)
    }

    private static func options(_ field: DraftField, _ value: String, _ reader: Reader) -> [DeskForm.Field.Option] {
        guard case .list(let choices) = field.kind else { return [] }
        let all = (choices.contains { $0.value == "target" } ? [] : [("", "–")]) + choices.map { ($0.value, reader.text($0.key)) }
        return all.map { DeskForm.Field.Option(optionValue: $0.0, optionLabel: $0.1, isChosen: $0.0 == value) }
    }
}

/// Something that was found: in which line, how surely, and what is odd about it.
struct ReviewFinding: Sendable {
    let linePath: String?
    let lineLabel: String?
    let sureness: String
    /// What was found, where the field says something else.
    let found: String?
    let note: String?
    let isUnsure: Bool
    let tickValue: String?
    let isSettled: Bool

    init(_ finding: Finding, at place: Int, in document: ReviewedDocument, settled: Set<Int>, shown value: String?, for reader: Reader) {
        let isPlaced = finding.line.map { line in document.lines.contains { $0.number == line } } ?? false
        linePath = isPlaced ? finding.line.map { "#line-\($0)" } : nil
        lineLabel = isPlaced ? finding.line.map { reader.text("desk.imports_line", ["n": String($0)]) } : nil
        let percent = ["n": String(Int((finding.confidence * 100).rounded()))]
        let isUnsure = finding.confidence < Finding.threshold
        sureness =
            isUnsure
            ? reader.text("desk.imports_unsure", percent)
            : finding.confidence < 0.8 ? reader.text("desk.imports_likely", percent) : reader.text("desk.imports_sure", percent)
        let isShown = finding.value.map { found in value?.hasPrefix(found.hasSuffix("…") ? String(found.dropLast()) : found) == true } ?? true
        found = isShown ? nil : finding.value
        note = finding.note.map(reader.words.text)
        self.isUnsure = isUnsure
        tickValue = isUnsure ? String(place) : nil
        isSettled = settled.contains(place)
    }
}
