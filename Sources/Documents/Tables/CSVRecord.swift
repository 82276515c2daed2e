/// A row whose cells are asked for by the names of their columns.
package struct CSVRecord: Sendable {
    package let line: Int
    private let values: [String: String]

    init(_ row: CSVRow, under header: [String]) {
        line = row.line
        values = Dictionary(
            zip(header, row.cells).compactMap { name, cell in cell.trimmedCell.nonEmpty.map { (name, $0) } }, uniquingKeysWith: { first, _ in first })
    }

    /// What the cell says, without blanks around it; nil when it is blank or there is no such column.
    package subscript(column: String) -> String? { values[column] }
}

extension CSVTable {
    /// The rows below the header; a row may be shorter than the header, and what stands to the right of it is nobody's.
    package var records: [CSVRecord] { rows.map { CSVRecord($0, under: header) } }
}

extension String {
    fileprivate var trimmedCell: String {
        let inner = drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed()
        return CSVCell.read(String(inner))
    }

    fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}
