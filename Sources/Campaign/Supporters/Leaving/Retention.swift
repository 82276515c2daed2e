/// For how long things about people are kept, each with its reason. Nothing else decides it.
package enum Retention {
    /// A sign-up that nobody confirms: long enough for a week-end's mail, and the proposal of DOMAIN 5.4.
    static let unconfirmedSeconds = 48 * 3_600
    /// A link to sign in is used while one waits for it.
    static let signInSeconds = 15 * 60
    /// A link to a new address: that mailbox may not be open yet.
    static let newAddressSeconds = 48 * 3_600
    /// How long somebody has to say that they stay, before they are erased.
    static let stayDays = 30
    static let staySeconds = stayDays * 86_400
    /// A link that is used or over is kept for a day after it was sent, as a hash, to count how many went out.
    static let linkCountSeconds = 86_400
    /// A session: about as often as somebody writes.
    package static let sessionSeconds = 30 * 86_400
    /// Who did nothing here for 24 months is asked whether they stay (DOMAIN 5.4).
    static let inactiveDays = 730
    /// Who ended alerts may think again for this long; then we have no reason to keep them.
    static let unsubscribedDays = 90

    /// Letters to one address a day, so that nobody is bombarded by our hand (DOMAIN 5.2, T3).
    static let confirmationsADay = 1
    static let signInLinksADay = 10
    /// Links to sign in that are open at once: a second and a third press while the mail is slow.
    static let openSignInLinks = 3
    static let newAddressLinksADay = 3
    /// A code that was texted is typed while the telephone is at hand.
    static let phoneCodeSeconds = 15 * 60
    /// Codes to one supporter, and to one number: each costs, and rings.
    static let phoneCodesADay = 3
    /// Wrong codes that end a link to sign in. Five in 2^30 are no chance.
    static let wrongCodes = 5
}
