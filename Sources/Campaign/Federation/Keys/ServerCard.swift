import Foundation

/// What a server says of itself to others, at ``path``: who it is, and its keys.
package struct ServerCard: Sendable, Equatable, Codable {
    package static let path = "/.well-known/amparo.json"

    /// The version of what is said here.
    package let amparo: Int
    /// `https://int.example.org`
    package let server: String
    package let name: String
    /// Where its changes are read, and where tallies are told.
    package let outputs: String
    package let tallies: String
    /// The oldest first; the last one signs.
    package let keys: [ServerKey]

    package init(server: String, name: String, keys: [ServerKey]) {
        amparo = 1
        self.server = server
        self.name = name
        outputs = server + PartnerPath.outputs
        tallies = server + PartnerPath.tallies
        self.keys = keys
    }

    /// nil for what is not written so, for another server's than the one that was asked, and for keys that are none.
    package init?(json: [UInt8], of address: String) {
        guard json.count <= 65_536, let card = try? JSONDecoder().decode(ServerCard.self, from: Data(json)), card.amparo == 1, card.server == address,
            (1...100).contains(card.keys.count), card.keys.allSatisfy({ $0.bytes.count == 32 && Instant($0.made) != nil }),
            card.keys.last?.retired == nil, Set(card.keys.map(\.number)).count == card.keys.count
        else { return nil }
        self = card
    }

    package func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }

    /// Those of its keys that may be trusted by whoever trusts `known`: the same, and each for which a trusted one vouches.
    func trusted(by known: [ServerKey]) -> [ServerKey] {
        var trusted: [ServerKey] = []
        for key in keys where known.contains(where: { $0.number == key.number }) || (known + trusted).contains(where: key.isVouched) {
            trusted.append(key)
        }
        return trusted
    }
}

/// Where servers talk to each other.
package enum PartnerPath {
    package static let outputs = "/federation/outputs"
    package static let tallies = "/federation/tallies"
    package static let ping = "/federation/ping"
}
