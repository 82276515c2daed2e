import Foundation

/// Says at which addresses a name is.
package protocol NameResolver: Sendable {
    /// Blocks its thread; none when the name has no address.
    func addresses(of name: String) -> [IPAddress]
}

/// The machine's own way of looking names up.
package struct SystemResolver: NameResolver {
    package init() {}

    package func addresses(of name: String) -> [IPAddress] {
        var hints = addrinfo(), list: UnsafeMutablePointer<addrinfo>?
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        hints.ai_flags = AI_ADDRCONFIG
        guard getaddrinfo(name, nil, &hints, &list) == 0 else { return [] }
        defer { freeaddrinfo(list) }
        return sequence(first: list) { $0?.pointee.ai_next }.prefix { $0 != nil }
            .compactMap { $0?.pointee.ai_addr }.compactMap { IPAddress($0) }
    }
}
