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
    let columns: [Column]
    let rows: [Row]
    let emptyText: String

    init(_ heading: String, columns names: [String], rows: [[Cell]], empty: String) {
        let columns = names.enumerated().map { place, name in
            Column(columnName: name, isFigures: Self.areFigures(rows.compactMap { place < $0.count ? $0[place] : nil }))
        }
        self.heading = heading
        self.columns = columns
        self.rows = rows.map { Row(cells: zip($0, columns).map { cell, column in cell.under(column) }) }
        hasRows = !rows.isEmpty
        emptyText = empty
    }

    /// Numbers alone, which stand below each other at their last digit.
    private static func areFigures(_ cells: [Cell]) -> Bool {
        let texts = cells.map(\.cellText).filter { !$0.isEmpty }
        return !texts.isEmpty && cells.allSatisfy(\.buttons.isEmpty)
            && texts.allSatisfy { $0.contains(where: \.isNumber) && $0.allSatisfy { $0.isNumber || $0.isWhitespace || ".,’%".contains($0) } }
    }

    struct Column: Sendable {
        let columnName: String
        let isFigures: Bool
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
        /// Its classes; nil where it looks like any other.
        let looks: String?
        let buttons: [DeskForm]

        init(_ text: String, to path: String? = nil, isLoud: Bool = false, buttons: [DeskForm] = []) {
            self.init(text, to: path, isLoud: isLoud, buttons: buttons, in: Column(columnName: "", isFigures: false))
        }

        private init(_ text: String, to path: String?, isLoud: Bool, buttons: [DeskForm], in column: Column) {
            cellText = text
            cellPath = path
            columnLabel = column.columnName
            self.isLoud = isLoud
            looks = column.isFigures ? (isLoud ? "figure loud" : "figure") : isLoud ? "loud" : nil
            self.buttons = buttons
        }

        fileprivate func under(_ column: Column) -> Cell {
            Cell(cellText, to: cellPath, isLoud: isLoud, buttons: buttons, in: column)
        }
    }
}
