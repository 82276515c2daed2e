import Outgoing
import Storage

/// What a browser shows to be known again: its address at its push service, which others there know too, and the secret that it shares with
/// us alone.
package struct BrowserProof: Sendable {
    let endpoint: OutgoingURL
    let secret: String

    /// Nil for what no browser sends.
    package init?(endpoint: String?, secret: String?) {
        guard let endpoint = endpoint.flatMap({ try? OutgoingURL($0) }), let secret = secret.flatMap(Base64URL.bytes), secret.count == 16 else {
            return nil
        }
        self.endpoint = endpoint
        self.secret = Base64URL.text(of: secret)
    }
}

extension Connection {
    /// Whose browser it is; nil for one that we do not know, or that is another's.
    func supporter(_ proof: BrowserProof, in section: Section.Code, _ keyring: Keyring) throws -> Supporter.ID? {
        guard let found = try browser(lookup: keyring.lookup(proof.endpoint, section: section)) else { return nil }
        let address = try found.subscription.address(of: found.supporter, keyring)
        return SteadyComparison.equal(Base64URL.text(of: address.secret), proof.secret) ? found.supporter : nil
    }
}
