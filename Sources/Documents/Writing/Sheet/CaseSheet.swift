/// An output's text as one document: headings with paragraphs, lists and letters, in the order they are read.
///
/// Every format is written from this one value, so that no two of them can say different things.
package struct CaseSheet: Hashable, Sendable {
    package indirect enum Block: Hashable, Sendable {
        case title(String)
        case heading(String)
        case paragraph(String)
        case list([String])
        /// Lines that stay lines: an address, a letter's end.
        case lines([String])
        /// What a reader has to know before anything else.
        case note(String)
        /// What a writer fills in: "[Your name]".
        case blank(String)
        /// A part that is in a language of its own.
        case part(Language, [Block])
        /// What follows begins on a new page.
        case newPage
    }

    package let language: Language
    package let blocks: [Block]
    /// What stands at the foot of every page before its number: reference, language, short address.
    package let foot: [String]

    package init(language: Language, blocks: [Block], foot: [String] = []) {
        self.language = language
        self.blocks = blocks
        self.foot = foot
    }

    /// The words by which programs list the document.
    package var title: String {
        for case .title(let text) in passages.map(\.block) { return text }
        return foot.first ?? ""
    }
}

extension CaseSheet {
    /// One block with the language it is in.
    struct Passage {
        /// Never a part or a new page: these are what `language` and `startsPage` say.
        let block: Block
        let language: Language
        /// The language of what it stands in, whose direction the place of a blank follows.
        let around: Language
        let startsPage: Bool
    }

    /// The blocks in the order they are read, parts unfolded.
    var passages: [Passage] {
        var list: [Passage] = [], isNewPage = false
        func take(_ blocks: [Block], _ language: Language, _ around: Language) {
            for block in blocks {
                switch block {
                case .part(let other, let inner): take(inner, other, language)
                case .newPage: isNewPage = !list.isEmpty
                default:
                    list.append(Passage(block: block, language: language, around: around, startsPage: isNewPage))
                    isNewPage = false
                }
            }
        }
        take(blocks, language, language)
        return list
    }
}
