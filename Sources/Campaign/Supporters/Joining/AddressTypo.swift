package import Documents

/// A slip of the finger in the part after the @, guessed from the letters alone: the same for everybody, whether we know the address or not.
package enum AddressTypo {
    /// The address that was probably meant, to be shown before the form is taken; nil when nothing looks wrong.
    ///
    ///     MailAddress("rosa@gmial.com").flatMap(AddressTypo.suggestion)?.text   // "rosa@gmail.com"
    package static func suggestion(for address: MailAddress) -> MailAddress? {
        guard let at = address.text.lastIndex(of: "@") else { return nil }
        let domain = address.text[address.text.index(after: at)...].lowercased()
        guard !common.contains(domain), !alike.contains(domain), let meant = common.first(where: { isOneSlip(from: $0, to: domain) }) else {
            return nil
        }
        return MailAddress(address.text[...at] + meant)
    }

    /// Where most people have their mail, the most used first.
    private static let common = [
        "gmail.com", "hotmail.com", "outlook.com", "yahoo.com", "icloud.com", "gmx.de", "web.de", "gmx.ch", "gmx.net", "bluewin.ch", "orange.fr",
        "wanadoo.fr", "laposte.net", "yahoo.fr", "hotmail.fr", "yahoo.es", "hotmail.es", "t-online.de", "freenet.de", "posteo.de", "protonmail.com",
        "proton.me", "hotmail.co.uk", "yahoo.co.uk", "btinternet.com", "aol.com", "comcast.net", "live.com", "msn.com", "googlemail.com",
        "sunrise.ch", "hispeed.ch",
    ]

    /// Real ones that look like a slip from one above.
    private static let alike: Set<String> = [
        "mail.com", "email.com", "ymail.com", "gmx.at", "gmx.com", "gmx.fr", "gmx.es", "gmx.eu", "gmx.us", "gmx.info", "gmx.co.uk", "me.com",
        "mac.com",
        "live.fr", "live.de", "live.ch", "live.nl", "mailbox.org", "posteo.net", "posteo.ch", "posteo.at", "posteo.eu", "posteo.org", "posteo.us",
        "posteo.me", "hotmail.de", "hotmail.ch", "hotmail.it", "hotmail.se", "hotmail.be", "yahoo.de", "yahoo.ca", "yahoo.it", "yahoo.se", "web.com",
        "proton.ch", "outlook.fr", "outlook.es", "outlook.de", "aol.de", "aol.fr", "orange.es", "orange.com",
    ]

    /// One letter too many, too few, another one, or two in each other's place (Damerau).
    private static func isOneSlip(from meant: String, to typed: String) -> Bool {
        let meant = Array(meant.utf8), typed = Array(typed.utf8)
        guard abs(meant.count - typed.count) <= 1, let start = zip(meant, typed).enumerated().first(where: { $1.0 != $1.1 })?.offset
        else { return abs(meant.count - typed.count) == 1 }
        let restMeant = meant[start...], restTyped = typed[start...]
        return restMeant.dropFirst().elementsEqual(restTyped) || restMeant.elementsEqual(restTyped.dropFirst())
            || restMeant.dropFirst().elementsEqual(restTyped.dropFirst())
            || restMeant.prefix(2).reversed() == Array(restTyped.prefix(2)) && restMeant.dropFirst(2).elementsEqual(restTyped.dropFirst(2))
    }
}
