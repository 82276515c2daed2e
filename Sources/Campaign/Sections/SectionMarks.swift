import Documents
import Storage

/// What tells a section's documents from another's: how it prints references, where its embassies are, what its postal note speaks of.
struct SectionMarks {
    let code: Section.Code
    let referenceStyle: ReferenceStyle
    let embassyCities: [String]
    let postalWords: [String]

    init(_ row: Row) throws {
        code = try row("code")
        referenceStyle = try row("reference_style")
        embassyCities = try (row("embassy_cities") as Lines).lines
        postalWords = try (row("postal_words") as Lines).lines
    }

    /// How many marks of this section the draft bears.
    fileprivate func count(in draft: ActionDraft, _ addressWords: Set<String>) -> Int {
        let bearsCity = embassyCities.contains(where: addressWords.contains)
        let bearsPost = draft.postalNote.map { note in postalWords.contains { note.contains($0) } } ?? false
        let bearsStyle = referenceStyle == .dot && (draft.reference ?? "").contains(".")
        return [bearsCity, bearsPost, bearsStyle].count { $0 }
    }
}

extension [SectionMarks] {
    /// The section whose marks the draft bears most of; the international one when it bears none.
    func section(of draft: ActionDraft) -> Section.Code {
        let words = Set(draft.targets.flatMap(\.addressLines).flatMap(Self.words))
        let best = map { (code: $0.code, count: $0.count(in: draft, words)) }.max { $0.count < $1.count }
        guard let best, best.count > 0 else { return .international }
        return best.code
    }

    /// Whole words, since San Bernardo is not Bern.
    private static func words(of line: String) -> [String] {
        line.split { !$0.isLetter }.map(String.init)
    }
}
