/// The name of a server on the net: letters, digits, hyphens and dots (RFC 1123 section 2.1).
package struct HostName: Hashable, Sendable {
    package let text: String

    /// Reads what people type: "mastodon.example", "https://mastodon.example/@rosa", "@rosa@mastodon.example". nil for all else.
    package init?(_ typed: String) {
        var name = typed.trimmingBlanks.lowercased()[...]
        for scheme in ["https://", "http://"] where name.hasPrefix(scheme) { name = name.dropFirst(scheme.count) }
        name = name.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        if let at = name.lastIndex(of: "@") { name = name[name.index(after: at)...] }
        let labels = name.split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count >= 2, name.utf8.count <= 253, labels.allSatisfy(Self.isLabel), labels.last?.contains(where: \.isLetter) == true else {
            return nil
        }
        text = String(name)
    }

    private static func isLabel(_ label: Substring) -> Bool {
        (1...63).contains(label.utf8.count) && label.first != "-" && label.last != "-"
            && label.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) || $0 == 0x2D }
    }
}

extension String {
    /// Without the blanks and line ends at both ends.
    package var trimmingBlanks: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
