import Documents
import Storage
import TestSupport
import Testing

@testable import Campaign

@Suite struct SignUpTests {
    @Test(arguments: Engine.available)
    func `Rosa gives her address, presses the button, and is with us`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let counter = try SupporterCounter(store)
            let letter = try #require(try await counter.signUp("Rosa+UA@Example.org") { $0.pace = .weekly }.first)
            #expect(letter.occasion == .confirm && letter.to.text == "Rosa+UA@Example.org")
            let token = try #require(letter.token)
            #expect(letter.link == "https://localhost/en/alerts/confirm/\(token)")
            let id = try await counter.confirm(token).supporter
            let rosa = try #require(try await counter.supporter(id))
            #expect(rosa.state == .confirmed && rosa.pace == .weekly && !rosa.keepsHistory)
            let address = try await store.database.read { try $0.address(of: id, counter.keyring) }
            #expect(address?.text == "Rosa+UA@Example.org")
        }
    }

    @Test(arguments: Engine.available)
    func `nobody is confirmed before the button, and pressing it again says that it is done`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let counter = try SupporterCounter(store)
            let token = try #require(try await counter.signUp("rosa@example.org").first?.token)
            #expect(try await store.recipients().isEmpty)
            let first = try await counter.confirm(token), second = try await counter.confirm(token)
            #expect(!first.isRepeated && second == Confirmation(supporter: first.supporter, isRepeated: true))
            #expect(try await store.recipients().map(\.id) == [first.supporter])
            for wrong in ["", "token", token + "x", Digest.sha256(token)] {
                await #expect(throws: SupporterRefusal.linkOver) { try await counter.confirm(wrong) }
            }
        }
    }

    @Test(arguments: Engine.available)
    func `a link confirms for 48 hours, and then the sign-up is forgotten`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let counter = try SupporterCounter(store)
            let token = try #require(try await counter.signUp("rosa@example.org").first?.token)
            store.advance(seconds: 48 * 3_600 - 1)
            #expect(try await counter.retain().unconfirmed == 0)
            store.advance(seconds: 1)
            await #expect(throws: SupporterRefusal.linkOver) { try await counter.confirm(token) }
            #expect(try await counter.retain() == RetentionSums(unconfirmed: 1))
            #expect(try await store.count("supporter") == 0)
            #expect(try await store.count("mailed_link") == 0)
            #expect(try await store.count("identity") == 0)
            #expect(try await store.count("suppression") == 0)
        }
    }

    @Test(arguments: Engine.available)
    func `one address gets one letter a day, however often and however it is written`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let counter = try SupporterCounter(store)
            #expect(try await counter.signUp("rosa@example.org").count == 1)
            for spelling in ["rosa@example.org", "ROSA@EXAMPLE.ORG", "Rosa@example.org"] { #expect(try await counter.signUp(spelling).isEmpty) }
            #expect(try await counter.signUp("rosa+x@example.org").count == 1)
            #expect(try await counter.signUp("rosa@example.org", in: .swiss).count == 1)
            store.advance(days: 1)
            let letters = try await counter.signUp("ROSA@example.org") { $0.language = "fr" }
            #expect(letters.map(\.to.text) == ["rosa@example.org"])
            #expect(letters.map(\.language) == ["fr"])
        }
    }

    @Test(arguments: Engine.available)
    func `a hundred who press at once are one supporter with one letter`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let counter = try SupporterCounter(store)
            let section = try await counter.section()
            let request = try SignUpRequest(address: "rosa@example.org", section: section, preferences: .usual(of: section, in: "en"))
            let signUp = counter.signUp
            for _ in 0..<100 { try signUp(request) }
            await withTaskGroup { group in
                for _ in 0..<4 { group.addTask { await counter.errands.drain() } }
            }
            #expect(try await store.count("supporter") == 1)
            #expect(counter.tray.all.count == 1)
        }
    }

    @Test(arguments: Engine.available)
    func `an address that is with us is told so, and what a stranger typed changes nothing`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let counter = try SupporterCounter(store)
            let rosa = try await counter.supporter("rosa@example.org") { $0.language = "es" }
            let before = try await counter.supporter(rosa)
            store.advance(days: 1)
            let letters = try await counter.signUp("ROSA@example.org") { $0.pace = .monthly }
            #expect(letters.map(\.occasion) == [.alreadyWithUs])
            #expect(letters.map(\.language) == ["es"])
            #expect(letters.first?.link == "https://localhost/es/my")
            #expect(letters.first?.to.text == "rosa@example.org")
            #expect(try await counter.signUp("rosa@example.org").isEmpty)
            #expect(try await counter.supporter(rosa) == before)
        }
    }

    @Test(arguments: Engine.available)
    func `before the answer nothing is asked of the database, whoever it is`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let known = try SupporterCounter(store)
            _ = try await known.supporter("rosa@example.org")
            let counted = CountingDatabase(store.database)
            let counter = try SupporterCounter(store.beside(counted))
            let section = try await known.section()
            for address in ["rosa@example.org", "ana@example.org"] {
                try counter.signUp(SignUpRequest(address: address, section: section, preferences: .usual(of: section, in: "en")))
                _ = try counter.askToSignIn(address, of: section)
            }
            #expect(counted.writes == 0)
            await counter.errands.drain()
            #expect(counted.writes > 0)
        }
    }

    @Test(arguments: Suppression.Reason.allCases, Engine.available)
    func `mail that came back or was complained of stays stopped; a wish of one's own can be taken back`(
        _ reason: Suppression.Reason, on engine: Engine
    ) async throws {
        try await withStore(engine) { store in
            let counter = try SupporterCounter(store)
            let address = try #require(MailAddress("rosa@example.org")), lookup = counter.keyring.lookup(address, section: .international)
            try await store.database.write { db in
                try db.suppress(Suppression(lookup: lookup, section: .international, reason: reason, at: store.world.now()))
            }
            let letters = try await counter.signUp("rosa@example.org")
            #expect(letters.map(\.occasion) == (reason.isOwnWish ? [.confirm] : []))
            #expect(try await store.database.read { try $0.isSuppressed(lookup) })
            if let token = letters.first?.token {
                _ = try await counter.confirm(token)
                #expect(try await !store.database.read { try $0.isSuppressed(lookup) })
            } else {
                #expect(try await store.count("supporter") == 0)
            }
        }
    }

    @Test(arguments: Engine.available)
    func `who follows from the case's page is confirmed and follows with one button`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru())
            let counter = try SupporterCounter(store)
            let rosa = try await counter.supporter("rosa@example.org", follow: FollowWish(.wanjiru, onlyOutcome: true)) { $0.pace = .none }
            let wanjiru = try await store.action().id
            #expect(try await store.recipients(about: wanjiru).map(\.follow) == [.outcome])
            #expect(try await store.recipients().map(\.id) == [rosa])
            let unknown = Reference(series: .UA, serial: 99, year: 2021)
            _ = try await counter.supporter("ana@example.org", follow: FollowWish(unknown))
            #expect(try await store.count("follow") == 1)
        }
    }

    @Test func `too many at once are asked to come again, known or not`() async throws {
        try await withStore(.sqlite) { store in
            let counter = try SupporterCounter(store, errandLimit: 1)
            let section = try await counter.section()
            let request = try SignUpRequest(address: "rosa@example.org", section: section, preferences: .usual(of: section, in: "en"))
            try counter.signUp(request)
            #expect(throws: SupporterRefusal.tooManyWaiting) { try counter.signUp(request) }
            await counter.errands.drain()
            try counter.signUp(request)
        }
    }

    @Test(arguments: Engine.available)
    func `a pause begins with the sign-up, and the newest form decides`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let counter = try SupporterCounter(store), day = try #require(Day("2021-12-02"))
            _ = try await counter.signUp("rosa@example.org", pausedUntil: Day("2021-12-24"))
            store.advance(days: 1, seconds: 1)
            let token = try #require(try await counter.signUp("rosa@example.org", pausedUntil: day).first?.token)
            let rosa = try await counter.confirm(token).supporter
            #expect(try await counter.supporter(rosa)?.pausedUntil == day)
            #expect(try await store.recipients().isEmpty)
            store.advance(days: 1)
            #expect(try await store.recipients().map(\.id) == [rosa])
            _ = try await counter.signUp("rosa@example.org", pausedUntil: Day("2022-01-24"))
            #expect(try await counter.supporter(rosa)?.pausedUntil == day, "who is with us is changed by nobody's form")
        }
    }
}
