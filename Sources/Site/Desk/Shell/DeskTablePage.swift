import Campaign

/// A page of the desk: sentences, tables that fold into cards on a phone, forms.
struct DeskTablePage: Page {
    static var template: String { "desk/tables" }

    let layout: Layout
    let t: [String: String]
    let title: String
    let intro: [String]
    let secret: Secret?
    let tables: [DeskTable]
    let forms: [DeskForm]

    /// What is shown this once, to be copied.
    struct Secret: Sendable {
        let secretLabel: String
        let secretText: String
        /// Shows the button that copies.
        let copyScript: String
    }

    init(title: String, intro: [String], secret: Secret? = nil, tables: [DeskTable], forms: [DeskForm], layout: Layout, for reader: Reader) {
        self.layout = layout
        t = reader.words.plainTexts
        self.title = title
        self.intro = intro
        self.secret = secret
        self.tables = tables
        self.forms = forms
    }
}

struct DeskTable: Sendable {
    let heading: String
    let hasRows: Bool
    let columns: [String]
    let rows: [Row]
    let emptyText: String

    init(_ heading: String, columns: [String], rows: [[Cell]], empty: String) {
        self.heading = heading
        self.columns = columns
        self.rows = rows.map { Row(cells: zip($0, columns).map { cell, column in cell.under(column) }) }
        hasRows = !rows.isEmpty
        emptyText = empty
    }

    struct Row: Sendable {
        let cells: [Cell]
    }

    /// Words, a link, or buttons.
    struct Cell: Sendable {
        let cellText: String
        let cellPath: String?
        let columnLabel: String
        let isLoud: Bool
        let buttons: [DeskForm]

        init(_ text: String, to path: String? = nil, isLoud: Bool = false, buttons: [DeskForm] = [], columnLabel: String = "") {
            cellText = text
            cellPath = path
            self.isLoud = isLoud
            self.buttons = buttons
            self.columnLabel = columnLabel
        }

        fileprivate func under(_ column: String) -> Cell {
            Cell(cellText, to: cellPath, isLoud: isLoud, buttons: buttons, columnLabel: column)
        }
    }
}
