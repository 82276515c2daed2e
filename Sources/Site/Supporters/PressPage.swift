import Campaign
import Documents

/// A mailed link's page: it says what its one button does, and opening it changes nothing.
struct PressPage: Page {
    static var template: String { "alerts/press" }

    let layout: Layout
    let t: [String: String]
    let title: String
    let intro: String
    let pressPath: String
    let pressLabel: String
}
