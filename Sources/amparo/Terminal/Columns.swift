/// Rows of words under each other.
struct Columns {
    private let rows: [[String]]

    init(_ rows: [[String]]) {
        self.rows = rows
    }

    /// Each column as wide as its widest word; the last one as it comes.
    var text: String {
        let widths = rows.reduce(into: [Int]()) { widths, row in
            for (index, word) in row.enumerated() {
                if index == widths.count { widths.append(0) }
                widths[index] = max(widths[index], word.count)
            }
        }
        return rows.map { line($0, widths) }.joined(separator: "\n")
    }

    private func line(_ row: [String], _ widths: [Int]) -> String {
        row.enumerated().map { index, word in
            index == row.count - 1 ? word : word + String(repeating: " ", count: widths[index] - word.count)
        }.joined(separator: "  ")
    }
}
