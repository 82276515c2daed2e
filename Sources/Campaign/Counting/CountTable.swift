import Documents

/// A table of returns as the desk takes them: one a row, under the columns `action, output, channel, quantity, date, source, group, note, key`.
///
///     action,channel,quantity,date,source,group,note
///     UA 77/21,post,46,2021-11-30,group,K7QM-3XV0,"letter evening, Melbourne"
package struct CountTable: Sendable {
    package struct Row: Sendable {
        package let line: Int
        package let entry: CountEntry
    }

    /// What is wrong, with the row of the file; 0 for the file as a whole.
    package struct Problem: Sendable, Equatable {
        package let line: Int
        package let message: Message

        package init(line: Int, message: Message) {
            self.line = line
            self.message = message
        }
    }

    package let rows: [Row]
    package let problems: [Problem]

    package static let needed = ["action", "channel", "quantity", "date", "source"]
    package static let welcome = ["output", "group", "note", "key"]
    /// What one table may hold.
    package static let rowLimit = 5_000

    package init(_ bytes: [UInt8]) {
        do {
            let table = try Self.table(bytes)
            (rows, problems) = Self.read(table)
        } catch {
            (rows, problems) = ([], [error])
        }
    }

    /// The table, or why it cannot be read as one.
    private static func table(_ bytes: [UInt8]) throws(Problem) -> CSVTable {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) || bytes.prefix(64).contains(0) {
            throw Problem(line: 1, message: Message("desk.counting_table_encoding", ["encoding": "UTF-16"]))
        }
        do {
            let table = try CSVTable(bytes), known = Set(needed + welcome)
            if table.header.count == 1, table.header[0].contains(where: { $0 == ";" || $0 == "\t" }) {
                throw Problem(line: 1, message: Message("desk.counting_table_separator"))
            }
            let lacking = needed.filter { !table.header.contains($0) }, strange = table.header.filter { !known.contains($0) && !$0.isEmpty }
            if !lacking.isEmpty {
                throw Problem(line: 1, message: Message("desk.counting_table_lacking", ["columns": lacking.joined(separator: ", ")]))
            }
            if !strange.isEmpty {
                throw Problem(line: 1, message: Message("desk.counting_table_strange", ["columns": strange.joined(separator: ", ")]))
            }
            if table.rows.count > rowLimit {
                throw Problem(line: rowLimit + 2, message: Message("desk.counting_table_long", ["most": "\(rowLimit)"]))
            }
            return table
        } catch let problem as Problem {
            throw problem
        } catch let failure as CSVFailure {
            throw Problem(failure)
        } catch {
            throw Problem(line: 1, message: Message("desk.counting_table_damaged"))
        }
    }

    private static func read(_ table: CSVTable) -> ([Row], [Problem]) {
        var rows: [Row] = [], problems: [Problem] = [], first: [String: Int] = [:]
        for (row, record) in zip(table.rows, table.records) {
            if let cell = row.cells.first(where: \.isFormula) {
                problems.append(Problem(line: row.line, message: Message("desk.counting_table_formula", ["cell": String(cell.prefix(40))])))
                continue
            }
            let token = record["key"].map { "key \($0)" } ?? "row " + table.header.map { record[$0] ?? "" }.joined(separator: "\u{1F}")
            if let line = first.updateValue(row.line, forKey: token) {
                problems.append(Problem(line: row.line, message: Message("desk.counting_table_twice", ["line": "\(line)"])))
                first[token] = line
                continue
            }
            do {
                rows.append(Row(line: row.line, entry: try CountEntry({ record[$0] }, token: token)))
            } catch {
                problems += error.problems.map { Problem(line: row.line, message: $0.message) }
            }
        }
        if rows.isEmpty, problems.isEmpty { problems.append(Problem(line: 1, message: Message("desk.counting_table_empty"))) }
        return (rows, problems)
    }
}

extension CountTable.Problem: Error {
    fileprivate init(_ failure: CSVFailure) {
        switch failure {
        case .notUTF8(let line): self.init(line: line, message: Message("desk.counting_table_encoding", ["encoding": "Windows-1252"]))
        case .empty: self.init(line: 1, message: Message("desk.counting_table_empty"))
        case .columnTwice(let column): self.init(line: 1, message: Message("desk.counting_table_column_twice", ["column": column]))
        case .control(let line), .openQuote(let line), .afterQuote(let line), .cellTooLong(let line), .tooManyColumns(let line):
            self.init(line: line, message: Message("desk.counting_table_damaged"))
        case .tooLarge: self.init(line: 1, message: Message("desk.counting_table_long", ["most": "\(CountTable.rowLimit)"]))
        }
    }
}

extension String {
    /// What a spreadsheet would work out instead of showing it. An apostrophe before it, as our own tables have, makes it a text.
    fileprivate var isFormula: Bool {
        let start = unicodeScalars.drop { $0 == " " }
        guard let first = start.first else { return false }
        return "=+@\t\r".unicodeScalars.contains(first) || first == "-" && start.count > 1
    }
}
