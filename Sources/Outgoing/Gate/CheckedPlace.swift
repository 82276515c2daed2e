/// Where a request goes: addresses that were looked at, and nothing else, whatever the name servers say a moment later.
struct CheckedPlace: Sendable {
    let url: OutgoingURL
    let addresses: [IPAddress]

    /// - Throws: when any of the addresses is not public. A name that has a private address among public ones is not a mistake of ours to sort out.
    init(_ url: OutgoingURL, ports: Set<Int>, openings: Set<Opening>, resolver: any NameResolver) throws(OutgoingFailure) {
        let found = Self.addresses(url.host, resolver)
        guard !found.isEmpty else { throw .unknownName }
        for address in found where !openings.contains(Opening(address, port: url.port)) {
            if let purpose = address.specialPurpose { throw .refused(.notPublic(purpose)) }
            guard ports.contains(url.port) else { throw .refused(.port(url.port)) }
        }
        self.init(url, at: found)
    }

    init(_ url: OutgoingURL, at addresses: [IPAddress]) {
        self.url = url
        self.addresses = addresses
    }

    /// What libcurl is told to know already of the name: host, port and addresses (CURLOPT_RESOLVE). An address needs no telling.
    var pin: String? {
        guard case .name(let name) = url.host else { return nil }
        return "\(name):\(url.port):" + addresses.prefix(8).map(\.textInURL).joined(separator: ",")
    }

    private static func addresses(_ host: OutgoingHost, _ resolver: any NameResolver) -> [IPAddress] {
        switch host {
        case .name(let name): resolver.addresses(of: name)
        case .address(let address): [address]
        }
    }
}
