import Documents
package import Storage

/// Takes a number for text messages from whoever typed its code, and puts them on the same-day list.
package struct ConfirmPhone: Sendable {
    let database: any Database
    let world: World
    let keyring: Keyring

    package init(database: any Database, world: World, keyring: Keyring) {
        self.database = database
        self.world = world
        self.keyring = keyring
    }

    /// Five wrong codes end it. Throws `SupporterRefusal.linkOver`, `SupporterRefusal.wrongCode`.
    package func callAsFunction(token: String, code: String) async throws {
        let now = world.now(), keyring = keyring, hash = Digest.sha256(token), mark = PhoneCode.mark(code, with: token, keyring)
        try await database.write { db -> Result<Void, SupporterRefusal> in
            guard let sent = try db.phoneCode(tokenHash: hash, at: now), let expected = sent.codeHash, sent.attempts < Retention.wrongCodes else {
                return .failure(.linkOver)
            }
            guard SteadyComparison.equal(mark, expected) else {
                try db.noteWrongCode(sent)
                return .failure(.wrongCode(left: Retention.wrongCodes - sent.attempts - 1))
            }
            let number = try keyring.opened(sent.sealed, for: IdentityPlace.phone(ofCode: hash))
            let sealed = keyring.sealed(number, for: IdentityPlace.phone(of: sent.supporter))
            try db.setPhone(of: sent.supporter, lookup: sent.lookup, sealed, since: now.universalDay.text)
            try db.use(sent)
            return .success(())
        }.get()
    }
}

/// Forgets a number, at its owner's word: on the page, or by the answer STOP to a text message.
package struct ForgetPhone: Sendable {
    let database: any Database
    let keyring: Keyring

    package init(database: any Database, keyring: Keyring) {
        self.database = database
        self.keyring = keyring
    }

    package func callAsFunction(of supporter: Supporter.ID) async throws {
        try await database.write { db in _ = try db.deletePhone(of: supporter) }
    }

    /// What came back from a number. It is forgotten in every section when the answer is one of the words for it; anything else changes nothing.
    package func callAsFunction(answer: String, from number: MobileNumber) async throws {
        guard Self.means(answer) else { return }
        let keyring = keyring
        try await database.write { db in
            let lookups = try db.sections().map { keyring.lookup(number, section: $0.code) }
            try db.deletePhones(lookups: lookups)
        }
    }

    private static func means(_ answer: String) -> Bool {
        let word = answer.uppercased().split { !$0.isLetter }.first.map(String.init) ?? ""
        return words.contains(word)
    }

    /// What telephone companies ask a sender to understand, and the same in our languages.
    private static let words: Set<String> = [
        "STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "STOPP", "ENDE", "ARRET", "ARRÊT", "FIN", "BAJA", "ALTO", "PARAR",
    ]
}
