import Campaign
import Documents

/// Pictures and tables of what was counted; printed without what only a screen needs.
struct StatisticsPage: Page {
    static var template: String { "desk/statistics" }

    let layout: Layout
    let t: [String: String]
    let title: String
    let intro: [String]
    let rangePath: String
    let fromText: String
    let toText: String
    let reports: [Layout.Link]
    let downloads: [Layout.Link]
    let plots: [Plot]
    let tables: [DeskTable]

    init(
        title: String, intro: [String], path: String, range: DayRange, reports: [Layout.Link], downloads: [Layout.Link], plots: [Plot],
        tables: [DeskTable], layout: Layout, for reader: Reader
    ) {
        self.layout = layout
        t = reader.words.plainTexts
        self.title = title
        self.intro = intro
        rangePath = path
        fromText = range.from.text
        toText = range.to.text
        self.reports = reports
        self.downloads = downloads
        self.plots = plots
        self.tables = tables
    }
}
