import Campaign
import Documents

/// What erasing does, and its one button; or the way to sign in once more first.
struct ErasePage: Page {
    static var template: String { "my/erase" }

    let layout: Layout
    let t: [String: String]
    let canErase: Bool
    let erasePath: String
    let signInPath: String
    let myPath: String
}

extension ErasePage {
    init(canErase: Bool, layout: Layout, for reader: Reader) {
        self.init(
            layout: layout, t: reader.words.plainTexts, canErase: canErase, erasePath: Links.my(reader.language, "erase"),
            signInPath: Links.my(reader.language, "sign-in"), myPath: Links.my(reader.language))
    }
}
