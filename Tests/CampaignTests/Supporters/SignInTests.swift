import Documents
import Storage
import TestSupport
import Testing

@testable import Campaign

@Suite struct SignInTests {
    @Test(arguments: Engine.available)
    func `Rosa enters with the link and the code of her browser, once`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let counter = try SupporterCounter(store)
            let rosa = try await counter.supporter("rosa@example.org")
            let asked = try await counter.askToSignIn("ROSA@example.org"), token = try #require(asked.token)
            let session = try await counter.signIn(token, asked.code.printed.lowercased())
            #expect(session.supporter == rosa)
            #expect(try await store.signedIn(session.token)?.id == rosa)
            await #expect(throws: SupporterRefusal.linkOver) { try await counter.signIn(token, asked.code.text) }
            for wrong in ["", session.token + "x", Digest.sha256(session.token)] { #expect(try await store.signedIn(wrong) == nil) }
        }
    }

    @Test(arguments: Engine.available)
    func `neither half opens anything alone, and five wrong codes end the link`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let counter = try SupporterCounter(store)
            _ = try await counter.supporter("rosa@example.org")
            let asked = try await counter.askToSignIn("rosa@example.org"), token = try #require(asked.token)
            await #expect(throws: SupporterRefusal.linkOver) { try await counter.signIn("token", asked.code.text) }
            for left in [4, 3, 2, 1, 0] {
                await #expect(throws: SupporterRefusal.wrongCode(left: left)) { try await counter.signIn(token, left == 3 ? "" : "000000") }
            }
            await #expect(throws: SupporterRefusal.linkOver) { try await counter.signIn(token, asked.code.text) }
            #expect(try await store.count("supporter_session") == 0)
        }
    }

    @Test(arguments: Engine.available)
    func `the code of one browser does not open the link that another asked for`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let counter = try SupporterCounter(store)
            let rosa = try await counter.supporter("rosa@example.org")
            let attacker = try await counter.askToSignIn("rosa@example.org"), own = try await counter.askToSignIn("rosa@example.org")
            let token = try #require(own.token)
            await #expect(throws: SupporterRefusal.wrongCode(left: 4)) { try await counter.signIn(token, attacker.code.text) }
            #expect(try await counter.signIn(token, own.code.text).supporter == rosa)
        }
    }

    @Test(arguments: Engine.available)
    func `a link opens for fifteen minutes and a session for thirty days`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let counter = try SupporterCounter(store)
            let rosa = try await counter.supporter("rosa@example.org")
            let late = try await counter.askToSignIn("rosa@example.org"), lateToken = try #require(late.token)
            store.advance(seconds: 900)
            await #expect(throws: SupporterRefusal.linkOver) { try await counter.signIn(lateToken, late.code.text) }
            let asked = try await counter.askToSignIn("rosa@example.org"), token = try #require(asked.token)
            store.advance(seconds: 899)
            let session = try await counter.signIn(token, asked.code.text)
            store.advance(days: 29)
            #expect(try await store.signedIn(session.token)?.id == rosa)
            store.advance(days: 1)
            #expect(try await store.signedIn(session.token) == nil)
            #expect(try await counter.retain() == RetentionSums(links: 3, sessions: 1))
        }
    }

    @Test(arguments: Engine.available)
    func `an address that is not with us gets no letter, and the same answer`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let counter = try SupporterCounter(store)
            _ = try await counter.signUp("ana@example.org")
            _ = try await counter.supporter("rosa@example.org", in: .swiss)
            for address in ["nobody@example.org", "ana@example.org", "rosa@example.org"] {
                let asked = try await counter.askToSignIn(address)
                #expect(asked.token == nil && SignInCode(asked.code.printed) == asked.code)
            }
            let section = try await counter.section()
            #expect(throws: FormProblems.self) { try counter.askToSignIn("rosa", of: section) }
        }
    }

    @Test(arguments: Engine.available)
    func `nobody is sent a hundred links`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let counter = try SupporterCounter(store)
            _ = try await counter.supporter("rosa@example.org")
            var sent = 0
            for _ in 0..<20 where try await counter.askToSignIn("rosa@example.org").token != nil { sent += 1 }
            #expect(sent == Retention.openSignInLinks)
            for _ in 0..<50 {
                store.advance(seconds: 900)
                _ = try await counter.retain()
                if try await counter.askToSignIn("rosa@example.org").token != nil { sent += 1 }
            }
            #expect(sent == Retention.signInLinksADay)
        }
    }

    @Test(arguments: Engine.available)
    func `signing out ends one session, or all`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let counter = try SupporterCounter(store)
            let rosa = try await counter.supporter("rosa@example.org")
            let sessions = try await [counter.enter("rosa@example.org"), counter.enter("rosa@example.org"), counter.enter("rosa@example.org")]
            let signOut = SignOut(database: store.database)
            try await signOut(token: sessions[0].token)
            try await signOut(token: sessions[0].token)
            #expect(try await store.signedIn(sessions[0].token) == nil)
            #expect(try await store.signedIn(sessions[1].token)?.id == rosa)
            try await signOut(everywhere: rosa)
            #expect(try await store.count("supporter_session") == 0)
        }
    }

    @Test(arguments: ["K7QM3X", "k7q-m3x", " k7q m3x "])
    func `a code is read however it is typed`(_ typed: String) {
        #expect(SignInCode(typed)?.printed == "K7Q-M3X")
    }
}
