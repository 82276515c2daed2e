import Campaign
import Documents

/// One way to reach an official: lines of an address, a link, words, a button that leads to the e-mail address, or the note that the source
/// hides it.
struct ContactPart: Sendable {
    let contactLabel: String
    let contactValue: String?
    let href: String?
    let lines: [String]
    let isLink: Bool
    let isText: Bool
    let isHidden: Bool
    /// An e-mail address: it is told in the answer to a form only, where no program that collects addresses looks.
    let isMail: Bool
    /// What became of it, or where it comes from.
    let contactNote: String?
}

extension ContactPart {
    /// The printed contacts with what became of them, then what the register offers instead; one button for all e-mail addresses.
    static func all(_ addressee: Addressee, isOffered: Bool, for reader: Reader) -> [ContactPart] {
        let hasMail = addressee.contacts(.email).contains { $0.place != nil }
        let printed = addressee.contacts.map { contact in
            let isReplaced = addressee.replacements.contains { $0.channel == contact.channel }
            return ContactPart(contact, isOffered: isOffered, note: reader.note(on: contact, isReplaced: isReplaced), for: reader)
        }
        let replacements = addressee.replacements.map { contact in
            ContactPart(contact, isOffered: isOffered, note: reader.text("contact.from_register"), for: reader)
        }
        let shown = printed + replacements, firstMail = shown.firstIndex { $0.isMail }
        return hasMail ? shown.enumerated().filter { !$0.element.isMail || $0.offset == firstMail }.map(\.element) : shown
    }

    /// - Parameters:
    ///   - isOffered: whether letters are wanted; when not, contacts are words to read, not links to follow.
    ///   - note: what is said beside it.
    init(_ contact: ContactPoint, isOffered: Bool, note: String? = nil, for reader: Reader) {
        let isPost = contact.channel == .post, isMail = contact.channel == .email && contact.place != nil
        let href = isOffered && contact.isUsable ? contact.href : nil
        self.init(
            contactLabel: reader.text(isPost ? "channel.address" : "channel.\(contact.channel.rawValue)"),
            contactValue: isPost || isMail ? nil : contact.place,
            href: href,
            lines: isPost ? contact.place?.split(separator: "\n").map(String.init) ?? [] : [],
            isLink: href != nil,
            isText: href == nil && !isPost && !isMail && contact.place != nil,
            isHidden: contact.place == nil,
            isMail: isMail && isOffered && contact.isUsable,
            contactNote: note ?? (isMail && !isOffered ? reader.text("contact.email_over") : nil)
        )
    }
}

extension Reader {
    /// That a contact fails, since when, and what to do; nil for one that nobody found to fail.
    func note(on contact: ContactPoint, isReplaced: Bool) -> String? {
        guard let standing = contact.standing, !standing.state.isUsable else { return nil }
        let key = "contact.state.\(standing.state.rawValue)"
        let state = standing.on.map { text(key + "_on", ["date": days.long($0)]) } ?? text(key)
        return state + " " + text(isReplaced ? "contact.use_replacement" : "contact.use_another")
    }
}

extension ContactPoint {
    /// Where a tap leads; nil for what is only read. E-mail is told in the answer to a form.
    var href: String? {
        guard let place else { return nil }
        switch channel {
        case .phone: return PhoneNumber(place)?.link
        case .x: return "https://x.com/" + place.handle
        case .instagram: return "https://www.instagram.com/" + place.handle
        case .facebook where place.isWebAddress, .contactForm where place.isWebAddress, .petition where place.isWebAddress: return place
        case .post, .email, .fax, .bluesky, .mastodon, .facebook, .contactForm, .petition, .solidarity, .other: return nil
        }
    }
}

extension String {
    fileprivate var isWebAddress: Bool { hasPrefix("https://") || hasPrefix("http://") }

    /// The part of a handle that goes into an address: letters, digits, underscore and dot.
    fileprivate var handle: String {
        filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_" || $0 == ".") }
    }
}
