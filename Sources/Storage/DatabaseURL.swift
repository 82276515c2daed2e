/// Where the database is: `sqlite:PATH` or `postgres://user:password@host:port/db?host=/socket/folder&user=…`.
///
/// Printing it never shows a password.
///
///     try "\(DatabaseURL("postgres://amparo:secret@db/amparo"))"   // "postgres://amparo:•••@db/amparo"
package enum DatabaseURL: Sendable, Hashable {
    case sqlite(path: String)
    /// The address as libpq reads it.
    case postgres(String)

    package init(_ text: String) throws(Malformed) {
        if text.hasPrefix("sqlite:") {
            let path = String(text.dropFirst("sqlite:".count))
            guard !path.isEmpty else { throw Malformed(reason: "sqlite: needs the path of a file after it") }
            self = .sqlite(path: path)
        } else if text.hasPrefix("postgres://") || text.hasPrefix("postgresql://") {
            self = .postgres(text)
        } else {
            throw Malformed(reason: "a database is sqlite:PATH or postgres://user:password@host/db")
        }
    }

    /// The reason does not repeat the address, which may hold a password.
    package struct Malformed: Error, Equatable {
        package let reason: String
    }
}

extension DatabaseURL: CustomStringConvertible, CustomDebugStringConvertible {
    package var description: String {
        switch self {
        case .sqlite(let path): "sqlite:\(path)"
        case .postgres(let address): Self.withoutPasswords(address)
        }
    }

    package var debugDescription: String { description }

    /// Rather hides too much than too little: everything up to the last `@` that follows the first `:` of the user.
    private static func withoutPasswords(_ address: String) -> String {
        let parts = address.split(separator: "://", maxSplits: 1, omittingEmptySubsequences: false)
        var rest = parts[1][...]
        if let at = rest.lastIndex(of: "@"), let colon = rest[..<at].firstIndex(of: ":") {
            rest = rest[..<colon] + ":•••" + rest[at...]
        }
        return "\(parts[0])://" + withoutPasswordParameters(rest)
    }

    private static func withoutPasswordParameters(_ text: Substring) -> String {
        guard let mark = text.firstIndex(of: "?") else { return String(text) }
        let parameters = text[text.index(after: mark)...].split(separator: "&").map { parameter in
            let name = parameter.prefix { $0 != "=" }
            return name.hasSuffix("password") ? "\(name)=•••" : String(parameter)
        }
        return text[...mark] + parameters.joined(separator: "&")
    }
}
