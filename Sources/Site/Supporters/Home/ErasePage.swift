import Campaign
import Documents

/// What erasing does, and its one button; or the way to sign in once more first.
struct ErasePage: Page {
    static var template: String { "my/erase" }

    let layout: Layout
    let t: [String: String]
    let canErase: Bool
    let erasePath: String
    /// The page by which a browser enters once more; nil for those who do so by mail.
    let browserPath: String?
    let signInPath: String
    let myPath: String
}

extension ErasePage {
    /// - Parameter byMail: whether a link can be mailed to them.
    init(canErase: Bool, byMail: Bool = true, layout: Layout, for reader: Reader) {
        self.init(
            layout: layout, t: reader.words.plainTexts, canErase: canErase, erasePath: Links.my(reader.language, "erase"),
            browserPath: byMail ? nil : Links.browser(reader.language),
            signInPath: Links.my(reader.language, "sign-in"), myPath: Links.my(reader.language))
    }
}
