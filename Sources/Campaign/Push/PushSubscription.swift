package import Outgoing

/// Where one browser takes notices, as the database holds it: to be found and to be opened with the keyring alone.
package struct PushSubscription: Sendable, Equatable {
    package let lookup: String
    /// Sealed for `IdentityPlace.browser(of:)`.
    package let sealed: Sealed
}

extension PushSubscription {
    init(_ address: PushAddress, of supporter: Supporter.ID, in section: Section.Code, _ keyring: Keyring) {
        lookup = keyring.lookup(address.endpoint, section: section)
        sealed = keyring.sealed(address.text, for: IdentityPlace.browser(of: supporter))
    }

    /// Where to send. Throws `Keyring.Trouble`.
    func address(of supporter: Supporter.ID, _ keyring: Keyring) throws -> PushAddress {
        guard let address = PushAddress(text: try keyring.opened(sealed, for: IdentityPlace.browser(of: supporter))) else {
            throw Keyring.Trouble.broken
        }
        return address
    }
}

extension Keyring {
    /// The name under which a browser is found in its section: a keyed hash of its address at its push service, 43 letters.
    package func lookup(_ endpoint: OutgoingURL, section: Section.Code) -> String {
        mark("\(section.rawValue) \(endpoint.text)", purpose: "browser")
    }
}

extension PushAddress {
    /// Its three parts in three lines, as they are sealed; none of them can hold a line end.
    fileprivate var text: String { [endpoint.text, Base64URL.text(of: key.bytes), Base64URL.text(of: secret)].joined(separator: "\n") }

    fileprivate init?(text: String) {
        let lines = text.split(separator: "\n").map(String.init)
        guard lines.count == 3 else { return nil }
        self.init(endpoint: lines[0], key: lines[1], secret: lines[2])
    }
}
