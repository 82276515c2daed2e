import Documents
package import Storage

/// Lets go of what has been kept for as long as `Retention` allows, and asks those long away whether they stay. Run once an hour.
///
/// Each run does a bounded part; what is left is done by the next. Doing it twice at once does no harm.
///
/// It runs whether or not a mail server is set. Without one nobody can be asked, so nobody is erased for having been away: that waits until
/// there is one. Who was asked before and did not answer is erased all the same, and so is who ended alerts, or never confirmed.
package struct ApplyRetention: Sendable {
    let database: any Database
    let world: World
    let keyring: Keyring
    let correspondence: Correspondence

    /// The kind of job that does it.
    package static let kind = "supporters.retention"

    package init(database: any Database, world: World, keyring: Keyring, correspondence: Correspondence) {
        self.database = database
        self.world = world
        self.keyring = keyring
        self.correspondence = correspondence
    }

    /// How many supporters one run asks, and how many it erases.
    private static let atOnce = 500

    @discardableResult
    package func callAsFunction() async throws -> RetentionSums {
        let now = world.now()
        var sums = try await database.write { db in
            try RetentionSums(
                unconfirmed: db.deleteUnconfirmed(at: now), links: db.deleteOldLinks(at: now), sessions: db.deleteOldSessions(at: now))
        }
        sums.erased = try await eraseThoseGone(at: now)
        guard correspondence.isOpen else { return sums }
        for absent in try await database.read({ db in try db.inactive(at: now, limit: Self.atOnce) }) {
            if try await ask(absent, at: now) { sums.asked += 1 }
        }
        return sums
    }

    private func eraseThoseGone(at now: Instant) async throws -> Int {
        let gone = try await database.read { db in try db.gone(at: now, limit: Self.atOnce) }
        for id in gone {
            let event = world.newID()
            try await database.write { db in
                guard try db.gone(at: now, limit: 1, id: id) == [id], let supporter = try db.supporter(id) else { return }
                try db.erase(supporter, event: event, by: "retention", at: now)
            }
        }
        return gone.count
    }

    /// Somebody whose mail does not arrive cannot be asked, and is erased after the same time.
    private func ask(_ id: Supporter.ID, at now: Instant) async throws -> Bool {
        let token = world.token(), keyring = keyring
        let question = try await database.write { db -> Question? in
            guard try db.noteQuestion(to: id, on: now.universalDay), let supporter = try db.supporter(id) else { return nil }
            guard let lookup = try db.lookup(of: id), try !db.isSuppressed(lookup), let address = try db.address(of: id, keyring) else { return nil }
            try db.insert(MailedLink(token: token, .stay, id, at: now))
            return Question(address: address, section: try db.section(supporter.section), language: supporter.language)
        }
        guard let question else { return false }
        await correspondence.post(
            .stay, to: question.address, of: question.section, in: question.language, id: Digest.sha256("letter \(token)"),
            link: correspondence.links.stay(token, question.language, of: question.section))
        return true
    }
}

private struct Question: Sendable {
    let address: MailAddress
    let section: Section
    let language: Language
}
