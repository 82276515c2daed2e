/// What a browser is told, and how its push service is to treat it (RFC 8030 sections 5.2 to 5.4).
package struct PushMessage: Sendable {
    package enum Urgency: String, Sendable {
        case low, normal, high
    }

    package let bytes: [UInt8]
    /// For how many seconds the push service keeps it for a browser that is away.
    package let lifetime: Int
    package let urgency: Urgency
    /// At most 32 letters of URL-safe base 64: a later message of the same topic takes the place of one that still waits.
    package let topic: String?

    package init(_ bytes: [UInt8], lifetime: Int, urgency: Urgency, topic: String?) {
        self.bytes = bytes
        self.lifetime = max(lifetime, 0)
        self.urgency = urgency
        self.topic = topic
    }

    /// The headers but for the authorization.
    var headers: [(name: String, value: String)] {
        let plain = [
            ("TTL", String(lifetime)), ("Urgency", urgency.rawValue), ("Content-Encoding", "aes128gcm"), ("Content-Type", "application/octet-stream"),
        ]
        return plain + (topic.map { [("Topic", $0)] } ?? [])
    }
}
