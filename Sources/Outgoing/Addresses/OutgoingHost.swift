/// Whom a URL names.
package enum OutgoingHost: Hashable, Sendable {
    /// At least two labels of letters, digits and hyphens, in lower case; an internationalised name in its `xn--` form.
    case name(String)
    case address(IPAddress)

    /// Reads the host of a URL. What ends in a number is an address in plain form or nothing, so that no reader takes `0x7f.1` for a name and
    /// another for 127.0.0.1 (WHATWG URL section 3.5).
    init?(_ text: String) {
        if text.hasPrefix("["), text.hasSuffix("]") {
            guard let address = IPAddress(String(text.dropFirst().dropLast())), address.bytes.count == 16 else { return nil }
            self = .address(address)
        } else if let address = IPAddress(text), address.bytes.count == 4 {
            self = .address(address)
        } else {
            guard Self.isName(text) else { return nil }
            self = .name(text.lowercased())
        }
    }

    var textInURL: String {
        switch self {
        case .name(let name): name
        case .address(let address): address.textInURL
        }
    }

    private static func isName(_ text: String) -> Bool {
        let labels = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard labels.count > 1, text.utf8.count <= 253, let last = labels.last else { return false }
        return labels.allSatisfy(isLabel) && !isNumber(last)
    }

    private static func isLabel(_ label: Substring.UTF8View) -> Bool {
        let hyphen = UInt8(ascii: "-")
        return (1...63).contains(label.count) && label.first != hyphen && label.last != hyphen
            && label.allSatisfy { $0 == hyphen || isDigit($0) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20) }
    }

    private static func isNumber(_ label: Substring.UTF8View) -> Bool {
        label.allSatisfy(isDigit) || label.starts(with: "0x".utf8) || label.starts(with: "0X".utf8)
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}
