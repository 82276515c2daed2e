import Outgoing

/// The gateway for text messages. Without a URL there is none.
struct SMSSettings: Sendable {
    let url: Setting<OutgoingURL?>
    /// What the gateway knows us by.
    let token: Setting<Secret?>

    init(_ reading: inout SettingsReading) {
        url = reading.setting(.smsURL, else: nil, read: Self.url)
        token = reading.setting(.smsToken, else: nil) { text throws(Unfit) in try Self.secret(text) }
        if (url.value == nil) != (token.value == nil) { reading.object("sms.url and sms.token go together: both or none.") }
    }

    /// Of the URL no more than its host, since its path may be a secret.
    var lines: [(name: String, value: String, origin: String)] {
        [("sms.url", url.value?.origin ?? "none: no text message is sent", url.origin)]
            + (token.value.map { [("sms.token", $0.description, token.origin)] } ?? [])
    }

    /// The gateway behind a gate of its own, which lets through to the port of the setting alone; nil when none is set.
    var gateway: SMSGateway? {
        guard let url = url.value, let token = token.value else { return nil }
        return SMSGateway(OutgoingGate(ports: [url.port]), at: url, secret: token.revealed)
    }

    private static func url(_ text: String) throws(Unfit) -> OutgoingURL? {
        guard let url = try? OutgoingURL(text) else { throw Unfit("an https URL") }
        return url
    }

    private static func secret(_ text: String) throws(Unfit) -> Secret? {
        guard !text.isEmpty, text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else { throw Unfit("a word of ASCII letters, digits and signs") }
        return Secret(revealed: text)
    }
}
