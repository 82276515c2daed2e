import Campaign

/// A page of the log.
struct DeskLogPage: Page {
    static var template: String { "desk/log" }

    let layout: Layout
    let t: [String: String]
    let title: String
    let intro: [String]
    let tables: [DeskTable]
    let earlierPath: String?

    init(title: String, intro: [String], table: DeskTable, earlierPath: String?, layout: Layout, for reader: Reader) {
        self.layout = layout
        t = reader.words.plainTexts
        self.title = title
        self.intro = intro
        tables = [table]
        self.earlierPath = earlierPath
    }
}
