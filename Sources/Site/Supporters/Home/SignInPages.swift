import Campaign
import Documents

/// Asks for an address, to mail a link to.
struct SignInPage: Page {
    static var template: String { "my/sign-in" }

    let layout: Layout
    let t: [String: String]
    let signInPath: String
    let alertsPath: String
    /// To the notices of a browser, by which one enters too; nil where there are none.
    let browserPath: String?
    let hasProblems: Bool
    let problemsTitle: String?
    let problems: [ProblemPart]
    let suggestion: SuggestionPart?
    let addressValue: String
    let addressProblem: String?
    /// Lists the letters that were begun in this browser, which needs no signing in.
    let draftScript: String
}

extension SignInPage {
    init(
        typed: FormBody, problems: FormProblems, suggestion: SuggestionPart?, hasPush: Bool = false, script: String, layout: Layout,
        for reader: Reader
    ) {
        self.init(
            layout: layout,
            t: reader.words.plainTexts,
            signInPath: Links.my(reader.language, "sign-in"),
            alertsPath: Links.alerts(reader.language),
            browserPath: hasPush ? Links.browser(reader.language) : nil,
            hasProblems: !problems.isEmpty,
            problemsTitle: problems.isEmpty ? nil : reader.text("my.problems_title"),
            problems: ProblemPart.all(problems, in: reader.words),
            suggestion: suggestion,
            addressValue: typed["address"] ?? "",
            addressProblem: problems["address"].map(reader.words.text),
            draftScript: script
        )
    }
}

/// Shows the code that goes with the mailed link.
struct CodePage: Page {
    static var template: String { "my/code" }

    let layout: Layout
    let t: [String: String]
    let code: String
}

/// The page of the mailed link: one button, and the code where the browser does not know it.
struct EnterPage: Page {
    static var template: String { "my/enter" }

    let layout: Layout
    let t: [String: String]
    let intro: String
    let enterPath: String
    let myPath: String
    let asksCode: Bool
    let hasProblems: Bool
    let problemsTitle: String?
    let problems: [ProblemPart]
    let codeProblem: String?
}

extension EnterPage {
    init(token: String, asksCode: Bool, problems: FormProblems, layout: Layout, for reader: Reader) {
        self.init(
            layout: layout,
            t: reader.words.plainTexts,
            intro: reader.text(asksCode ? "my.enter_intro" : "my.enter_known"),
            enterPath: Links.enter(token, reader.language),
            myPath: Links.my(reader.language),
            asksCode: asksCode,
            hasProblems: !problems.isEmpty,
            problemsTitle: problems.isEmpty ? nil : reader.text("my.problems_title"),
            problems: ProblemPart.all(problems, in: reader.words),
            codeProblem: problems["code"].map(reader.words.text)
        )
    }
}
