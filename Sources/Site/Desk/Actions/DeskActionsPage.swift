import Campaign

/// The actions of a section, and a box for the number of any other.
struct DeskActionsPage: Page {
    static var template: String { "desk/actions" }

    let layout: Layout
    let t: [String: String]
    let title: String
    let findPath: String
    /// Where a case begins, for those who may write.
    let newPath: String?
    let tables: [DeskTable]

    init(_ table: DeskTable, newPath: String? = nil, layout: Layout, for reader: Reader) {
        self.layout = layout
        t = reader.words.plainTexts
        title = table.heading
        findPath = DeskLinks.actions
        self.newPath = newPath
        tables = [table]
    }
}
