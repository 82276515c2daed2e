import Documents
import Mail

/// How mail leaves. Without a server none does, and everything else works.
struct MailSettings: Sendable {
    /// Without its password when printed.
    let server: Setting<SMTPServer?>
    /// Who writes, for all sections or for one; else the section's contact.
    let from: Setting<SenderList>
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
    /// The domains that are signed for; a selector and a key file for each, or one for all.
    let domains: Setting<[String]>
    let selectors: Setting<[String]>
    let keyFiles: Setting<[String]>

    init(_ reading: inout SettingsReading) {
        server = reading.setting(.mailServer, else: nil, read: Self.server)
        from = reading.setting(.mailFrom, else: SenderList()) { text throws(Unfit) in try SenderList(text) }
        returnPath = reading.setting(.mailReturnPath, else: nil, read: Self.address)
        connections = reading.setting(.mailConnections, else: 4) { text throws(Unfit) in try Settings.number(text, in: 1...100) }
        rate = reading.setting(.mailRate, else: 0) { text throws(Unfit) in try Settings.number(text, in: 0...10_000) }
        encryption = reading.setting(.mailEncryption, else: nil, read: Self.encryption)
        trust = reading.setting(.mailTrust, else: nil, read: Self.text)
        nameServer = reading.setting(.mailNameServer, else: nil, read: Self.text)
        domains = reading.setting(.mailDomain, else: [], read: Self.list)
        selectors = reading.setting(.mailSelector, else: [], read: Self.list)
        keyFiles = reading.setting(.mailKey, else: [], read: Self.list)
        judge(&reading)
    }

    /// Name, value and origin of each that is said; of all others only that there is no mail.
    var lines: [(name: String, value: String, origin: String)] {
        let said = [
            ("mail.from", from.value.description, from.origin), ("mail.returnPath", returnPath.value?.text, returnPath.origin),
            ("mail.connections", String(connections.value), connections.origin), ("mail.rate", String(rate.value), rate.origin),
            ("mail.tls", encryption.value?.rawValue, encryption.origin), ("mail.caFile", trust.value, trust.origin),
            ("mail.dns", nameServer.value, nameServer.origin), ("mail.dkim.domain", Self.shown(domains.value), domains.origin),
            ("mail.dkim.selector", Self.shown(selectors.value), selectors.origin), ("mail.dkim.keyFile", Self.shown(keyFiles.value), keyFiles.origin),
        ]
        return [("mail.smtp", server.value?.description ?? "none: no mail is sent", server.origin)]
            + said.filter { $0.2 != "default" }.compactMap { name, value, origin in value.map { (name, $0, origin) } }
    }

    private func judge(_ reading: inout SettingsReading) {
        if let server = server.value, encryption.value == .opportunistic, server.password != nil, !server.isLoopback {
            reading.object("mail.tls must be required where mail.smtp holds a password: it goes only to a server that proved who it is.")
        }
        let signing = [domains.value, selectors.value, keyFiles.value].map(\.count)
        if signing.contains(where: { $0 > 0 }), signing.contains(0) {
            reading.object("mail.dkim.domain, mail.dkim.selector and mail.dkim.keyFile go together: all three or none.")
        } else if signing.dropFirst().contains(where: { $0 > 1 && $0 != signing[0] }) {
            reading.object("mail.dkim.selector and mail.dkim.keyFile name one for all domains of mail.dkim.domain, or one for each, in their order.")
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

    private static func list(_ text: String) throws(Unfit) -> [String] {
        let parts = text.split(separator: ",").map { $0.filter { !$0.isWhitespace } }.filter { !$0.isEmpty }
        guard !parts.isEmpty else { throw Unfit("one or several, with commas between them") }
        return parts
    }

    private static func shown(_ list: [String]) -> String? { list.isEmpty ? nil : list.joined(separator: ", ") }
}
