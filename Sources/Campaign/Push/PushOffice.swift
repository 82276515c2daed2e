import Documents
package import Outgoing

/// Hands notices to push services through the gate, encrypted for one browser each and signed with this server's key.
package struct PushOffice: Pusher {
    private let gate: OutgoingGate
    private let key: KeyP256
    private let contact: String?
    private let keyring: Keyring
    private let world: World
    private let pauses = PushPauses()

    /// - Parameter contact: a `mailto:` or https URL of whoever runs this server; nil for each section's own.
    package init(_ gate: OutgoingGate, key: KeyP256, contact: String?, keyring: Keyring, world: World) {
        self.gate = gate
        self.key = key
        self.contact = contact
        self.keyring = keyring
        self.world = world
    }

    package var publicKey: String { Base64URL.text(of: key.point.bytes) }

    package func push(
        _ notice: PushNotice, _ patience: PushPatience, to browser: PushSubscription, of supporter: Supporter.ID, in section: Section
    ) async -> Carriage {
        guard let address = try? browser.address(of: supporter, keyring) else { return .later("the browser's address cannot be read") }
        let now = world.now(), service = address.endpoint.origin
        if let left = pauses.left(service, at: now) { return .notYet(seconds: left) }
        guard let cipher = cipher(), let message = try? notice.message(lifetime: patience.seconds, urgency: patience == .urgent ? .high : .normal)
        else { return .later("not encrypted") }
        let post = PushPost(gate, as: ServerIdentity(key, contact: contact ?? section.pushContact))
        let reception = await post.send(message, to: address, by: cipher, at: Int(now.milliseconds / 1_000))
        pauses.note(reception, of: service, at: world.now())
        return Carriage(reception)
    }

    /// A key pair and a salt for one message. Nil for what is no key, one in four thousand million.
    private func cipher() -> PushCipher? {
        let salt = Array(ChanceBytes.bytes(in: world).prefix(16))
        return KeyP256(ChanceBytes.bytes(in: world)).map { PushCipher(ephemeral: $0, salt: salt) }
    }
}

extension Carriage {
    init(_ reception: Reception) {
        self =
            switch reception {
            case .taken: .taken
            case .later(let reason, _): .later(reason)
            case .refused(let reason): .never(reason)
            case .gone: .unreachable("the browser has ended it")
            }
    }
}

extension Section {
    /// Whom a push service may turn to about our messages (RFC 8292 section 2.1).
    fileprivate var pushContact: String { contactEmail.flatMap { MailAddress($0) }.map { "mailto:\($0.text)" } ?? "https://\(host)" }
}
