import Foundation

/// What the browser says it was asked, and by which page (WebAuthn level 3, section 5.8.1).
struct ClientStatement: Decodable, Sendable {
    enum Deed: String, Sendable {
        case create = "webauthn.create"
        case get = "webauthn.get"
    }

    let type: String
    let challenge: String
    let origin: String
    let crossOrigin: Bool?
    let topOrigin: String?

    /// nil for what is no such statement.
    init?(_ bytes: [UInt8]) {
        guard bytes.count <= 4_096, let read = try? JSONDecoder().decode(Self.self, from: Data(bytes)) else { return nil }
        self = read
    }

    /// Whether the page was ours, asked for that deed, with that challenge, and stood in no other page's frame.
    func tells(_ deed: Deed, _ challenge: String, from site: PasskeySite) -> Bool {
        type == deed.rawValue && SteadyComparison.equal(self.challenge, challenge) && origin == site.origin && crossOrigin != true && topOrigin == nil
    }
}
