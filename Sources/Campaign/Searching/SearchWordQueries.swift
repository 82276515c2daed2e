import BitCollections
import Storage

/// Full text is where the engines part ways: SQLite has FTS5, PostgreSQL its tsvector. Both are given finished words, so that both find the same.
extension Connection {
    func insertWords(_ document: SearchDocument, as number: Int) throws {
        switch dialect {
        case .sqlite:
            try execute("INSERT INTO search_words (rowid, head, body) VALUES (\(number), \(document.headText), \(document.bodyText))")
        case .postgres:
            try execute(
                """
                INSERT INTO search_words (number, head, words)
                VALUES (\(number), \(SQL.vector(document.headText)), \(SQL.vector(document.wholeText)))
                """)
        }
    }

    func replaceWords(_ document: SearchDocument, of number: Int) throws {
        try deleteWords(of: number)
        try insertWords(document, as: number)
    }

    func deleteWords(of number: Int) throws {
        try execute("DELETE FROM search_words WHERE \(SQL.searchNumber(dialect)) = \(number)")
    }

    func deleteAllWords() throws { try execute("DELETE FROM search_words") }

    /// Has the index forget deleted words for good: FTS5 keeps them in its files until it tidies up. PostgreSQL does so with the row (VACUUM).
    func forgetDeletedWords() throws {
        if dialect == .sqlite { try execute("INSERT INTO search_words (search_words) VALUES ('optimize')") }
    }

    /// The numbers of what has all the terms, each in one of its forms. They come as one text, for there may be very many.
    func searchNumbers(_ terms: [SearchTerm], inHead: Bool) throws -> BitSet {
        let joined: SQL = dialect == .sqlite ? "group_concat(rowid, ' ')" : "string_agg(CAST(number AS TEXT), ' ')"
        let condition = SQL.hasWords(terms, inHead: inHead, dialect)
        let numbers: String? = try usingIndexes {
            try row("SELECT COALESCE(\(joined), '') AS numbers FROM search_words WHERE \(condition)")?("numbers")
        }
        return BitSet(numbers: numbers ?? "")
    }

    /// The numbers of the outputs that were put in, changed or taken out after a version.
    func numbersChanged(since version: Int, limit: Int) throws -> [Int] {
        try rows("SELECT number FROM search_entry WHERE version > \(version) LIMIT \(limit)").map { try $0("number") }
    }

    func hasWords(_ terms: [SearchTerm]) throws -> Bool {
        try usingIndexes { try row("SELECT 1 AS one FROM search_words WHERE \(SQL.hasWords(terms, inHead: false, dialect)) LIMIT 1") != nil }
    }

    /// What stands in the index under each number.
    func keptWords() throws -> [Int: SearchDocument] { try keptWords(where: "1 = 1") }

    func keptWords(of numbers: [Int]) throws -> [Int: SearchDocument] {
        numbers.isEmpty ? [:] : try keptWords(where: "\(SQL.searchNumber(dialect)) IN \(SQL.list(numbers))")
    }

    /// - Parameter step: how far the numbers lie apart.
    func keptWords(ofEvery step: Int) throws -> [Int: SearchDocument] {
        try keptWords(where: "\(SQL.searchNumber(dialect)) % \(step) = 0")
    }

    private func keptWords(where condition: SQL) throws -> [Int: SearchDocument] {
        let rows =
            switch dialect {
            case .sqlite: try rows("SELECT rowid AS number, head, body FROM search_words WHERE \(condition)")
            case .postgres:
                try rows(
                    """
                    SELECT number, array_to_string(tsvector_to_array(head), ' ') AS head, array_to_string(tsvector_to_array(words), ' ') AS body
                    FROM search_words WHERE \(condition)
                    """)
            }
        return try Dictionary(
            rows.map { row in
                (try row("number"), SearchDocument(headText: try row("head"), bodyText: try row("body")))
            }
        ) { first, _ in first }
    }
}

extension SQL {
    static func searchNumber(_ dialect: Dialect) -> SQL { dialect == .sqlite ? "rowid" : "number" }

    /// Terms hold letters and digits alone; they are quoted all the same.
    static func hasWords(_ terms: [SearchTerm], inHead: Bool, _ dialect: Dialect) -> SQL {
        switch dialect {
        case .sqlite:
            let all = terms.map { "(" + $0.forms.map { "\"\($0)\"" }.joined(separator: " OR ") + ")" }.joined(separator: " AND ")
            return "search_words MATCH \(inHead ? "head : (\(all))" : all)"
        case .postgres:
            let all = terms.map { "(" + $0.forms.map { "'\($0)'" }.joined(separator: " | ") + ")" }.joined(separator: " & ")
            return inHead ? "head @@ CAST(\(all) AS tsquery)" : "words @@ CAST(\(all) AS tsquery)"
        }
    }

    fileprivate static func vector(_ words: String) -> SQL { "array_to_tsvector(string_to_array(\(words), ' '))" }
}
