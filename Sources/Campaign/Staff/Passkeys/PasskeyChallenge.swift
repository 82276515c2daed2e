/// What an authenticator is asked to sign: for one purpose, one session, five minutes, once.
///
/// Nothing is stored when it is made: the browser keeps a ticket, and only who holds the keys makes a challenge of it. What was used is
/// remembered until it would be over anyway.
package struct PasskeyChallenge: Sendable {
    package enum Purpose: String, Sendable { case add, enter, confirm }

    static let seconds = 300

    /// 32 bytes in base 64 for the web, as the browser repeats it.
    package let text: String
    /// For a cookie: opens nothing by itself.
    package let ticket: String
    let expiresAt: Instant

    /// - Parameter session: the hash that names the session; empty at the door.
    package static func new(_ purpose: Purpose, session: String, keyring: Keyring, world: World) -> PasskeyChallenge {
        let end = world.now().adding(seconds: seconds)
        return PasskeyChallenge(purpose, session, "\(world.token()).\(end.milliseconds)", end, keyring)
    }

    /// The challenge that belongs to a ticket; nil when its time is over.
    init?(_ purpose: Purpose, session: String, ticket: String, keyring: Keyring, at now: Instant) {
        guard ticket.utf8.count <= 100, let end = ticket.split(separator: ".").last.flatMap({ Int64($0) }), end > now.milliseconds,
            end <= now.adding(seconds: Self.seconds).milliseconds
        else { return nil }
        self.init(purpose, session, ticket, Instant(milliseconds: end), keyring)
    }

    private init(_ purpose: Purpose, _ session: String, _ ticket: String, _ end: Instant, _ keyring: Keyring) {
        text = keyring.mark("\(purpose.rawValue) \(session) \(ticket)", purpose: "passkey")
        self.ticket = ticket
        expiresAt = end
    }
}
