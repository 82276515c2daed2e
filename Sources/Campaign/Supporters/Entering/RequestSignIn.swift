import Documents
package import Storage

/// Mails a link to sign in to an address that is with us, and gives the browser that asked a code, whoever asks.
package struct RequestSignIn: Sendable {
    let database: any Database
    let world: World
    let keyring: Keyring
    let correspondence: Correspondence
    let errands: Errands

    package init(database: any Database, world: World, keyring: Keyring, correspondence: Correspondence, errands: Errands) {
        self.database = database
        self.world = world
        self.keyring = keyring
        self.correspondence = correspondence
        self.errands = errands
    }

    /// The code to show, and to keep in this browser; the same kind of answer at the same time for an address we do not know.
    ///
    /// Throws `FormProblems` (`address`), `SupporterRefusal.tooManyWaiting`.
    package func callAsFunction(_ address: String?, of section: Section) throws -> SignInCode {
        let address = try MailAddress(typed: address), code = SignInCode(token: world.token())
        try errands.take { try await settle(address, section, code) }
        return code
    }

    private func settle(_ address: MailAddress, _ section: Section, _ code: SignInCode) async throws {
        let now = world.now(), token = world.token(), keyring = keyring
        let lookup = keyring.lookup(address, section: section.code)
        let reader = try await database.write { db -> (language: Language, address: MailAddress)? in
            guard try db.suppression(lookup)?.isOwnWish ?? true, let id = try db.supporter(lookup: lookup) else { return nil }
            guard let supporter = try db.supporter(id), supporter.state == .confirmed, try db.mayAskToSignIn(id, at: now) else { return nil }
            guard let address = try db.address(of: id, keyring) else { return nil }
            try db.insert(MailedLink(token: token, .signIn, id, codeHash: code.mark(with: token, keyring), at: now))
            return (supporter.language, address)
        }
        guard let reader else { return }
        await correspondence.post(
            .signIn, to: reader.address, of: section, in: reader.language, id: Digest.sha256("letter \(token)"),
            link: correspondence.links.enter(token, reader.language, of: section))
    }
}

extension Connection {
    fileprivate func mayAskToSignIn(_ supporter: Supporter.ID, at now: Instant) throws -> Bool {
        try countLinks(to: supporter, .signIn, since: now.adding(seconds: -86_400)) < Retention.signInLinksADay
            && countLinks(to: supporter, .signIn, since: now.adding(seconds: -Retention.signInSeconds)) < Retention.openSignInLinks
    }
}

extension SignInCode {
    /// What is kept of a code: keyed, since a code alone is short enough to be found by trying; and with the link, whose code it is.
    func mark(with token: String, _ keyring: Keyring) -> String {
        keyring.mark("\(text) \(token)", purpose: "sign-in code")
    }
}
