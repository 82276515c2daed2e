import Campaign
import Documents

/// The form to sign up: an address is enough, everything else is folded away with what most people want.
struct SignUpPage: Page {
    static var template: String { "alerts/new" }

    let layout: Layout
    let t: [String: String]
    let title: String
    let intro: String
    let followed: FollowedPart?
    let alertsPath: String
    let myPath: String
    /// To the notices of a browser; nil where there are none.
    let browserPath: String?
    let hasProblems: Bool
    let problemsTitle: String?
    let problems: [ProblemPart]
    let suggestion: SuggestionPart?
    let addressValue: String
    let addressProblem: String?
    /// nil where no text message is sent.
    let phone: PhoneField?
    let isUnfolded: Bool
    let choices: ChoicesPart
    let pause: PausePart
    let sendLabel: String

    /// The action that is to be followed from the moment of confirming.
    struct FollowedPart: Sendable {
        let slug: String
        let countryName: String
        let reference: String
        let headline: String
        let textLang: String
        let textDir: String
    }
}

extension SignUpPage {
    /// - Parameters:
    ///   - preferences: as they were sent, or the usual ones.
    ///   - typed: what was sent before, kept as it was typed.
    init(
        _ preferences: Preferences, following view: ActionView?, typed: FormBody, problems: FormProblems, suggestion: SuggestionPart?,
        hasPush: Bool = false, hasTexts: Bool = false, layout: Layout, for reader: Reader
    ) {
        self.init(
            layout: layout,
            t: reader.words.plainTexts,
            title: reader.text(view == nil ? "alerts.title" : "alerts.follow_title"),
            intro: reader.text(view == nil ? "alerts.intro" : "alerts.follow_intro"),
            followed: view.map { FollowedPart($0) },
            alertsPath: Links.alerts(reader.language),
            myPath: Links.my(reader.language),
            browserPath: hasPush ? Links.browser(reader.language, following: view?.action.reference) : nil,
            hasProblems: !problems.isEmpty,
            problemsTitle: problems.isEmpty ? nil : reader.text("alerts.problems_title"),
            problems: ProblemPart.all(problems, in: reader.words),
            suggestion: suggestion,
            addressValue: typed["address"] ?? "",
            addressProblem: problems["address"].map(reader.words.text),
            phone: hasTexts ? PhoneField(typed: typed, problems: problems, for: reader) : nil,
            isUnfolded: problems["choices"] != nil || problems["pause"] != nil,
            choices: ChoicesPart(preferences, for: reader),
            pause: PausePart(typed: typed, problems: problems, for: reader),
            sendLabel: reader.text(view == nil ? "alerts.send" : "alerts.follow")
        )
    }
}

extension SignUpPage.FollowedPart {
    init(_ view: ActionView) {
        self.init(
            slug: view.action.reference.slug, countryName: view.countryName, reference: view.reference, headline: view.headline,
            textLang: view.textLanguage.rawValue, textDir: view.textLanguage.direction)
    }
}
