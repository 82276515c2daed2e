import Documents

/// Cells as what they mean; what they do not mean is told with the line and an example.
extension CSVRecord {
    func problem(_ column: String, _ wanted: String) -> TableProblem {
        TableProblem(line: line, Message("table.problem.cell", ["column": column, "wanted": wanted, "found": self[column].map(Self.shown) ?? "–"]))
    }

    func required(_ column: String) throws(TableProblem) -> String {
        guard let text = self[column] else { throw TableProblem(line: line, Message("table.problem.missing", ["column": column])) }
        return text
    }

    func day(_ column: String) throws(TableProblem) -> Day? {
        guard let text = self[column] else { return nil }
        guard let day = Day(text) else { throw problem(column, "2026-11-22") }
        return day
    }

    func requiredDay(_ column: String) throws(TableProblem) -> Day {
        _ = try required(column)
        guard let day = try day(column) else { throw problem(column, "2026-11-22") }
        return day
    }

    /// From 0 to 99,999.
    func number(_ column: String) throws(TableProblem) -> Int? {
        guard let text = self[column] else { return nil }
        guard let number = Int(text), (0...99_999).contains(number), text.utf8.allSatisfy({ (48...57).contains($0) }) else {
            throw problem(column, "14")
        }
        return number
    }

    func webAddress(_ column: String) throws(TableProblem) -> String? {
        guard let text = self[column] else { return nil }
        guard text.isWebAddress else { throw problem(column, "https://…") }
        return text
    }

    func country(_ column: String) throws(TableProblem) -> Country? {
        guard let text = self[column] else { return nil }
        guard let country = Country(text), country.name(in: "en") != country.code else { throw problem(column, "CH") }
        return country
    }

    /// Enough of a cell to find it by.
    private static func shown(_ text: String) -> String {
        text.count <= 60 ? text : String(text.prefix(60)) + "…"
    }
}

extension String {
    /// An address that a browser opens, without blanks: `http` or `https` and a host.
    var isWebAddress: Bool {
        guard let scheme = ["https://", "http://"].first(where: lowercased().hasPrefix) else { return false }
        let rest = dropFirst(scheme.count)
        return rest.first.map { $0.isLetter || $0.isNumber || $0 == "[" } == true && !contains(where: \.isWhitespace)
    }
}
