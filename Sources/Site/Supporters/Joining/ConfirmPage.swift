import Campaign
import Documents

/// The page of the link in the first mail: what was chosen, and one button.
struct ConfirmPage: Page {
    static var template: String { "alerts/confirm" }

    let layout: Layout
    let t: [String: String]
    let confirmPath: String
    let chosen: [FactPart]
}

extension ConfirmPage {
    /// - Parameter followed: the actions they asked to follow, as printed.
    init(_ preferences: Preferences, pausedUntil: Day?, followed: [String], token: String, layout: Layout, for reader: Reader) {
        let follows = followed.isEmpty ? [] : [FactPart(label: reader.text("my.follows"), factValue: reader.words.listed(followed))]
        let pause = pausedUntil.map { [FactPart(label: reader.text("alerts.pause"), factValue: reader.days.long($0))] } ?? []
        self.init(
            layout: layout, t: reader.words.plainTexts, confirmPath: Links.confirm(token, reader.language),
            chosen: follows + FactPart.chosen(preferences, for: reader) + pause)
    }
}
