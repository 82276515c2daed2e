package import Documents

/// One place where a name stands, as it is shown before it changes.
package struct RenamingPlace: Sendable, Equatable {
    /// The same as long as the words are.
    package let id: String
    /// "text.lead": the table and the column.
    package let field: String
    package let language: Language?
    package let before: String
    package let found: String
    package let replacement: String
    package let after: String
    /// False where it may be an ordinary word or another name.
    package let isSure: Bool

    package var table: String { String(field.prefix { $0 != "." }) }

    init(_ text: CaseText, _ hit: NameHit, _ count: Int) {
        id = String(Digest.sha256("\(text.identity) \(count) \(text.words)").prefix(16))
        field = "\(text.table).\(text.column)"
        language = text.language
        before = Self.shown(text.words[..<hit.range.lowerBound].suffix(text.isMarkup ? 80 : 40), text.isMarkup)
        found = String(text.words[hit.range])
        replacement = hit.replacement
        after = Self.shown(text.words[hit.range.upperBound...].prefix(text.isMarkup ? 80 : 40), text.isMarkup)
        isSure = hit.isSure
    }

    /// What tells these places from any others.
    package static func digest(_ places: [RenamingPlace]) -> String { Digest.sha256(places.map(\.id).joined(separator: " ")) }

    /// On one line, without marks.
    private static func shown(_ text: some StringProtocol, _ isMarkup: Bool) -> String {
        let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
        return isMarkup ? line.replacing(/^[^<>]*>|<[^<>]*>|<[^<>]*$/, with: " ") : line
    }
}

extension CaseText {
    /// Which column of which row.
    var identity: String { ([table, column] + key + [field].compactMap { $0 }).joined(separator: " ") }
}

extension NameSearch {
    /// In markup a name is written as markup writes it, and so is what stands in its place.
    func hits(in text: CaseText) -> [NameHit] {
        text.isMarkup ? escaped.hits(in: text.words, text.language) : hits(in: text.words, text.language)
    }
}
