import Documents
import Storage
import TestSupport
import Testing

@testable import Campaign

@Suite struct SharedHandsTests {
    private func id(_ login: String, _ store: Store) async throws -> StaffMember.ID {
        let all = try await store.database.read { db in try db.staffMembers() }
        return try #require(all.first { $0.login.text == login }).id
    }

    /// Rosa, an admin, and Ben, Eva and Olga who approve.
    private func people(_ store: Store) async throws -> [String: StaffMember.ID] {
        var ids: [String: StaffMember.ID] = [:]
        for (login, role) in [("rosa", Role.admin), ("ben", .approver), ("eva", .approver), ("olga", .approver)] {
            _ = try await store.staff(login, role)
            ids[login] = try await id(login, store)
        }
        return ids
    }

    /// A new case that somebody wrote and asks to have read.
    private func asked(_ store: Store, by writer: StaffMember.ID) async throws -> (reference: Reference, seen: Int) {
        let reference = try await store.begin(by: writer)
        _ = try await AddressDraft(database: store.database, world: store.world)(
            .add(office: "Minister of Justice", .target), of: reference, 1, for: .international, by: writer)
        try await store.move(.ask, reference, by: writer)
        return (reference, try await store.opened(reference).manuscript.revision)
    }

    @Test(arguments: Engine.available)
    func `whoever let a colleague in anew is not also that colleague's second pair of eyes`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let people = try await people(store), rosa = try #require(people["rosa"]), ben = try #require(people["ben"])
            let eva = try #require(people["eva"])
            _ = try await ResetStaffMember(database: store.database, world: store.world)("ben", by: rosa.text)
            let (reference, seen) = try await asked(store, by: rosa)
            await #expect(throws: SharedHandsRefusal()) {
                try await store.move(.approve(seen: seen, isEmergency: false), reference, by: ben)
            }
            #expect(try await store.opened(reference).manuscript.state == .review, "nothing was let through")
            #expect(try await store.move(.approve(seen: seen, isEmergency: false), reference, by: eva).isEmergency == false)
            let (other, read) = try await asked(store, by: ben)
            await #expect(throws: SharedHandsRefusal(), "nor the other way round") {
                try await store.move(.approve(seen: read, isEmergency: false), other, by: rosa)
            }
            #expect(try await store.move(.approve(seen: read, isEmergency: true), other, by: rosa).isEmergency, "what cannot wait is marked")
        }
    }

    @Test(arguments: Engine.available)
    func `after fourteen days the two are two again, and a command on the machine binds nobody`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let people = try await people(store), rosa = try #require(people["rosa"]), ben = try #require(people["ben"])
            let eva = try #require(people["eva"]), reset = ResetStaffMember(database: store.database, world: store.world)
            _ = try await reset("eva", by: "root")
            _ = try await reset("ben", by: rosa.text)
            let links = try await store.database.read { [now = store.world.now()] db in try db.sharedHands(at: now).links }
            #expect(links == [SharedHands.Link(member: ben, by: rosa, at: store.world.now())])
            let (reference, seen) = try await asked(store, by: rosa)
            #expect(try await store.move(.approve(seen: seen, isEmergency: false), reference, by: eva).state == .approved)
            let (other, read) = try await asked(store, by: rosa)
            store.advance(days: 13)
            await #expect(throws: SharedHandsRefusal()) { try await store.move(.approve(seen: read, isEmergency: false), other, by: ben) }
            store.advance(days: 1)
            #expect(try await store.move(.approve(seen: read, isEmergency: false), other, by: ben).state == .approved)
        }
    }

    @Test(arguments: Engine.available)
    func `an alert and a translation ask for the same`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let people = try await people(store), rosa = try #require(people["rosa"]), ben = try #require(people["ben"])
            _ = try await ResetStaffMember(database: store.database, world: store.world)("ben", by: rosa.text)
            try await store.take(
                .wanjiru {
                    $0.letters = [.init(language: "en", salutation: "Dear Minister,", body: "Release Wanjiru Otieno.", closing: "Sincerely,")]
                })
            let alert = try await store.composed(), approve = ApproveAlert(database: store.database, world: store.world)
            try await store.database.write { db in
                try db.execute("UPDATE alert SET composed_by = \(rosa.text) WHERE id = \(alert)")
                try db.execute("UPDATE output SET published_by = \(rosa.text)")
            }
            await #expect(throws: SharedHandsRefusal()) {
                try await approve(alert, sameDay: false, hasRead: true, isShown: true, by: ben.text)
            }
            #expect(try await approve(alert, sameDay: false, hasRead: true, isShown: true, isEmergency: true, by: ben.text) == .emergency)
            let place = TranslationPlace(reference: .wanjiru, ordinal: 1, language: "de", section: .international)
            let translate = TranslateOutput(database: store.database, world: store.world)
            let pieces = try await store.database.read { db in try db.translation(place) }.items
            let typed = pieces.reduce(into: [String: TranslateOutput.Typed]()) { $0[$1.piece.id] = .init(target: "DE \($1.piece.words)") }
            try await translate.save(typed, at: place, by: rosa)
            await #expect(throws: SharedHandsRefusal()) { try await translate.check(place, by: ben) }
            try await translate.check(place, by: try #require(people["eva"]))
        }
    }

    @Test func `two whom one person let in are one pair of eyes, and strangers are not`() {
        func link(_ member: String, _ by: String) -> SharedHands.Link {
            SharedHands.Link(member: StaffMember.ID(member), by: StaffMember.ID(by), at: Instant(milliseconds: 0))
        }
        let hands = SharedHands(links: [link("ben", "rosa"), link("eva", "rosa"), link("olga", "ivo")])
        #expect(hands.join("ben", to: ["eva"]) && hands.join("rosa", to: ["ben"]) && hands.join("ben", to: ["rosa", "x"]))
        #expect(
            !hands.join("ben", to: ["olga"]) && !hands.join("ivo", to: ["rosa"]) && !hands.join("ben", to: ["ben"]) && !hands.join("x", to: ["rosa"]))
    }
}
