import Documents

/// Why a translation is not taken, or not shown to readers yet.
package enum TranslationRefusal: Refusal, Equatable {
    /// There is nothing to translate from.
    case noSource
    case unfitLanguage(String)
    /// Headline, lead or letter are not all there.
    case notEnough
    /// Whoever translated does not check.
    case sameEyes
    case nothingToCheck
    /// A file that is none, by what is wrong with it.
    case unfitFile(String)
    /// It is of other languages or another output: what it says, and what is wanted.
    case otherFile(String, wanted: String)

    package var kind: RefusalKind {
        switch self {
        case .noSource: .missing
        case .unfitLanguage: .missing
        case .notEnough, .unfitFile, .otherFile: .invalid
        case .sameEyes, .nothingToCheck: .conflict
        }
    }

    package var message: Message {
        switch self {
        case .noSource: Message("desk.translation_refused_no_source")
        case .unfitLanguage(let tag): Message("desk.translation_refused_language", ["language": tag])
        case .notEnough: Message("desk.translation_refused_not_enough")
        case .sameEyes: Message("desk.translation_refused_same_eyes")
        case .nothingToCheck: Message("desk.translation_refused_nothing")
        case .unfitFile(let key): Message(key)
        case .otherFile(let said, let wanted): Message("desk.translation_refused_other", ["said": said, "wanted": wanted])
        }
    }
}

extension TranslationRefusal {
    init(_ refused: TranslationFile.Refused) {
        self =
            switch refused {
            case .tooLarge: .unfitFile("desk.translation_file_too_large")
            case .encoding: .unfitFile("desk.translation_file_encoding")
            case .doctype: .unfitFile("desk.translation_file_doctype")
            case .malformed: .unfitFile("desk.translation_file_malformed")
            case .notXLIFF, .noLanguages: .unfitFile("desk.translation_file_not_xliff")
            case .version: .unfitFile("desk.translation_file_version")
            }
    }
}
