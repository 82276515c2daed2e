import Campaign
import Documents

/// My urgent actions: what is due, what is followed, and every setting. Made for one person, kept nowhere.
struct MyPage: Page {
    static var template: String { "my/show" }

    let layout: Layout
    let t: [String: String]
    let hasProblems: Bool
    let problemsTitle: String?
    let problems: [ProblemPart]
    let done: String?
    let suppressedText: String?
    let hasDue: Bool
    let due: [EntryPart]
    let follows: [FollowedPart]
    let hasNoFollows: Bool
    let hasHistory: Bool
    let hasReports: Bool
    let reports: [ReportPart]
    let chosen: [FactPart]
    let isUnfolded: Bool
    let choices: ChoicesPart
    let preferencesPath: String
    let pauseText: String
    let isPaused: Bool
    let pause: PausePart
    let pausePath: String
    let historyText: String
    let historyValue: String
    let historyLabel: String
    let historyPath: String
    let outcomesText: String
    let outcomesValue: String
    let outcomesLabel: String
    /// Whether there is an address that other programs could know.
    let hasSharing: Bool
    let sharingText: String
    let sharingMeaning: String
    let sharingValue: String
    let sharingLabel: String
    let sharingPath: String
    /// Whether there is something to say of phone numbers: where text messages are sent, or a number is held.
    let hasPhone: Bool
    let phoneText: String
    /// nil where none can be given.
    let phone: PhoneField?
    let phonePath: String
    let phoneForgetPath: String?
    /// Whether there is something to say of addresses; and whether another one can be given, which needs mail.
    let hasAddress: Bool
    let hasAddressForm: Bool
    let addressTitle: String
    let addressText: String
    let addressValue: String
    let addressProblem: String?
    let addressPath: String
    let dataPath: String
    let jsonPath: String
    let erasePath: String
    let signOutPath: String
    /// Lists the letters that were begun in this browser.
    let draftScript: String

    struct FollowedPart: Sendable {
        let entry: EntryPart
        let slug: String
        let onlyOutcome: String?
        let unfollowPath: String
        let unfollowLabel: String
    }

    /// A remembered report; without a path where its action was taken down.
    struct ReportPart: Sendable {
        let path: String?
        let label: String
        let meta: String
        let factValue: String
    }
}
