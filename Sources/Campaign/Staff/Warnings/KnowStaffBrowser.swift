import Documents
package import Storage

/// Tells whether a staff member came in with this browser before, and warns them by mail when they did not.
///
/// A browser is known by a token in its cookie, of which we keep a keyed mark and a day: nothing of the device. The mail holds no link: a warning that leads somewhere is
/// what a thief would send.
package struct KnowStaffBrowser: Sendable {
    /// A browser that was not used for so long is a new one.
    package static let days = 365
    private static let purpose = "staff browser"

    let database: any Database
    let world: World
    let keyring: Keyring
    let catalogue: Catalogue
    private let postbox: (any Postbox)?

    /// - Parameter postbox: nil where no mail is sent: browsers are known all the same, and nobody is warned.
    package init(database: any Database, world: World, keyring: Keyring, catalogue: Catalogue, postbox: (any Postbox)?) {
        self.database = database
        self.world = world
        self.keyring = keyring
        self.catalogue = catalogue
        self.postbox = postbox
    }

    package var sendsMail: Bool { postbox != nil }

    /// After a session was opened. Returns what the browser keeps, to be known by the next time; nil when it is known, or the session over.
    ///
    /// - Parameters:
    ///   - known: what it kept, if anything.
    ///   - agent: what it says of itself.
    package func callAsFunction(_ session: StaffSession, known: String?, agent: String, at section: Section) async throws -> String? {
        let now = world.now(), token = world.token(), event = world.newID(), letter = world.token(), day = now.utcDay
        guard let at = try await LookAtDesk(database: database, world: world)(token: session.token) else { return nil }
        let member = at.member
        let keyring = keyring
        let sealed = try await database.write { db -> Sealed?? in
            if let known, try db.seeStaffBrowser(keyring.mark(known, purpose: Self.purpose), of: member.id, on: day) { return .none }
            try db.insertStaffBrowser(keyring.mark(token, purpose: Self.purpose), of: member.id, on: day)
            try db.log("staff.newBrowser", subject: member.id.text, by: member.id.text, id: event, at: now)
            return .some(try db.staffAddress(of: member.id))
        }
        guard let sealed else { return nil }
        if let sealed, let postbox, let to = try MailAddress(keyring.opened(sealed, for: StaffSecrets.addressPlace(of: member.id))) {
            let warning = StaffWarning(to: member, at: section, browser: BrowserName(agent), now, catalogue[member.language])
            await postbox.post(
                SupporterLetter(
                    occasion: .newBrowser, to: to, section: section, language: warning.language, id: letter, subject: warning.subject,
                    text: warning.text, html: ""))
        }
        return token
    }
}
