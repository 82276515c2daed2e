import CPostgres
import Storage

/// What the server or the line refused, in the words of both engines, and whether repeating the transaction may help.
struct Refused: Error {
    let failure: StorageFailure
    var isConflict = false

    /// The parts of a refusal, by libpq's marks, which are C characters that Swift cannot import.
    private enum Part: Unicode.Scalar {
        case state = "C", message = "M", detail = "D", table = "t", column = "c", constraint = "n"
    }

    /// The server has no room for what serializable transactions have read, which it keeps as long as one is open that began before them.
    private static let noRoom = "53200"

    init(_ failure: StorageFailure) {
        self.failure = failure
    }

    init(_ result: OpaquePointer?, on line: OpaquePointer) {
        let state = Self.part(.state, of: result) ?? ""
        isConflict = ["40001", "40P01", Self.noRoom].contains(state)
        let message = Self.part(.message, of: result) ?? ""
        let constraint = Self.part(.constraint, of: result) ?? ""
        failure =
            switch state {
            case _ where PQstatus(line) != CONNECTION_OK, "57P01", "57P02", "57P03": .unreachable(Self.line(String(cString: PQerrorMessage(line))))
            // No state: libpq's own words, which are about the line. 57014: asked to end, which nobody does but whoever gave the line up.
            case "", "57014": .unreachable(Self.line(message.isEmpty ? String(cString: PQerrorMessage(line)) : message))
            case "23505": .unique(Self.columns(of: result) ?? constraint)
            case "23503": .foreignKey(constraint)
            case "23514": .check(constraint)
            case "23502": .notNull([.table, .column].compactMap { Self.part($0, of: result) }.joined(separator: "."))
            case "40001", "40P01", "55P03", Self.noRoom: .busy
            case "53100": .diskFull
            case "25006": .readOnly
            case "0A000" where message.contains("hot standby"): .readOnly  // it refuses a serializable transaction before any write
            default: .other(code: state, message: message)
            }
    }

    private static func part(_ part: Part, of result: OpaquePointer?) -> String? {
        PQresultErrorField(result, Int32(part.rawValue.value)).map { String(cString: $0) }
    }

    /// The columns of a unique key, as SQLite names them. They stand first in the detail, in every language of the server: `(a, b)=(…)`.
    private static func columns(of result: OpaquePointer?) -> String? {
        guard let table = part(.table, of: result), let detail = part(.detail, of: result),
            let start = detail.firstIndex(of: "("), let end = detail.firstRange(of: ")=(")?.lowerBound, start < end
        else { return nil }
        return detail[detail.index(after: start)..<end].split(separator: ", ").map { "\(table).\($0)" }.joined(separator: ", ")
    }

    private static func line(_ text: String) -> String {
        text.split(whereSeparator: \.isNewline).joined(separator: " ")
    }
}
