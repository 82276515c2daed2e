import Foundation

/// The server that takes our mail: `smtp://user:password@host:587` (TLS by STARTTLS) or `smtps://host` (TLS from the start, port 465).
///
/// A path is the name we give ourselves in EHLO: `smtp://relay.example.org/mail.example.net`.
package struct SMTPServer: Sendable, Equatable {
    /// Whether a line without TLS will do.
    package enum Encryption: String, Sendable {
        /// TLS with a certificate that is good for the host's name, or nothing is sent.
        case required
        /// TLS where it is offered, whatever its certificate: better than none, and no proof of who listens.
        case opportunistic
    }

    package let host: String
    package let port: Int
    package let user: String?
    /// Never shown.
    package let password: String?
    package let isEncryptedFromTheStart: Bool
    package let name: String?
    /// Required, but for a server on this machine.
    package var encryption: Encryption
    /// A PEM file with the certificates to trust in place of the machine's own.
    package var trust: String?

    package struct Malformed: Error, Equatable {}

    /// Ports when the text names none: 465 for smtps, 587 with a user (RFC 6409), else 25.
    package init(_ text: String) throws(Malformed) {
        guard let parts = URLComponents(string: text), ["smtp", "smtps"].contains(parts.scheme?.lowercased()), let host = parts.host, !host.isEmpty,
            parts.query == nil, parts.fragment == nil, Self.isLine(parts.user), Self.isLine(parts.password), Self.isLine(host)
        else { throw Malformed() }
        self.host = host.lowercased()
        isEncryptedFromTheStart = parts.scheme?.lowercased() == "smtps"
        user = parts.user
        password = parts.password
        port = parts.port ?? (isEncryptedFromTheStart ? 465 : parts.user == nil ? 25 : 587)
        let path = String(parts.path.drop { $0 == "/" })
        guard (1...65_535).contains(port), path.utf8.allSatisfy(Self.isName) else { throw Malformed() }
        name = path.isEmpty ? nil : path
        encryption = Self.isLoopback(host) ? .opportunistic : .required
    }

    /// Whether the way there leaves this machine.
    package var isLoopback: Bool { Self.isLoopback(host) }

    /// The address for libcurl; user and password go apart from it.
    var address: String { "\(isEncryptedFromTheStart ? "smtps" : "smtp")://\(host):\(port)/\(name ?? "")" }

    private static func isLoopback(_ host: String) -> Bool {
        host == "localhost" || host.hasSuffix(".localhost") || host == "[::1]" || host == "::1" || host.hasPrefix("127.")
    }

    private static func isLine(_ text: String?) -> Bool { !(text ?? "").unicodeScalars.contains { $0.properties.generalCategory == .control } }

    private static func isName(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || [0x2D, 0x2E, 0x5B, 0x5D, 0x3A].contains(byte)
    }
}

extension SMTPServer: CustomStringConvertible {
    /// Without the password.
    package var description: String {
        "\(isEncryptedFromTheStart ? "smtps" : "smtp")://\(user.map { "\($0):•••@" } ?? "")\(host):\(port)\(name.map { "/\($0)" } ?? "")"
    }
}
