/// Where one browser takes messages, as its `PushSubscription` says (W3C Push API): the address at its push service, its public key, and a secret
/// shared with it. All three are as good as the person's address: never logged.
package struct PushAddress: Hashable, Sendable {
    package let endpoint: OutgoingURL
    package let key: PointP256
    package let secret: [UInt8]

    /// - Parameters:
    ///   - endpoint: an https URL.
    ///   - key: `p256dh`, 65 bytes in URL-safe base 64.
    ///   - secret: `auth`, 16 bytes in URL-safe base 64.
    /// - Returns: nil when one of them is not what it should be.
    package init?(endpoint: String, key: String, secret: String) {
        guard let endpoint = try? OutgoingURL(endpoint), key.utf8.count < 100, secret.utf8.count < 100,
            let key = Base64URL.bytes(key).flatMap(PointP256.init), let secret = Base64URL.bytes(secret), secret.count == 16
        else { return nil }
        (self.endpoint, self.key, self.secret) = (endpoint, key, secret)
    }
}
