import Campaign
import Documents

/// The page of the link at the end of every mail: one button that ends them, and what is less than that.
struct StopPage: Page {
    static var template: String { "alerts/stop" }

    let layout: Layout
    let t: [String: String]
    let intro: String
    let stopPath: String
    let myPath: String
}

extension StopPage {
    init(token: String, layout: Layout, for reader: Reader) {
        self.init(
            layout: layout, t: reader.words.plainTexts, intro: reader.text("alerts.stop_intro", ["section": reader.section.name]),
            stopPath: Links.stop(token, reader.language), myPath: Links.my(reader.language))
    }
}
