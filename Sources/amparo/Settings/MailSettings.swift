import Documents
import Mail

/// How mail leaves. Without a server none does, and everything else works.
struct MailSettings: Sendable {
    /// Without its password when printed.
    let server: Setting<SMTPServer?>
    /// Who writes; else the section's contact.
    let from: Setting<MailAddress?>
    /// Where bounces go; else to the sender.
    let returnPath: Setting<MailAddress?>
    let connections: Setting<Int>
    /// Messages a second to one domain; 0 for no limit.
    let rate: Setting<Int>
    /// nil: TLS is required, but for a server on this machine.
    let encryption: Setting<SMTPServer.Encryption?>
    /// Certificates to trust in place of the machine's own.
    let trust: Setting<String?>
    /// Whom `doctor mail` asks, `ADDRESS` or `ADDRESS:PORT`; else the machine's own name server.
    let nameServer: Setting<String?>
    let domain: Setting<String?>
    let selector: Setting<String?>
    let keyFile: Setting<String?>

    init(_ reading: inout SettingsReading) {
        server = reading.setting(.mailServer, else: nil, read: Self.server)
        from = reading.setting(.mailFrom, else: nil, read: Self.address)
        returnPath = reading.setting(.mailReturnPath, else: nil, read: Self.address)
        connections = reading.setting(.mailConnections, else: 4) { text throws(Unfit) in try Settings.number(text, in: 1...100) }
        rate = reading.setting(.mailRate, else: 0) { text throws(Unfit) in try Settings.number(text, in: 0...10_000) }
        encryption = reading.setting(.mailEncryption, else: nil, read: Self.encryption)
        trust = reading.setting(.mailTrust, else: nil, read: Self.text)
        nameServer = reading.setting(.mailNameServer, else: nil, read: Self.text)
        domain = reading.setting(.mailDomain, else: nil, read: Self.text)
        selector = reading.setting(.mailSelector, else: nil, read: Self.text)
        keyFile = reading.setting(.mailKey, else: nil, read: Self.text)
        judge(&reading)
    }

    /// Name, value and origin of each that is said; of all others only that there is no mail.
    var lines: [(name: String, value: String, origin: String)] {
        let said = [
            ("mail.from", from.value?.text, from.origin), ("mail.returnPath", returnPath.value?.text, returnPath.origin),
            ("mail.connections", String(connections.value), connections.origin), ("mail.rate", String(rate.value), rate.origin),
            ("mail.tls", encryption.value?.rawValue, encryption.origin), ("mail.caFile", trust.value, trust.origin),
            ("mail.dns", nameServer.value, nameServer.origin), ("mail.dkim.domain", domain.value, domain.origin),
            ("mail.dkim.selector", selector.value, selector.origin), ("mail.dkim.keyFile", keyFile.value, keyFile.origin),
        ]
        return [("mail.smtp", server.value?.description ?? "none: no mail is sent", server.origin)]
            + said.filter { $0.2 != "default" }.compactMap { name, value, origin in value.map { (name, $0, origin) } }
    }

    private func judge(_ reading: inout SettingsReading) {
        if let server = server.value, encryption.value == .opportunistic, server.password != nil, !server.isLoopback {
            reading.object("mail.tls must be required where mail.smtp holds a password: it goes only to a server that proved who it is.")
        }
        let signing = [domain.value, selector.value, keyFile.value]
        if signing.contains(where: { $0 != nil }), signing.contains(where: { $0 == nil }) {
            reading.object("mail.dkim.domain, mail.dkim.selector and mail.dkim.keyFile go together: all three or none.")
        }
    }

    private static func server(_ text: String) throws(Unfit) -> SMTPServer? {
        do { return try SMTPServer(text) } catch { throw Unfit("smtp://user:password@host:587 or smtps://user:password@host") }
    }

    private static func address(_ text: String) throws(Unfit) -> MailAddress? {
        guard let address = MailAddress(text) else { throw Unfit("an e-mail address alone") }
        return address
    }

    private static func encryption(_ text: String) throws(Unfit) -> SMTPServer.Encryption? {
        guard let encryption = SMTPServer.Encryption(rawValue: text) else { throw Unfit("required or opportunistic") }
        return encryption
    }

    private static func text(_ text: String) throws(Unfit) -> String? { try Settings.someText(text) }
}
