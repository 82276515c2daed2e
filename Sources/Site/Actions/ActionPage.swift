import Campaign
import Documents

/// One output of an action, whole.
struct ActionPage: Page {
    static var template: String { "actions/show" }

    let layout: Layout
    let t: [String: String]
    let breadcrumb: [Layout.Link]
    let isExample: Bool
    let countryName: String
    let reference: String
    let kindLabel: String?
    let textLang: String
    let textDir: String
    let headline: String
    let statusLine: [StatusPart]
    let hasTextLanguages: Bool
    let textLanguages: [TextLanguage]
    let languageNote: String?
    let lead: [String]
    let callHeading: String
    let callText: String?
    let isOpen: Bool
    let daysLeft: String?
    let writePath: String?
    let reportPath: String
    /// Where following the action is asked for; nil where nobody can be written to, and for an action that has ended.
    let followPath: String?
    let followText: String?
    let state: StatePart?
    let ownCountry: String?
    let contactPath: String
    let facts: [FactPart]
    let hasSafety: Bool
    let safety: [String]
    let hasInstructions: Bool
    let instructionsLang: String
    let instructionsDir: String
    let instructions: [String]
    let hasDemands: Bool
    let demandsHeading: String
    let demands: [DemandPart]
    let hasDropped: Bool
    /// What the document before asked for and this one does not.
    let dropped: [String]
    let corrections: [CorrectionPart]
    let outputs: [OutputPart]
    let hasAddressees: Bool
    let addresseesHeading: String
    let addressees: [AddresseePart]
    let addressesPath: String
    let noEmbassy: String?
    let preferredLanguages: String?
    let postalNote: String?
    let hasLetters: Bool
    let letters: [LetterPart]
    let hasSocial: Bool
    let socialPosts: [SocialPart]
    let hasBackground: Bool
    let background: [String]
    let answers: RepliesPart?
    let hasSubjects: Bool
    let subjects: [SubjectPart]
    let counting: CountingPart
    let hasDocuments: Bool
    let documents: [DocumentPart]
    let pdfNote: String?
    let editionNote: String
    let hasEditions: Bool
    let editionsTitle: String
    let editions: [EditionPart]

    struct StatusPart: Sendable {
        let label: String
        var isUrgent = false
    }

    struct TextLanguage: Sendable {
        let name: String
        let tag: String
        let path: String
    }

    struct SubjectPart: Sendable {
        let subjectName: String
        let pronouns: String?
    }

    struct EditionPart: Sendable {
        let sectionLabel: String
        let url: String
        let tag: String
    }
}
