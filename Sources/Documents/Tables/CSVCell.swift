/// A cell as it stands in the file, and back.
///
/// A spreadsheet takes a cell that begins with `=`, `+`, `-`, `@`, a tab or a line end for a formula. So that nothing in a table can ever act,
/// such a cell is written with an apostrophe before it, as spreadsheets themselves write text, and read without it again:
/// `+41315550100` is `'+41315550100` in the file. A cell that begins with an apostrophe gets a second one, and so nothing is lost.
package enum CSVCell {
    /// The cell with quotes and apostrophe as needed.
    package static func written(_ value: String) -> String {
        let isDangerous = value.unicodeScalars.first.map(dangerous.contains) == true
        guard isDangerous || value.utf8.contains(where: quoted.contains) else { return value }
        // byte by byte: a quotation mark under an accent is one, too
        let doubled = value.utf8.flatMap { $0 == UInt8(ascii: "\"") ? [$0, $0] : [$0] }
        return (isDangerous ? "\"'" : "\"") + String(decoding: doubled, as: UTF8.self) + "\""
    }

    /// What a cell says: without the apostrophe that only kept it from being a formula.
    package static func read(_ cell: String) -> String {
        let scalars = cell.unicodeScalars
        guard scalars.first == "'", let second = scalars.dropFirst().first, dangerous.contains(second) else { return cell }
        return String(scalars.dropFirst())
    }

    private static let dangerous: Set<Unicode.Scalar> = ["=", "+", "-", "@", "\t", "\r", "\n", "'"]
    private static let quoted: Set<UInt8> = Set("\",\r\n".utf8)
}

extension CSVTable {
    /// The table as a file: a header, then the rows, each line ended by CR LF (RFC 4180 section 2).
    package static func text(_ rows: [[String]]) -> String {
        rows.map { $0.map(CSVCell.written).joined(separator: ",") + "\r\n" }.joined()
    }
}
