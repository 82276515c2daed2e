@testable import Campaign
import Documents
import TestSupport

@testable import Site

extension SamplePages {
    /// Every page for supporters, with something in each part and with nothing.
    func supporters() async throws -> [Sample] {
        try await joining() + home() + entering() + browsers()
    }

    private var layout: Layout { pages.layout(english, isPrivate: true) }

    /// Somebody who chose something of every kind.
    private var choosy: Preferences {
        var preferences = Preferences.usual(of: english.section, in: "en")
        preferences.pace = .weekly
        preferences.sameDay = true
        preferences.network = .group
        preferences.choices.languages = ["fr"]
        preferences.choices.channels = [.post]
        preferences.choices.regions = [.africa]
        preferences.choices.topics = [.torture]
        preferences.choices.countries = [Country("PE")].reduce(into: []) { if let country = $1 { $0.insert(country) } }
        return preferences
    }

    private var suggestion: SuggestionPart {
        SuggestionPart(
            suggestionTitle: "Did you mean rosa@gmail.com?", suggestionText: "You typed rosa@gmial.com.", suggested: "rosa@gmail.com",
            suggestedFor: "rosa@gmial.com")
    }

    private func joining() async throws -> [Sample] {
        let view = try await pages.view(for: english), usual = Preferences.usual(of: english.section, in: "en")
        let typed = FormBody([FormBody.Field(name: "address", value: "rosa")]), problems = Self.problems(["address", "choices", "pause"])
        let puzzle = Puzzle(made: pages.store.world.now(), bits: 16, nonce: "nonce", key: "key")
        return [
            Sample(
                SignUpPage(usual, following: nil, typed: FormBody(), problems: FormProblems(), suggestion: nil, layout: layout, for: english)),
            Sample(
                SignUpPage(
                    choosy, following: view, typed: typed, problems: problems, suggestion: suggestion, hasPush: true, hasTexts: true,
                    layout: layout, for: english)),
            Sample(ConfirmPage(usual, pausedUntil: nil, followed: [], token: "t", layout: layout, for: english)),
            Sample(ConfirmPage(choosy, pausedUntil: english.today, followed: ["UA 77/21"], token: "t", layout: layout, for: english)),
            Sample(StopPage(token: "t", layout: layout, for: english)),
            Sample(WaitPage(puzzle, isEarly: false, typed, to: "/en/alerts", script: "/assets/wait.js", layout: layout, for: english)),
            Sample(WaitPage(puzzle, isEarly: true, typed, to: "/en/alerts", script: "/assets/wait.js", layout: layout, for: english)),
            Sample(
                PressPage(layout: layout, t: english.words.plainTexts, title: "Stay?", intro: "Press.", pressPath: "/en/my/stay/t", pressLabel: "Yes")
            ),
        ] + Notice.allCases.map { Sample($0.page(layout: layout, for: english)) }
    }

    private func browsers() async throws -> [Sample] {
        let view = try await pages.view(for: english), usual = Preferences.usual(of: english.section, in: "en")
        var withoutMail = pages.site
        withoutMail.hasMail = false
        var layout = layout
        layout.manifest = "/en/alerts/browser/site.webmanifest"
        return [
            Sample(
                BrowserPage(
                    choosy, following: view, done: .on, problems: Self.problems(["browser", "choices"]), publicKey: "BK", site: pages.site,
                    layout: layout, for: english)),
            Sample(
                BrowserPage(
                    usual, following: nil, done: nil, problems: FormProblems(), publicKey: "BK", site: withoutMail, layout: layout, for: english)),
        ]
    }

    private func entering() -> [Sample] {
        let typed = FormBody([FormBody.Field(name: "address", value: "rosa")]), none = FormProblems()
        return [
            Sample(SignInPage(typed: FormBody(), problems: none, suggestion: nil, script: "/assets/draft.js", layout: layout, for: english)),
            Sample(
                SignInPage(
                    typed: typed, problems: Self.problems(["address"]), suggestion: suggestion, hasPush: true, script: "/assets/draft.js",
                    layout: layout, for: english)),
            Sample(PhoneCodePage(token: "t", problems: none, layout: layout, for: english)),
            Sample(PhoneCodePage(token: "t", problems: Self.problems(["code"]), layout: layout, for: english)),
            Sample(CodePage(layout: layout, t: english.words.plainTexts, code: "K7Q-M3X")),
            Sample(EnterPage(token: "t", asksCode: false, problems: none, layout: layout, for: english)),
            Sample(EnterPage(token: "t", asksCode: true, problems: none, layout: layout, for: english)),
            Sample(EnterPage(token: "t", asksCode: true, problems: Self.problems(["code"]), layout: layout, for: english)),
        ]
    }

    private func home() async throws -> [Sample] {
        let actions = try await summaries(), typed = FormBody([FormBody.Field(name: "pause", value: "never")])
        let full = try await atHome(choosy, follows: actions, isFull: true)
        let bare = try await atHome(.usual(of: english.section, in: "en"), follows: [], isFull: false)
        let problems = Self.problems(["pause", "address", "choices", "phone"])
        return [
            Sample(
                MyPage(
                    full, done: .follow, typed: typed, problems: problems, hasTexts: true, script: "/assets/draft.js", layout: layout, for: english)),
            Sample(MyPage(full, done: nil, typed: FormBody(), problems: FormProblems(), script: "/assets/draft.js", layout: layout, for: english)),
            Sample(
                MyPage(
                    bare, done: nil, typed: FormBody(), problems: FormProblems(), hasMail: false, script: "/assets/draft.js", layout: layout,
                    for: english)),
            Sample(StepUpPage("Another address", byMail: true, layout: layout, for: english)),
            Sample(StepUpPage("Another address", byMail: false, layout: layout, for: english)),
            Sample(ErasePage(canErase: true, layout: layout, for: english)),
            Sample(ErasePage(canErase: false, byMail: false, layout: layout, for: english)),
            Sample(ErasePage(canErase: false, layout: layout, for: english)),
            Sample(
                HeldPage(
                    layout: layout, t: english.words.plainTexts, facts: FactPart.chosen(choosy, for: english), jsonPath: "/en/my/data.json",
                    myPath: "/en/my")),
        ]
    }

    private func atHome(_ preferences: Preferences, follows: [ActionSummary], isFull: Bool) async throws -> SupporterAtHome {
        let today = english.today
        let supporter = Supporter(
            id: Supporter.ID("1"), section: english.section.code, state: .confirmed, preferences: preferences, keepsHistory: isFull,
            wantsOutcomes: isFull,
            pausedUntil: isFull ? today.adding(days: 5) : nil, confirmedOn: today, activeOn: today, askedOn: nil)
        let reports = [false, true].map {
            RememberedReport(reference: .wanjiru, ordinal: 1, channel: .post, quantity: 3, on: today, isLate: false, isWithdrawn: $0)
        }
        return SupporterAtHome(
            supporter: supporter, address: isFull ? MailAddress("rosa@example.org") : nil,
            phone: isFull ? MobileNumber(typed: "+41 79 123 45 67") : nil, sharingSince: isFull ? today : nil,
            suppressed: isFull ? .unsubscribed : nil,
            follows: follows.map { FollowedAction(action: $0, onlyOutcome: true, since: today) }, dueSoon: isFull ? follows : [],
            history: isFull ? reports : [])
    }
}
