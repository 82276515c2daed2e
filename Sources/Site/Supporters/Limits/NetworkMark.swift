import Glibc
import HTTPTypes
import Hummingbird
import NIOCore

/// The part of the net a request comes from, as text: 24 bits of an IPv4 address, 56 of an IPv6 address. Only ever hashed, never kept.
///
/// Behind a proxy of our own (a peer on this machine or in a private network) the proxy's word counts: the last address of
/// `X-Forwarded-For`. A proxy that names nobody leaves nil, so that not all readers are taken for one.
enum NetworkMark {
    static func text(of request: Request, from peer: SocketAddress?) -> String? {
        guard let peer = peer?.ipAddress.flatMap(bytes) else { return nil }
        guard isOurs(peer) else { return prefix(of: peer) }
        let named = request.headers[.forwardedFor]?.split(separator: ",").last.map { String($0.filter { !$0.isWhitespace }) }
        return named.flatMap(bytes).map(prefix)
    }

    /// 4 or 16 bytes; an IPv4 address in IPv6 clothes (RFC 4291, 2.5.5.2) is its 4.
    private static func bytes(of text: String) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: 16)
        if inet_pton(AF_INET, text, &bytes) == 1 { return Array(bytes.prefix(4)) }
        guard inet_pton(AF_INET6, text, &bytes) == 1 else { return nil }
        let isMapped = bytes.prefix(10).allSatisfy { $0 == 0 } && bytes[10] == 0xFF && bytes[11] == 0xFF
        return isMapped ? Array(bytes.suffix(4)) : bytes
    }

    private static func prefix(of bytes: [UInt8]) -> String {
        bytes.prefix(bytes.count == 4 ? 3 : 7).map(String.init).joined(separator: ".")
    }

    /// Loopback, the private networks of RFC 1918 and the unique local ones of RFC 4193.
    private static func isOurs(_ bytes: [UInt8]) -> Bool {
        if bytes.count == 16 { return bytes[0] & 0xFE == 0xFC || bytes.dropLast().allSatisfy { $0 == 0 } && bytes[15] == 1 }
        return bytes[0] == 127 || bytes[0] == 10 || bytes[0] == 192 && bytes[1] == 168 || bytes[0] == 172 && (16...31).contains(bytes[1])
    }
}

extension HTTPField.Name {
    fileprivate static let forwardedFor = Self("x-forwarded-for") ?? .origin
}
