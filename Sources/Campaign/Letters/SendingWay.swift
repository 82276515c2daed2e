package import Documents

/// How a letter is taken to an official: a channel, told apart where the ledger has one word for several.
package enum SendingWay: String, Hashable, Sendable, CaseIterable {
    case email, post, fax, phone, x, bluesky, mastodon, threads, instagram, facebook, whatsapp, telegram, signal
    case contactForm = "contact_form"
    case solidarity

    /// The channel under which it is reported.
    package var channel: Channel { Channel(rawValue: rawValue) ?? .other }

    /// Whether the words of the letter are what is sent; a call, a public post and a card have words of their own.
    package var carriesLetter: Bool {
        switch self {
        case .email, .post, .fax, .whatsapp, .telegram, .signal, .contactForm: true
        case .phone, .x, .bluesky, .mastodon, .threads, .instagram, .facebook, .solidarity: false
        }
    }

    package var network: SocialNetwork? { SocialNetwork(rawValue: rawValue) }
    package var messenger: Messenger? { Messenger(rawValue: rawValue) }
}

extension ContactPoint {
    /// The way this contact is used; nil for one that is hidden, or of a kind nobody can be sent to.
    package var way: SendingWay? {
        guard let place, !place.isEmpty else { return nil }
        let said = place.lowercased()
        switch channel {
        case .other, .phone:
            let marks: [(String, SendingWay)] = [
                ("wa.me/", .whatsapp), ("whatsapp", .whatsapp), ("t.me/", .telegram), ("telegram", .telegram), ("signal", .signal),
                ("threads.", .threads), ("threads", .threads),
            ]
            return marks.first { said.contains($0.0) }?.1 ?? (channel == .phone ? .phone : nil)
        case .petition: return nil
        case .post, .email, .fax, .x, .bluesky, .mastodon, .instagram, .facebook, .contactForm, .solidarity:
            return SendingWay(rawValue: channel.rawValue)
        }
    }
}

extension Addressee {
    /// The places of a way, in the order the case prints them.
    package func places(_ way: SendingWay) -> [String] {
        usableContacts.filter { $0.way == way }.compactMap(\.place)
    }

    /// The ways that reach this addressee, in the order they are offered.
    package var ways: [SendingWay] {
        let open = Set(usableContacts.compactMap(\.way))
        return SendingWay.allCases.filter { open.contains($0) && ($0 != .email || !mailAddresses.isEmpty) }
    }

    /// The e-mail addresses that can stand in a header.
    package var mailAddresses: [MailAddress] {
        places(.email).flatMap(MailAddress.all)
    }
}
