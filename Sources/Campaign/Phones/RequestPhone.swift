import Documents
import Outgoing
package import Storage

/// Texts a code to a number that somebody gave, by which they show that it is theirs.
package struct RequestPhone: Sendable {
    let database: any Database
    let world: World
    let keyring: Keyring
    let catalogue: Catalogue
    let texter: any Texter
    let errands: Errands

    package init(database: any Database, world: World, keyring: Keyring, catalogue: Catalogue, texter: any Texter, errands: Errands) {
        self.database = database
        self.world = world
        self.keyring = keyring
        self.catalogue = catalogue
        self.texter = texter
        self.errands = errands
    }

    /// The token of the page on which the code is typed; the same whether or not a code goes out. Throws `SupporterRefusal.tooManyWaiting`.
    package func callAsFunction(_ supporter: Supporter.ID, _ number: MobileNumber) throws(SupporterRefusal) -> String {
        let token = world.token()
        try errands.take { try await settle(supporter, number, token) }
        return token
    }

    /// The same for the number that came with a sign-up, once its address is confirmed; nil when none did.
    package func afterConfirming(_ supporter: Supporter.ID) async throws -> String? {
        let now = world.now(), keyring = keyring
        let number = try await database.write { db -> MobileNumber? in
            guard let waiting = try db.waitingPhone(of: supporter, at: now) else { return nil }
            try db.deleteWaitingPhone(of: supporter)
            return MobileNumber(typed: try keyring.opened(waiting.sealed, for: IdentityPlace.phone(ofCode: waiting.tokenHash)))
        }
        return try number.map { try self(supporter, $0) }
    }

    /// Three codes a day to one supporter and to one number, so that nobody is bombarded at our cost.
    private func settle(_ id: Supporter.ID, _ number: MobileNumber, _ token: String) async throws {
        let now = world.now(), keyring = keyring, hash = Digest.sha256(token), digits = PhoneCode.digits(of: token)
        let found = try await database.write { db -> (section: Section, language: Language)? in
            guard let supporter = try db.supporter(id), supporter.state == .confirmed else { return nil }
            let lookup = keyring.lookup(number, section: supporter.section)
            guard try db.countCodes(to: id, or: lookup, since: now.adding(seconds: -86_400)) < Retention.phoneCodesADay else { return nil }
            try db.insert(
                PhoneCode(
                    tokenHash: hash, supporter: id, lookup: lookup, sealed: keyring.sealed(number.text, for: IdentityPlace.phone(ofCode: hash)),
                    codeHash: PhoneCode.mark(digits, with: token, keyring), sentAt: now, endsAt: now.adding(seconds: Retention.phoneCodeSeconds)))
            return (try db.section(supporter.section), supporter.language)
        }
        guard let found else { return }
        let words = catalogue[found.language].text("phone.code_message", ["code": digits, "section": found.section.name])
        _ = await texter.send(SMSMessage(to: number.text, text: ShortText(words).text, id: Digest.sha256("text \(token)")))
    }
}
