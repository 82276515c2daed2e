import Campaign
import Documents

extension CaseSheet {
    /// The document of an output; nil when it has no text, or no letter, in that language.
    init?(_ sheet: Sheet, of view: ActionView, in language: Language, origins: Origins) {
        let reader = view.reader
        switch sheet {
        case .sheet:
            guard let text = view.output.texts.first(where: { $0.language == language }) else { return nil }
            self.init(language: language, blocks: SheetBlocks(view, language, origins).blocks(text), foot: Self.foot(view, language, origins))
        case .letter:
            guard let letter = view.output.letters.first(where: { $0.language == language }) else { return nil }
            let blocks = [.title(view.reference)] + Self.blocks(letter) + Self.blanks(reader, within: language)
            self.init(language: language, blocks: blocks, foot: Self.foot(view, language, origins))
        case .letters:
            guard !view.output.letters.isEmpty, reader.language == language else { return nil }
            let letters = view.output.letters.enumerated().flatMap { place, letter in
                (place == 0 ? [] : [.newPage]) + [.heading(reader.name(of: letter.language)), .part(letter.language, Self.blocks(letter))]
                    + Self.blanks(reader, within: language)
            }
            self.init(language: language, blocks: [.title(view.reference)] + letters, foot: Self.foot(view, language, origins))
        }
    }

    /// Reference, language, and where the page is, without what every address begins with.
    private static func foot(_ view: ActionView, _ language: Language, _ origins: Origins) -> [String] {
        let address = origins.shortAddress(of: view.reader.section) + Links.action(view.action.reference, view.reader.language)
        return [view.reference, DayWording.ownName(of: language), address]
    }

    private static func blocks(_ letter: ModelLetter) -> [Block] {
        [letter.greeting.map(Block.paragraph)].compactMap { $0 } + letter.body.map(Block.paragraph)
            + [letter.closing.map(Block.paragraph)].compactMap { $0 }
    }

    /// What the writer adds, in the words of the site.
    private static func blanks(_ reader: Reader, within language: Language) -> [Block] {
        [.part(reader.language, [.blank(reader.text("action.letter_name")), .blank(reader.text("action.letter_place"))])]
    }
}

extension Origins {
    /// The origin without its scheme: "us.example.org".
    func shortAddress(of section: Section) -> String {
        let origin = origin(of: section)
        return origin.split(separator: "://", maxSplits: 1).last.map(String.init) ?? origin
    }
}
