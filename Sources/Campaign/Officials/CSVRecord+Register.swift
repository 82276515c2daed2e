import Documents

/// Cells of the register's table.
extension CSVRecord {
    /// Small letters, digits, dots and hyphens: what survives every spreadsheet.
    func key() throws(TableProblem) -> String {
        let key = try required("key")
        guard key.utf8.count <= 100, key.utf8.allSatisfy({ (97...122).contains($0) || (48...57).contains($0) || $0 == 45 || $0 == 46 }) else {
            throw problem("key", "pe-foreign-minister")
        }
        return key
    }

    /// A text of one line.
    func line(_ column: String) throws(TableProblem) -> String? {
        guard let text = self[column] else { return nil }
        guard !text.contains(where: \.isNewline), text.utf8.count <= 500 else { throw problem(column, "1 × 500") }
        return text
    }

    func requiredLine(_ column: String) throws(TableProblem) -> String {
        _ = try required(column)
        return try line(column) ?? ""
    }

    /// The columns `title_en`, `title_es`, …
    func wordings(_ column: String, _ header: [String]) -> Wordings {
        let tags = header.filter { $0.hasPrefix(column + "_") }.map { String($0.dropFirst(column.count + 1)) }.filter { !$0.isEmpty }
        return Wordings(
            Dictionary(
                tags.compactMap { tag in self["\(column)_\(tag)"].map { (Language(written: tag), $0) } }, uniquingKeysWith: { first, _ in first }))
    }

    func language(_ column: String) throws(TableProblem) -> Language? {
        guard let tag = self[column] else { return nil }
        guard tag.utf8.count <= 35, tag.utf8.allSatisfy({ ($0 | 32) >= 97 && ($0 | 32) <= 122 || (48...57).contains($0) || $0 == 45 }) else {
            throw problem(column, "es")
        }
        return Language(written: tag)
    }

    func flag(_ column: String) throws(TableProblem) -> Bool? {
        switch self[column]?.lowercased() {
        case nil: return nil
        case "yes": return true
        case "no": return false
        default: throw problem(column, "yes, no")
        }
    }

    func state() throws(TableProblem) -> ContactState? {
        guard let text = self["state"] else { return nil }
        let words = text.lowercased().split { $0 == " " || $0 == "_" || $0 == "-" }.joined(separator: "_")
        guard let state = ContactState(rawValue: words) else {
            throw problem("state", ContactState.allCases.map(\.rawValue).joined(separator: ", "))
        }
        return state
    }
}

extension String {
    var trimmed: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }

    /// Its lines with one line feed between them, each without blanks around it, none of them blank.
    var unifiedLines: String {
        split(whereSeparator: \.isNewline).map { String($0).trimmed }.filter { !$0.isEmpty }.joined(separator: "\n")
    }
}

extension Language {
    /// The tag with small and capital letters as BCP 47 writes them, however a table does: `zh-hant` is `zh-Hant` (RFC 5646 section 2.1.1).
    fileprivate init(written tag: String) {
        let parts = tag.lowercased().split(separator: "-").enumerated().map { place, part in
            switch part.count {
            case 4 where place > 0: part.prefix(1).uppercased() + part.dropFirst()
            case 2 where place > 0: part.uppercased()
            default: String(part)
            }
        }
        self.init(rawValue: parts.joined(separator: "-"))
    }
}
