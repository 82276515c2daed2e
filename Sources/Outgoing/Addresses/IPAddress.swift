import Foundation

/// A machine's address: 4 bytes (IPv4) or 16 (IPv6), as they travel.
package struct IPAddress: Hashable, Sendable {
    package let bytes: [UInt8]

    /// Reads the plain forms alone: four decimal numbers without leading zeros, or RFC 4291 section 2.2 without a zone. `0177.0.0.1`,
    /// `2130706433` and `127.1`, which some programs take for 127.0.0.1, are no addresses.
    package init?(_ text: String) {
        let isLong = text.utf8.contains(UInt8(ascii: ":"))
        var bytes = [UInt8](repeating: 0, count: isLong ? 16 : 4)
        guard text.utf8.count < 46, inet_pton(isLong ? AF_INET6 : AF_INET, text, &bytes) == 1 else { return nil }
        self.bytes = bytes
    }

    /// The address in what the system gives or is given; nil for another family than IPv4 and IPv6.
    init?(_ socket: UnsafePointer<sockaddr>) {
        switch Int32(socket.pointee.sa_family) {
        case AF_INET:
            bytes = socket.withMemoryRebound(to: sockaddr_in.self, capacity: 1) { withUnsafeBytes(of: $0.pointee.sin_addr) { Array($0) } }
        case AF_INET6:
            bytes = socket.withMemoryRebound(to: sockaddr_in6.self, capacity: 1) { withUnsafeBytes(of: $0.pointee.sin6_addr) { Array($0) } }
        default: return nil
        }
    }

    /// As RFC 5952 writes it.
    package var text: String {
        var text = [CChar](repeating: 0, count: 46)
        inet_ntop(bytes.count == 16 ? AF_INET6 : AF_INET, bytes, &text, 46)
        return String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    /// As it stands in a URL: an IPv6 address in brackets (RFC 3986 section 3.2.2).
    var textInURL: String { bytes.count == 16 ? "[\(text)]" : text }
}
