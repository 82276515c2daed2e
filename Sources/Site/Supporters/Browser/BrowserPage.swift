import Campaign
import Documents

/// Notices in this browser: the one page that needs a script. Without one it says so, and leads to what works without.
struct BrowserPage: Page {
    static var template: String { "alerts/browser" }

    let layout: Layout
    let t: [String: String]
    let title: String
    let followed: SignUpPage.FollowedPart?
    let done: String?
    let hasProblems: Bool
    let problemsTitle: String?
    let problems: [ProblemPart]
    let publicKey: String
    let workerPath: String
    let statePath: String
    let browserPath: String
    let enterPath: String
    let endPath: String
    /// To the form for an address; nil where no mail is sent.
    let alertsPath: String?
    let isUnfolded: Bool
    let choices: ChoicesPart
    let script: String
}

extension BrowserPage {
    /// - Parameters:
    ///   - preferences: as they were sent, or the usual ones.
    ///   - done: what was just done, said on top.
    init(
        _ preferences: Preferences, following view: ActionView?, done: Done?, problems: FormProblems, publicKey: String, site: SiteParts,
        layout: Layout, for reader: Reader
    ) {
        let language = reader.language
        self.init(
            layout: layout,
            t: reader.words.plainTexts,
            title: reader.text("browser.title"),
            followed: view.map { SignUpPage.FollowedPart($0) },
            done: done.map { reader.text("browser.done_\($0.rawValue)") },
            hasProblems: !problems.isEmpty,
            problemsTitle: problems.isEmpty ? nil : reader.text("alerts.problems_title"),
            problems: ProblemPart.all(problems, in: reader.words),
            publicKey: publicKey,
            // Under its plain name: a worker whose address changes would be another worker.
            workerPath: "/assets/worker.js?language=\(language)",
            statePath: Links.browser(language, "state"),
            browserPath: Links.browser(language),
            enterPath: Links.my(language, "browser"),
            endPath: Links.browser(language, "end"),
            alertsPath: site.hasMail ? Links.alerts(language, following: view?.action.reference) : nil,
            isUnfolded: problems["choices"] != nil,
            choices: ChoicesPart(preferences, for: reader),
            script: site.assets.path("browser.js")
        )
    }

    /// What a form of this page did, named in the address it leads back to.
    enum Done: String, CaseIterable, Sendable { case on, off }
}
