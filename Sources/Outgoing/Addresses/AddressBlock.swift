/// The addresses that begin alike, with the name of what they are for.
package struct AddressBlock: Hashable, Sendable {
    package let name: String
    private let start: [UInt8]
    private let length: Int

    /// - Parameter text: as registries write it: `192.0.2.0/24`, `fc00::/7`. A text that is no block holds no address.
    init(_ text: String, _ name: String) {
        let parts = text.split(separator: "/")
        start = parts.first.flatMap { IPAddress(String($0)) }?.bytes ?? []
        length = parts.count == 2 ? Int(parts[1]) ?? 0 : 0
        self.name = name
    }

    package func contains(_ address: IPAddress) -> Bool {
        guard address.bytes.count == start.count else { return false }
        let whole = length / 8, rest = length % 8
        guard start.prefix(whole) == address.bytes.prefix(whole) else { return false }
        return rest == 0 || (start[whole] ^ address.bytes[whole]) >> (8 - rest) == 0
    }
}
