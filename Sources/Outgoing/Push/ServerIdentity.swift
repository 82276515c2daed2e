import Foundation

/// Who we are to push services (VAPID, RFC 8292): a key that browsers bind their subscriptions to, and where to reach a person about our messages.
package struct ServerIdentity: Sendable {
    private let key: KeyP256
    private let contact: String

    /// - Parameter contact: a `mailto:` or https URL of whoever runs this server.
    package init(_ key: KeyP256, contact: String) {
        self.key = key
        self.contact = contact
    }

    /// What a page gives to `pushManager.subscribe` as `applicationServerKey`.
    package var publicKey: String { Base64URL.text(of: key.point.bytes) }

    /// The value of the `Authorization` header for one push service: a token for twelve hours, of the day that is allowed.
    ///
    /// - Parameter now: seconds since 1970.
    package func authorization(for url: OutgoingURL, at now: Int) throws(CryptographyFailure) -> String {
        let claims = Claims(aud: url.origin, exp: now + 43_200, sub: contact)
        let unsigned = Self.part(Head()) + "." + Self.part(claims)
        let signature = try key.signature(of: Array(unsigned.utf8))
        return "vapid t=\(unsigned).\(Base64URL.text(of: signature)), k=\(publicKey)"
    }

    private struct Head: Encodable {
        var typ = "JWT", alg = "ES256"
    }

    private struct Claims: Encodable {
        let aud: String, exp: Int, sub: String
    }

    private static func part(_ value: some Encodable) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Base64URL.text(of: (try? encoder.encode(value)).map { Array($0) } ?? [])
    }
}
