/// Mail providers with very many private mailboxes, and the push services of the browsers: that many people of one of them sign up within an
/// hour says nothing.
enum LargeProviders {
    static func has(_ domain: String) -> Bool {
        let domain = domain.lowercased()
        return domains.contains(domain) || domain.hasSuffix(".notify.windows.com")
    }

    private static let domains: Set<String> = [
        "gmail.com", "googlemail.com", "outlook.com", "outlook.fr", "outlook.es", "outlook.de", "hotmail.com", "hotmail.fr", "hotmail.es",
        "hotmail.de", "hotmail.it", "hotmail.co.uk", "live.com", "live.fr", "live.co.uk", "msn.com", "yahoo.com", "yahoo.fr", "yahoo.es",
        "yahoo.de", "yahoo.co.uk", "ymail.com", "icloud.com", "me.com", "aol.com", "gmx.de", "gmx.net", "gmx.ch", "gmx.at", "web.de",
        "t-online.de", "freenet.de", "posteo.de", "bluewin.ch", "orange.fr", "wanadoo.fr", "free.fr", "laposte.net", "sfr.fr", "proton.me",
        "protonmail.com", "mail.com", "telefonica.net", "btinternet.com", "comcast.net",
        "fcm.googleapis.com", "updates.push.services.mozilla.com", "web.push.apple.com",
    ]
}
