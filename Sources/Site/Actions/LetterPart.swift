import Campaign
import Documents

/// A model letter beside the others.
struct LetterPart: Sendable {
    let languageName: String
    let isOwnName: Bool
    let ownName: String?
    let letterLang: String
    let letterDir: String
    let isUnfolded: Bool
    let greeting: String?
    let paragraphs: [String]
    let closing: String?
    let letterWritePath: String
    let textPath: String
    let markdownPath: String
}

extension LetterPart {
    /// The reader's language first, then the official's, then the others.
    static func all(_ view: ActionView) -> [LetterPart] {
        let first = [view.reader.language] + view.output.preferredLanguages
        let ordered = view.output.letters.enumerated().sorted { one, other in
            (first.firstIndex(of: one.element.language) ?? first.count, one.offset) < (
                first.firstIndex(of: other.element.language) ?? first.count, other.offset
            )
        }
        return ordered.enumerated().map {
            LetterPart($0.element.element, isUnfolded: $0.offset == 0 || first.contains($0.element.element.language), view)
        }
    }

    private init(_ letter: ModelLetter, isUnfolded: Bool, _ view: ActionView) {
        let reader = view.reader, name = reader.name(of: letter.language), own = DayWording.ownName(of: letter.language)
        let reference = view.action.reference, ordinal = view.output.ordinal
        self.init(
            languageName: name,
            isOwnName: own != name,
            ownName: own != name ? own : nil,
            letterLang: letter.language.rawValue,
            letterDir: letter.language.direction,
            isUnfolded: isUnfolded,
            greeting: letter.greeting,
            paragraphs: letter.body,
            closing: letter.closing,
            letterWritePath: Links.write(reference, reader.language, letter: letter.language),
            textPath: Links.document(reference, ordinal, letter.language, .letter, .txt),
            markdownPath: Links.document(reference, ordinal, letter.language, .letter, .md)
        )
    }
}

/// A post ready for a social network.
struct SocialPart: Sendable {
    let postLabel: String
    let charactersLine: String
    let postLang: String
    let postDir: String
    let postText: String
}

extension SocialPart {
    init(_ words: String, language: Language, for reader: Reader) {
        self.init(
            postLabel: reader.text("action.social_post"),
            charactersLine: reader.count("action.social_characters", words.count),
            postLang: language.rawValue,
            postDir: "auto",
            postText: words
        )
    }
}
