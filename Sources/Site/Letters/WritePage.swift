import Campaign
import Documents

/// Three steps on one page: to whom and how, the words, the name.
struct WritePage: Page {
    static var template: String { "actions/write" }

    let layout: Layout
    let t: [String: String]
    let breadcrumb: [Layout.Link]
    let countryName: String
    let reference: String
    let headline: String
    let textLang: String
    let textDir: String
    let isExample: Bool
    let ownCountry: String?
    let contactPath: String
    let hasProblems: Bool
    let problemsTitle: String?
    let problems: [ProblemPart]
    let lettersPath: String
    let writingPath: String
    let addressees: [AddresseeChoice]
    let addresseeProblem: String?
    let letterLanguages: [LanguageChoicePart]
    let languageProblem: String?
    let ways: [WayChoice]
    let hasWays: Bool
    let wayProblem: String?
    let hasRemarks: Bool
    let remarks: [String]
    let isFine: Bool
    let letterTitle: String
    let letterLang: String
    let letterDir: String
    let wordsLabel: String
    let wordsHint: String
    let ownWords: String
    let fieldsNote: String?
    let recipientLines: [String]
    let greeting: String?
    let closing: String?
    let signedAs: String?
    let translation: TranslationPart?
    let asking: AskingPart?
    let nameValue: String
    let placeValue: String
    let hasInitials: Bool
    let nameProblem: String?
    let placeProblem: String?
    let wordsProblem: String?
    let hasSafety: Bool
    let safety: [String]
    /// What the section advises where others advise otherwise.
    let rules: [String]
    let slug: String
    /// Keeps a begun letter in the browser.
    let draftScript: String

    struct AddresseeChoice: Sendable {
        let key: String
        let isChosen: Bool
        let roleLabel: String
        let addresseeName: String
        let office: String?
        let channelsLine: String
    }

    struct LanguageChoicePart: Sendable {
        let tag: String
        let languageName: String
        let isPreferred: Bool
        let isChosen: Bool
    }

    struct WayChoice: Sendable {
        let wayValue: String
        let wayLabel: String
        let isChosen: Bool
    }

    /// What the case asks for, to write from where it has no model letter.
    struct AskingPart: Sendable {
        let askingTitle: String
        let askingLang: String
        let askingDir: String
        let askingParagraphs: [String]
        let hasAskingDemands: Bool
        let askingDemands: [String]
    }

    /// The model letter in the reader's own language, so that one knows what one signs.
    struct TranslationPart: Sendable {
        let translationTitle: String
        let translationNote: String?
        let translationLang: String
        let translationDir: String
        let translationParagraphs: [String]
    }
}

/// What is wrong with one field of a form, and where on the page it is; nowhere for a field that nobody fills in.
struct ProblemPart: Sendable {
    let anchor: String?
    let message: String

    static func all(_ problems: FormProblems, in words: Translations) -> [ProblemPart] {
        problems.problems.map { ProblemPart(anchor: hidden.contains($0.field) ? nil : $0.field, message: words.text($0.message)) }
    }

    private static let hidden: Set<String> = ["token", "output"]
}

struct HiddenField: Sendable {
    let fieldName: String
    let fieldValue: String
}
