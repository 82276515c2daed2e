import CSodium
import Foundation

/// What an address proves by that a message is ours (standard-webhooks 1.0, symmetric signatures). It is made out of the keyring and the id of the
/// address, and lies in no row.
package struct WebhookSecret: Sendable {
    private let bytes: [UInt8]

    package init(of webhook: Webhook.ID, _ keyring: Keyring) {
        bytes = WebSafeBase64.bytes(of: keyring.mark(webhook.text, purpose: "webhook")) ?? []
    }

    /// nil for what is no secret.
    package init?(_ text: String) {
        guard text.hasPrefix("whsec_"), let bytes = Data(base64Encoded: String(text.dropFirst(6))), bytes.count >= 24 else { return nil }
        self.bytes = Array(bytes)
    }

    /// As whoever runs the address is told it.
    package var text: String { "whsec_" + Data(bytes).base64EncodedString() }

    /// The fields of one attempt to hand over `body`.
    package func headers(_ id: WebhookMessage.ID, at now: Instant, _ body: String) -> [(name: String, value: String)] {
        let seconds = now.milliseconds / 1_000
        return [
            ("Content-Type", "application/json"), ("webhook-id", id.text), ("webhook-timestamp", String(seconds)),
            ("webhook-signature", "v1," + Data(signature(of: "\(id.text).\(seconds).\(body)")).base64EncodedString()),
        ]
    }

    /// HMAC-SHA256 (RFC 2104).
    private func signature(of text: String) -> [UInt8] {
        var state = crypto_auth_hmacsha256_state(), signature = [UInt8](repeating: 0, count: 32)
        let message = Array(text.utf8)
        crypto_auth_hmacsha256_init(&state, bytes, bytes.count)
        crypto_auth_hmacsha256_update(&state, message, UInt64(message.count))
        crypto_auth_hmacsha256_final(&state, &signature)
        return signature
    }
}
