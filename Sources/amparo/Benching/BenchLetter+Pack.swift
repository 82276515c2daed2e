import Documents

extension BenchLetter {
    /// What a letter evening prints: ten addressees with ten letters each, an envelope for every letter, and the sheets around them.
    static var pack: Pack {
        let report = Pack.Report(address: "https://us.example.org/en/groups/K7QM3XV0?actions=1-21", words: "Code to scan", code: "K7QM-3XV0")
        let letters = (0..<10).map { Pack.Addressed(letter: all[$0 % 2].letter($0), line: "10 letters", postage: nil) }
        let words = all[0].letter(0).paragraphs
        let sheet = CaseSheet(language: "es", blocks: [.title("UA 1/21"), .list(words)] + words.map(CaseSheet.Block.paragraph))
        let one = Pack.Case(reference: "UA 1/21", headline: "Quillota", notes: [], sheet: sheet, letters: letters, copies: 10, report: report)
        return Pack(language: "en", window: .din5008, paper: .a4, envelope: .c5, cases: [one], report: report, words: Pack.Words())
    }
}
