/// A cell as it stands in the file, and back.
///
/// A spreadsheet takes a cell that begins with `=`, `+`, `-`, `@`, a tab or a line end for a formula. So that nothing in a table can ever act,
/// such a cell is written with an apostrophe before it, as spreadsheets themselves write text, and read without it again:
/// `+41315550100` is `'+41315550100` in the file. A cell that begins with an apostrophe gets a second one, and so nothing is lost.
package enum CSVCell {
    /// The cell with quotes and apostrophe as needed.
    package static func written(_ value: String) -> String {
        let safe = value.first.map(dangerous.contains) == true ? "'" + value : value
        guard safe.utf8.contains(where: { quoted.contains($0) }) || safe != value else { return safe }
        return "\"" + safe.replacing("\"", with: "\"\"") + "\""
    }

    /// What a cell says: without the apostrophe that only kept it from being a formula.
    package static func read(_ cell: String) -> String {
        guard cell.first == "'", let second = cell.dropFirst().first, dangerous.contains(second) else { return cell }
        return String(cell.dropFirst())
    }

    private static let dangerous: Set<Character> = ["=", "+", "-", "@", "\t", "\r", "\n", "\r\n", "'"]
    private static let quoted: Set<UInt8> = Set("\",\r\n".utf8)
}

extension CSVTable {
    /// The table as a file: a header, then the rows, each line ended by CR LF (RFC 4180 section 2).
    package static func text(_ rows: [[String]]) -> String {
        rows.map { $0.map(CSVCell.written).joined(separator: ",") + "\r\n" }.joined()
    }
}
