import Foundation

/// The domain of an e-mail address.
enum MailDomain {
    /// In ASCII and small letters, a name in another script by IDNA (UTS 46): "MÜNCHEN.example" is "xn--mnchen-3ya.example". nil for what is no name.
    static func wire(_ name: String) -> String? {
        if isName(name) { return name.lowercased() }
        guard name.utf8.count <= 253, name.unicodeScalars.allSatisfy(isPlausible), !name.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
        // the address of a page has the same rules for its host
        guard let host = URLComponents(string: "http://\(name)/")?.encodedHost?.lowercased(), isName(host) else { return nil }
        return host
    }

    /// Labels of letters, digits and hyphens, none of them at an end (RFC 1123 section 2.1).
    private static func isName(_ name: String) -> Bool {
        let labels = name.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return name.utf8.count <= 253
            && labels.allSatisfy { label in
                (1...63).contains(label.count) && label.first != UInt8(ascii: "-") && label.last != UInt8(ascii: "-")
                    && label.allSatisfy { isAlphanumeric($0) || $0 == UInt8(ascii: "-") }
            }
    }

    private static func isPlausible(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return isAlphanumeric(UInt8(scalar.value)) || scalar == "-" || scalar == "." }
        return switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator, .spaceSeparator: false
        default: true
        }
    }

    static func isAlphanumeric(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }
}
