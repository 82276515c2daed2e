/// The index code of this output: the label's or the header's, never that of a link to another output.
struct IndexCodes {
    private let manuscript: Manuscript

    init(_ manuscript: Manuscript) {
        self.manuscript = manuscript
    }

    struct Found: Sendable {
        let code: IndexCode
        let printed: String
    }

    func callAsFunction() -> Fact<Found>? {
        labelled ?? header ?? footer
    }

    private var labelled: Fact<Found>? {
        manuscript.outline.sections(.index).compactMap(\.value).compactMap { Self.found(in: $0, confidence: 0.97) }.first
    }

    /// The code beside the reference, else the first labelled one: a host prints its own spelling of the code above the document.
    private var header: Fact<Found>? {
        let lines = manuscript.header.filter { !$0.codes.isEmpty && !$0.line.text.contains("://") }
        let labelled = lines.first {
            $0.line.words.contains { ["index", "indice"].contains($0.folded) } && !$0.line.words.contains { $0.folded == "number" }
        }
        let beside = lines.first { !$0.references.isEmpty }
        return (labelled ?? beside ?? lines.first).flatMap { Self.found(in: $0, confidence: 0.95) }
    }

    /// A footer repeats the header: "Index: … Issue Date: …".
    private var footer: Fact<Found>? {
        let lines = manuscript.outline.lines.filter { line in line.words.first.map { ["index", "indice", "further"].contains($0.folded) } ?? false }
        return lines.prefix(20).map { HeaderLine($0, vocabulary: manuscript.vocabulary) }.compactMap { Self.found(in: $0, confidence: 0.8) }.first
    }

    private static func found(in header: HeaderLine, confidence: Double) -> Fact<Found>? {
        header.codes.first.map { fact($0, in: header.line, confidence) }
    }

    private static func found(in line: TextLine, confidence: Double) -> Fact<Found>? {
        IndexCodeScanner(line.utf8).first().map { fact($0, in: line, confidence) }
    }

    private static func fact(_ match: IndexCodeScanner.Match, in line: TextLine, _ confidence: Double) -> Fact<Found> {
        Fact(Found(code: match.code, printed: line.text(match.range)), line: line.number, confidence: confidence)
    }
}
