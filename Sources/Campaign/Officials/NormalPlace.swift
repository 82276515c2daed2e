import Foundation

/// A contact's place in the one form by which two of them are the same: nothing is guessed, and a number without country code has none.
enum NormalPlace {
    /// nil when the place cannot be told from others for certain.
    static func of(_ place: String, _ channel: Channel) -> String? {
        switch channel {
        case .email: email(place)
        case .fax, .phone: telephone(place)
        case .x, .instagram, .facebook, .bluesky, .mastodon: handle(place)
        case .contactForm, .petition: webAddress(place)
        case .post, .solidarity, .other: words(place)
        }
    }

    /// E.164: a plus, the country code and at most fifteen digits in all; blanks, brackets, dots and hyphens between them do not count.
    static func telephone(_ place: String) -> String? {
        let bare = place.filter { !" \u{A0}\u{202F}()-–./".contains($0) }
        let number = bare.hasPrefix("00") ? "+" + bare.dropFirst(2) : bare
        let digits = number.dropFirst().utf8
        guard number.hasPrefix("+"), (7...15).contains(digits.count), digits.allSatisfy({ (48...57).contains($0) }), digits.first != 48 else {
            return nil
        }
        return number
    }

    /// One address, in lower case: no mail server of any office tells `Minister@` from `minister@`.
    static func email(_ place: String) -> String? {
        let address = place.trimmingCharacters(in: .whitespaces).lowercased()
        let parts = address.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, parts[1].contains("."), address.utf8.count <= 254,
            address.unicodeScalars.allSatisfy({ !$0.properties.isWhitespace && !",;:<>()[]\\\"".unicodeScalars.contains($0) })
        else { return nil }
        return address
    }

    /// The name after the last slash or the first @, in lower case; Mastodon's `@name@host` keeps its host.
    private static func handle(_ place: String) -> String? {
        let bare = place.trimmingCharacters(in: .whitespaces).lowercased()
        let path = bare.isWebAddress ? bare.split(separator: "?")[0].split(separator: "/").dropFirst(2).joined(separator: "/") : bare
        let name = path.hasPrefix("@") ? String(path.dropFirst()) : path
        return name.isEmpty || name.contains(where: \.isWhitespace) ? nil : name
    }

    private static func webAddress(_ place: String) -> String? {
        let address = place.trimmingCharacters(in: .whitespaces)
        guard address.isWebAddress else { return nil }
        let parts = address.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false)
        let rest = parts.count > 2 ? parts[2].split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false) : []
        guard let host = rest.first else { return nil }
        let path = rest.count > 1 ? String(rest[1]) : ""
        return host.lowercased() + "/" + (path.hasSuffix("/") ? String(path.dropLast()) : path)
    }

    /// The words of an address in lower case, whatever stands between them.
    static func words(_ place: String) -> String? {
        let words = place.lowercased().split { !$0.isLetter && !$0.isNumber }
        return words.isEmpty ? nil : words.joined(separator: " ")
    }
}
