import Campaign
import Documents

/// Asks a supporter to sign in once more, before something that an open browser alone must not do.
struct StepUpPage: Page {
    static var template: String { "my/step-up" }

    let layout: Layout
    let t: [String: String]
    let title: String
    /// The page by which a browser enters once more; nil for those who do so by mail.
    let browserPath: String?
    let signInPath: String
    let myPath: String
}

extension StepUpPage {
    /// - Parameter byMail: whether a link can be mailed to them.
    init(_ title: String, byMail: Bool, layout: Layout, for reader: Reader) {
        self.init(
            layout: layout, t: reader.words.plainTexts, title: title, browserPath: byMail ? nil : Links.browser(reader.language),
            signInPath: Links.my(reader.language, "sign-in"), myPath: Links.my(reader.language))
    }
}
