/// An https URL as we ask it: read once, and written anew from its parts, so that nobody after us can read something else into it.
///
/// It may hold a secret (the address of a browser at a push service does): never log it. ``origin`` may be logged.
package struct OutgoingURL: Hashable, Sendable {
    package static let longest = 2_048
    package let host: OutgoingHost
    package let port: Int
    /// Path and query, from the first slash on.
    package let path: String

    package init(_ text: String) throws(OutgoingRefusal) {
        guard text.utf8.count <= Self.longest else { throw .tooLong }
        guard text.utf8.allSatisfy(Self.mayStand) else { throw .malformed }
        guard text.prefix(8).lowercased() == "https://" else { throw .notHTTPS }
        let rest = text.dropFirst(8)
        let authority = rest.prefix { $0 != "/" && $0 != "?" }
        let path = rest.dropFirst(authority.count)
        (host, port) = try Self.place(authority)
        self.path = path.hasPrefix("/") ? String(path) : "/" + path
    }

    /// Scheme, host and port, as a token for a push service names it (RFC 6454 section 6.2).
    package var origin: String { "https://" + host.textInURL + (port == 443 ? "" : ":\(port)") }

    package var text: String { origin + path }

    private static func place(_ authority: Substring) throws(OutgoingRefusal) -> (OutgoingHost, Int) {
        guard !authority.contains("@") else { throw .userinfo }
        let end = authority.hasPrefix("[") ? authority.firstIndex(of: "]").map(authority.index(after:)) : authority.firstIndex(of: ":")
        let name = authority[..<(end ?? authority.endIndex)], rest = authority.dropFirst(name.count)
        guard let host = OutgoingHost(String(name)), let port = port(rest) else { throw .malformed }
        return (host, port)
    }

    /// The number after a colon; the port of https when there is neither.
    private static func port(_ text: Substring) -> Int? {
        if text.isEmpty { return 443 }
        let digits = text.dropFirst()
        guard text.hasPrefix(":"), (1...5).contains(digits.utf8.count), !digits.hasPrefix("0"), digits.utf8.allSatisfy({ (48...57).contains($0) })
        else { return nil }
        return Int(digits).flatMap { $0 < 65_536 ? $0 : nil }
    }

    /// The characters of RFC 3986 section 2, without the number sign: a fragment is never sent.
    private static func mayStand(_ byte: UInt8) -> Bool {
        (0x21...0x7E).contains(byte) && !"\"#<>\\^`{|}".utf8.contains(byte)
    }
}
