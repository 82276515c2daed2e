/// The words by which a document is understood, read from the data files of each language. Adding a language is adding two files.
struct Vocabulary: Sendable {
    /// Headings and labels; the value is the raw value of a `Heading`.
    let headings: PhraseSet
    private let cues: [Cue: PhraseSet]
    /// The languages in which a small word is common.
    let languagesOfWord: [String: [String]]

    static let shared = Vocabulary()

    subscript(_ cue: Cue) -> PhraseSet { cues[cue] ?? PhraseSet() }

    private init() {
        var headings = PhraseSet(), cues: [Cue: PhraseSet] = [:], languages: [String: [String]] = [:]
        for (language, row) in Self.rows(of: "Headings") { headings.insert(row[1], value: row[0], language: language) }
        for (language, row) in Self.rows(of: "Words") {
            let parts = row[0].split(separator: ".", maxSplits: 1)
            guard let cue = parts.first.flatMap({ Cue(rawValue: String($0)) }) else { continue }
            for phrase in row[1].split(separator: "|") {
                cues[cue, default: PhraseSet()].insert(String(phrase), value: parts.count > 1 ? String(parts[1]) : "", language: language)
                if cue == .stopword { languages[Folding.words(String(phrase)).first ?? "", default: []].append(language) }
            }
        }
        self.headings = headings
        self.cues = cues
        languagesOfWord = languages
    }

    private static func rows(of folder: String) -> [(language: String, row: [String])] {
        TableFile.names(in: folder).filter { $0.hasSuffix(".tsv") }.flatMap { name in
            TableFile("\(folder)/\(name)").rows.filter { $0.count >= 2 }.map { (String(name.dropLast(4)), $0) }
        }
    }
}
