import Documents
import Storage
import TestSupport
import Testing

@testable import Campaign

@Suite struct StaffTests {
    @Test(arguments: Engine.available)
    func `Rosa comes in by her link, once, and signs in with her phone`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let rosa = try await store.staff("rosa", .editor), door = try Door(store)
            store.advance(seconds: 60)
            let session = try await door.signIn(rosa, rosa.phone.code(at: store.world.now()))
            #expect(try await door.look(token: session.token)?.member.login.text == "rosa")
            #expect(try await door.look(token: "another") == nil)
        }
    }

    @Test(arguments: Engine.available)
    func `a code opens once, and neither the one before it nor a paper code opens twice`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let rosa = try await store.staff("rosa", .editor), door = try Door(store)
            store.advance(seconds: 60)
            let code = try rosa.phone.code(at: store.world.now())
            _ = try await door.signIn(rosa, code)
            for used in [code, try rosa.phone.code(at: store.world.now().adding(seconds: -30)), rosa.recovery.printed[0]] {
                await #expect(throws: StaffRefusal.wrong) { try await door.signIn(rosa, used) }
            }
            _ = try await door.signIn(rosa, rosa.recovery.printed[1].lowercased())
        }
    }

    @Test(arguments: Engine.available)
    func `the same is said of a wrong name, a wrong password and a wrong code`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let rosa = try await store.staff("rosa", .editor), door = try Door(store)
            store.advance(seconds: 60)
            let code = try rosa.phone.code(at: store.world.now())
            for (login, password, code) in [("nobody", rosa.password, code), ("rosa", "another password", code), ("rosa", rosa.password, "000000")] {
                await #expect(throws: StaffRefusal.wrong) {
                    try await door.signIn(login: login, password: password, code: code, browser: "")
                }
            }
        }
    }

    @Test(arguments: Engine.available)
    func `after five wrong attempts the right one waits, longer each time`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let rosa = try await store.staff("rosa", .editor), door = try Door(store)
            for _ in 1...5 { await #expect(throws: StaffRefusal.wrong) { try await door.signIn(rosa, "000000") } }
            let until = store.world.now().adding(seconds: 30)
            await #expect(throws: StaffRefusal.wait(until: until)) { try await door.signIn(rosa, rosa.recovery.printed[1]) }
            store.advance(seconds: 31)
            _ = try await door.signIn(rosa, rosa.recovery.printed[1])
            #expect([0, 5, 6, 30].map(StaffTimes.wait(after:)) == [0, 30, 60, 3_600])
        }
    }

    @Test(arguments: Engine.available)
    func `a wrong attempt stands in the log, without what was typed`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let rosa = try await store.staff("rosa", .editor), door = try Door(store)
            await #expect(throws: StaffRefusal.wrong) {
                try await door.signIn(login: rosa.login, password: "another password", code: "000000", browser: "")
            }
            let events = try await store.database.read { db in try db.events(before: nil, limit: 10) }.map(\.event)
            let refused = try #require(events.first { $0.name == "staff.refused" })
            #expect(refused.by == "the door" && refused.detail.isEmpty)
            #expect(events.contains { $0.name == "staff.signedIn" && $0.subject == refused.subject })
        }
    }

    @Test(arguments: Engine.available)
    func `twelve who try at once have five attempts between them`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let rosa = try await store.staff("rosa", .editor), signIn: SignInStaff = try Door(store).signIn
            let refusals = await withTaskGroup(of: StaffRefusal?.self) { group in
                for _ in 1...12 {
                    group.addTask {
                        do {
                            _ = try await signIn(login: rosa.login, password: rosa.password, code: "000000", browser: "")
                            return nil
                        } catch { return error as? StaffRefusal }
                    }
                }
                var refusals: [StaffRefusal?] = []
                for await refusal in group { refusals.append(refusal) }
                return refusals
            }
            let until = store.world.now().adding(seconds: 30)
            #expect(refusals.filter { $0 == .wrong }.count == 5)
            #expect(refusals.filter { $0 == .wait(until: until) }.count == 7)
        }
    }

    @Test(arguments: Engine.available)
    func `an invitation opens once and not after three days`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let door = try Door(store)
            let token = try #require(await door.add("olga", .editor))
            #expect(try await door.accept.look(token).member.login.text == "olga")
            store.advance(days: 3)
            await #expect(throws: StaffRefusal.invitationOver) { try await door.accept.look(token) }
        }
    }

    @Test(arguments: Engine.available)
    func `the link of an invitation does not tell by itself what the phone shows`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let door = try Door(store), token = try #require(await door.add("olga", .editor))
            let shown = try await door.accept.look(token).timeCode.base32
            #expect(shown != TimeCode(token: token).base32)
            #expect(try await door.accept.look(token).timeCode.base32 == shown)
        }
    }

    @Test(arguments: Engine.available)
    func `a short password and a wrong code are told at once`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let door = try Door(store), token = try #require(await door.add("olga", .editor))
            do {
                _ = try await door.accept(token, password: "short", code: "12")
                Issue.record("came in")
            } catch let problems as FormProblems {
                #expect(problems["password"] != nil && problems["code"] != nil)
            }
        }
    }

    @Test(arguments: Engine.available)
    func `who is reset or ended is out on every machine at once`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let rosa = try await store.staff("rosa", .admin), ben = try await store.staff("ben", .admin), door = try Door(store)
            _ = try await ResetStaffMember(database: store.database, world: store.world)("rosa", by: "ben")
            #expect(try await door.look(token: rosa.session.token) == nil)
            await #expect(throws: StaffRefusal.wrong) { try await door.signIn(rosa, rosa.recovery.printed[1]) }
            let end = EndStaffMember(database: store.database, world: store.world)
            await #expect(throws: StaffRefusal.lastAdmin) { try await end("ben", by: "ben") }
            _ = try await store.staff("olga", .admin)
            try await end("ben", by: "olga")
            #expect(try await door.look(token: ben.session.token) == nil)
        }
    }

    @Test(arguments: Engine.available)
    func `a chair that was empty for two hours, and a day that is over, end a session`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let rosa = try await store.staff("rosa", .editor), door = try Door(store)
            for _ in 1...7 {
                store.advance(seconds: 100 * 60)
                #expect(try await door.look(token: rosa.session.token) != nil)
            }
            store.advance(seconds: 100 * 60)
            #expect(try await door.look(token: rosa.session.token) == nil)
            let ben = try await store.staff("ben", .editor)
            store.advance(seconds: 2 * 3_600 + 1)
            #expect(try await door.look(token: ben.session.token) == nil)
        }
    }

    @Test(arguments: Engine.available)
    func `no row holds a password, a code, a link or the phone's secret`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let rosa = try await store.staff("rosa", .editor)
            let secrets = [rosa.password, rosa.session.token, rosa.phone.base32] + rosa.recovery.printed
            let rows = try await store.database.read { db in
                try db.rows("SELECT * FROM staff") + db.rows("SELECT * FROM staff_recovery") + db.rows("SELECT * FROM staff_session")
            }
            let dump = "\(rows)"
            #expect(dump.contains("argon2id"))
            for secret in secrets { #expect(!dump.contains(secret)) }
        }
    }

    @Test func `what is kept of a paper code cannot be made without the keys`() throws {
        let lookup = Keyring.Key(id: "lookup", bytes: [UInt8](repeating: 8, count: 32))
        let others = try Keyring(Keyring.Keys(sealing: Keyring.Keys.still().sealing, lookup: lookup))
        let codes = RecoveryCodes(token: "paper"), rosa = StaffMember.ID("rosa"), ben = StaffMember.ID("ben")
        let kept = try Set(codes.marks(of: rosa, .still()))
        #expect(kept.count == RecoveryCodes.count)
        #expect(kept.isDisjoint(with: codes.marks(of: rosa, others)))
        #expect(try kept.isDisjoint(with: codes.marks(of: ben, .still())))
    }

    @Test(arguments: Engine.available)
    func `the phone's secret opens after the keys were rotated`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let old = try Keyring(.still("old")), new = try Keyring(.still("new", "old"))
            let rosa = try await store.staff("rosa", .editor, keyring: old)
            #expect(try await RotateKeys(database: store.database, keyring: new)() == 1)
            store.advance(seconds: 60)
            _ = try await Door(store, keyring: new).signIn(rosa, rosa.phone.code(at: store.world.now()))
            #expect(try await store.database.read { try $0.keysInUse() } == ["new"])
        }
    }
}

/// The door, with nobody at it.
private struct Door {
    let store: Store
    let signIn: SignInStaff
    let accept: AcceptInvitation
    let look: LookAtDesk

    init(_ store: Store, keyring: Keyring? = nil) throws {
        let keyring = try keyring ?? .still(), bench = try PasswordBench()
        self.store = store
        signIn = SignInStaff(database: store.database, world: store.world, keyring: keyring, bench: bench)
        accept = AcceptInvitation(database: store.database, world: store.world, keyring: keyring, bench: bench)
        look = LookAtDesk(database: store.database, world: store.world)
    }

    func signIn(_ person: StaffAtWork, _ code: String) async throws -> StaffSession {
        try await signIn(login: person.login, password: person.password, code: code, browser: "test")
    }

    func add(_ login: String, _ role: Role) async throws -> String? {
        try await AddStaffMember(database: store.database, world: store.world)(
            login, name: login, role: role.rawValue, in: .international, language: "en", by: "test")
    }
}
