/// An account on a network, read from whatever a document prints: "@office", "office.example.social", "https://x.com/office".
package struct SocialHandle: Hashable, Sendable {
    /// As it stands in a post: "@office".
    package let text: String
    /// The account's own page.
    package let link: String

    /// nil for a place that names no account in letters that may stand in an address.
    package init?(_ place: String, on network: SocialNetwork) {
        let printed = place.trimmingBlanks
        let last = printed.split { "/ ?#".contains($0) }.last.map(String.init) ?? ""
        let name = last.hasPrefix("@") ? String(last.dropFirst()) : last
        guard (2...100).contains(name.utf8.count), name.utf8.allSatisfy(Self.isAllowed) else { return nil }
        text = "@" + name
        if printed.hasPrefix("https://"), printed.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) {
            link = printed
        } else if let own = Self.page(of: name, on: network) {
            link = own
        } else {
            return nil
        }
    }

    private static func page(of name: String, on network: SocialNetwork) -> String? {
        switch network {
        case .x: return "https://x.com/" + name
        case .bluesky: return "https://bsky.app/profile/" + name
        case .threads: return "https://www.threads.com/@" + name
        case .instagram: return "https://www.instagram.com/" + name
        case .facebook: return "https://www.facebook.com/" + name
        case .mastodon:
            let parts = name.split(separator: "@")
            guard parts.count == 2, let host = HostName(String(parts[1])) else { return nil }
            return "https://\(host.text)/@\(parts[0])"
        }
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || "_.-@".utf8.contains(byte)
    }
}
