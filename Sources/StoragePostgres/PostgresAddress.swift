import CPostgres

/// An address as libpq reads it: `postgres://user:password@host/db`, with several hosts where one stands in for another
/// (`postgres://amparo@first,second:5433/amparo`).
package struct PostgresAddress: Sendable, Hashable {
    package let text: String
    /// What it says, under the names of the variables by which PostgreSQL's own programs are told, so that no password stands in a list of
    /// processes.
    package let environment: [String: String]
    /// Whether libpq can read it; what it cannot says nothing, and is refused when it is connected to.
    package let isReadable: Bool

    package init(_ text: String) {
        self.text = text
        guard let options = PQconninfoParse(text, nil) else {
            (environment, isReadable) = ([:], false)
            return
        }
        defer { PQconninfoFree(options) }
        isReadable = true
        var environment: [String: String] = [:], option = options
        while option.pointee.keyword != nil {
            if let value = option.pointee.val, let name = option.pointee.envvar { environment[String(cString: name)] = String(cString: value) }
            option += 1
        }
        self.environment = environment
    }

    package var hosts: [String] { environment["PGHOST", default: ""].split(separator: ",").map(String.init) }

    /// Which of several servers is wanted; the one that takes writes, unless the address says otherwise.
    package var wantedServer: String { environment["PGTARGETSESSIONATTRS"] ?? (hosts.count > 1 ? "read-write" : "any") }

    var defaults: [(String, String)] { hosts.count > 1 ? [("target_session_attrs", "read-write")] : [] }

    package var database: String { environment["PGDATABASE", default: ""] }

    /// The same server's database of another name.
    package func address(of database: String) -> String {
        guard let scheme = text.firstRange(of: "://") else { return text }
        let rest = text[scheme.upperBound...], end = rest.firstIndex { $0 == "/" || $0 == "?" } ?? rest.endIndex
        let question = rest[end...].firstIndex(of: "?").map { rest[rest.index(after: $0)...] } ?? ""
        let kept = question.split(separator: "&").filter { !$0.hasPrefix("dbname=") }.joined(separator: "&")
        return "\(text[..<scheme.upperBound])\(rest[..<end])/\(database)\(kept.isEmpty ? "" : "?\(kept)")"
    }
}
