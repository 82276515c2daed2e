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
    let pusher: (any Pusher)?

    /// The kind of job that does it.
    package static let kind = "supporters.retention"

    /// Who cannot be asked here, since there is no mail or no push, is not erased for being away.
    package init(database: any Database, world: World, keyring: Keyring, correspondence: Correspondence, pusher: (any Pusher)? = nil) {
        self.database = database
        self.world = world
        self.keyring = keyring
        self.correspondence = correspondence
        self.pusher = pusher
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
        _ = try await database.write { db in try db.deleteOldPhoneCodes(at: now) }
        sums.erased = try await eraseThoseGone(at: now)
        let mailed = correspondence.sendsMail, pushed = pusher != nil
        for absent in try await database.read({ db in try db.inactive(at: now, mailed: mailed, pushed: pushed, limit: Self.atOnce) }) {
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
            guard let way = try db.wayToAsk(id, keyring) else { return nil }
            try db.insert(MailedLink(token: token, .stay, id, at: now))
            return Question(supporter: id, way: way, section: try db.section(supporter.section), language: supporter.language)
        }
        guard let question else { return false }
        let link = correspondence.links.stay(token, question.language, of: question.section)
        switch question.way {
        case .mail(let address):
            await correspondence.post(
                .stay, to: address, of: question.section, in: question.language, id: Digest.sha256("letter \(token)"), link: link)
        case .browser(let browser): try await ask(question, at: browser, link)
        }
        return true
    }

    private func ask(_ question: Question, at browser: PushSubscription, _ link: String) async throws {
        let words = correspondence.catalogue[question.language], values = ["section": question.section.name, "days": String(Retention.stayDays)]
        let notice = PushNotice(
            title: words.text("browser.stay_title", values), body: words.text("browser.stay_text", values), url: link, stop: nil,
            tag: String(keyring.mark("stay \(question.supporter)", purpose: "message").prefix(32)), language: words.language)
        let carriage = await pusher?.push(notice, .long, to: browser, of: question.supporter, in: question.section)
        guard carriage?.isUnreachable == true else { return }
        let event = world.newID(), now = world.now()
        try await database.write { db in try db.forgetBrowser(browser.lookup, of: question.supporter, event: event, at: now) }
    }
}

extension Connection {
    /// By which way a supporter can be asked something; nil where nothing may be mailed.
    fileprivate func wayToAsk(_ id: Supporter.ID, _ keyring: Keyring) throws -> Question.Way? {
        guard let lookup = try lookup(of: id) else { return try browser(of: id).map { .browser($0) } }
        return try isSuppressed(lookup) ? nil : address(of: id, keyring).map { .mail($0) }
    }
}

private struct Question: Sendable {
    enum Way: Sendable {
        case mail(MailAddress)
        case browser(PushSubscription)
    }

    let supporter: Supporter.ID
    let way: Way
    let section: Section
    let language: Language
}
