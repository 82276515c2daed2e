import Storage
import TestSupport
import Testing

@testable import Campaign

@Suite struct PasskeyTests {
    private static let site = PasskeySite(host: "localhost", origin: "http://localhost:8080")

    @Test(arguments: Engine.available)
    func `Rosa adds a passkey, signs in with it alone, and confirms with it`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let desk = try await PasskeyDesk(store), phone = StandInAuthenticator("phone")
            try await desk.add(phone)
            let challenge = desk.open.challenge(), answer = try phone.answer(challenge, at: Self.site, owner: desk.owner)
            let session = try await desk.open(answer, ticket: challenge.ticket, at: Self.site, browser: "test")
            let at = try #require(try await desk.look(token: session.token))
            #expect(at.member.login.text == "rosa" && at.isProved(at: store.world.now()))
            store.advance(seconds: 601)
            let later = try #require(try await desk.look(token: session.token))
            #expect(!later.isProved(at: store.world.now()))
            let again = try await desk.open.challenge(later, at: Self.site)
            #expect(again.known == [WebSafeBase64.text(of: phone.id)])
            let renewed = try await desk.open.confirm(
                phone.answer(again.challenge, at: Self.site, owner: desk.owner), ticket: again.challenge.ticket, by: later, at: Self.site)
            #expect(try await desk.look(token: renewed)?.isProved(at: store.world.now()) == true)
            #expect(try await desk.look(token: session.token) == nil)
            let names = try await store.database.read { try $0.events(before: nil, limit: 10) }.map(\.event.name)
            #expect(names.contains("passkey.added") && names.filter { $0 == "staff.signedIn" }.count == 2)
            #expect(try await VerifyEvents(database: store.database)() == [])
        }
    }

    @Test(arguments: Engine.available)
    func `nothing opens that is false in any part`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let desk = try await PasskeyDesk(store), phone = StandInAuthenticator("phone")
            try await desk.add(phone)
            let other = try await store.staff("ben", .admin), ben = try #require(try await desk.look(token: other.session.token)).member.id
            let false_: [(String, (PasskeyChallenge) throws -> PasskeyAnswer)] = [
                ("another page", { try phone.answer($0, at: Self.site, owner: desk.owner, origin: "http://localhost.evil.example") }),
                ("another port", { try phone.answer($0, at: Self.site, owner: desk.owner, origin: "http://localhost:8081") }),
                ("another host", { try phone.answer($0, at: Self.site, owner: desk.owner, host: "evil.example") }),
                ("a frame", { try phone.answer($0, at: Self.site, owner: desk.owner, crossOrigin: true) }),
                ("nobody told apart", { try phone.answer($0, at: Self.site, owner: desk.owner, flags: 0x01) }),
                ("nobody there", { try phone.answer($0, at: Self.site, owner: desk.owner, flags: 0x04) }),
                ("a copy that may not be", { try phone.answer($0, at: Self.site, owner: desk.owner, flags: 0x15) }),
                ("another deed", { try phone.answer($0, at: Self.site, owner: desk.owner, type: "webauthn.create") }),
                ("a signature changed", { try phone.answer($0, at: Self.site, owner: desk.owner, isForged: true) }),
                ("another owner", { try phone.answer($0, at: Self.site, owner: ben) }),
                ("another challenge", { _ in try phone.answer(desk.open.challenge(), at: Self.site, owner: desk.owner) }),
                ("another key", { try StandInAuthenticator("stranger").answer($0, at: Self.site, owner: desk.owner) }),
            ]
            for (what, answer) in false_ {
                let challenge = desk.open.challenge()
                await #expect(throws: PasskeyRefusal.unfit, "\(what)") {
                    _ = try await desk.open(try answer(challenge), ticket: challenge.ticket, at: Self.site, browser: "")
                }
            }
            let sites = [PasskeySite(host: "ch.localhost", origin: "http://ch.localhost:8080")]
            for site in sites {
                let challenge = desk.open.challenge()
                await #expect(throws: PasskeyRefusal.unfit) {
                    _ = try await desk.open(phone.answer(challenge, at: site, owner: desk.owner), ticket: challenge.ticket, at: site, browser: "")
                }
            }
        }
    }

    @Test(arguments: Engine.available)
    func `a challenge opens once, for its session, its purpose and five minutes`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let desk = try await PasskeyDesk(store), phone = StandInAuthenticator("phone"), site = Self.site
            try await desk.add(phone)
            let challenge = desk.open.challenge(), answer = try phone.answer(challenge, at: site, owner: desk.owner)
            let session = try await desk.open(answer, ticket: challenge.ticket, at: site, browser: "")
            await #expect(throws: PasskeyRefusal.over) { _ = try await desk.open(answer, ticket: challenge.ticket, at: site, browser: "") }
            let here = try #require(try await desk.look(token: session.token)), there = desk.at
            let mine = try await desk.open.challenge(here, at: site).challenge
            let signed = try phone.answer(mine, at: site, owner: desk.owner)
            await #expect(throws: PasskeyRefusal.unfit) { try await desk.open.confirm(signed, ticket: mine.ticket, by: there, at: site) }
            await #expect(throws: PasskeyRefusal.unfit) { _ = try await desk.open(signed, ticket: mine.ticket, at: site, browser: "") }
            await #expect(throws: PasskeyRefusal.over) { try await desk.open.confirm(signed, ticket: "x.9999999999999", by: here, at: site) }
            store.advance(seconds: 301)
            await #expect(throws: PasskeyRefusal.over) { try await desk.open.confirm(signed, ticket: mine.ticket, by: here, at: site) }
        }
    }

    @Test(arguments: Engine.available)
    func `a counter that falls back is noticed, and its passkey opens nothing any more`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let desk = try await PasskeyDesk(store)
            var phone = StandInAuthenticator("phone")
            phone.counter = 5
            try await desk.add(phone)
            for (counter, refusal) in [(7, nil), (7, PasskeyRefusal.fellBack), (9, .fellBack)] as [(UInt32, PasskeyRefusal?)] {
                phone.counter = counter
                let challenge = desk.open.challenge(), answer = try phone.answer(challenge, at: Self.site, owner: desk.owner)
                do {
                    _ = try await desk.open(answer, ticket: challenge.ticket, at: Self.site, browser: "")
                    #expect(refusal == nil)
                } catch let thrown as PasskeyRefusal {
                    #expect(thrown == refusal)
                }
            }
            let events = try await store.database.read { try $0.events(before: nil, limit: 10) }.map(\.event.name)
            #expect(events.filter { $0 == "passkey.fellBack" }.count == 1)
            let owner = desk.owner, kept = try await store.database.read { try $0.passkeys(of: owner) }
            #expect(kept.first?.fellBackAt == store.world.now())
        }
    }

    @Test(arguments: Engine.available)
    func `a new passkey has to be whole, ours and new`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let desk = try await PasskeyDesk(store), phone = StandInAuthenticator("phone"), site = Self.site
            let wrong: [(PasskeyChallenge) throws -> NewPasskey] = [
                { try phone.new($0, at: site, flags: 0x01) }, { try phone.new($0, at: site, format: "packed") },
                { try phone.new($0, at: site, host: "evil.example") }, { try phone.new($0, at: site, type: "webauthn.get") },
            ]
            for make in wrong {
                let challenge = try await desk.adding.challenge(desk.at, at: site).challenge
                await #expect(throws: PasskeyRefusal.unfit) {
                    try await desk.adding(make(challenge), named: "", ticket: challenge.ticket, by: desk.at, at: site)
                }
            }
            try await desk.add(phone)
            await #expect(throws: PasskeyRefusal.known) { try await desk.add(phone) }
            #expect(try await desk.adding.challenge(desk.at, at: site).known == [WebSafeBase64.text(of: phone.id)])
        }
    }

    @Test(arguments: Engine.available)
    func `what is removed, and what somebody had who is reset, opens nothing`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let desk = try await PasskeyDesk(store), owner = desk.owner, remove = RemovePasskey(database: store.database, world: store.world)
            try await desk.add(StandInAuthenticator("phone"))
            try await desk.add(StandInAuthenticator("key"))
            let known = try await store.database.read { try $0.passkeys(of: owner) }
            try await remove(known[0].id, of: StaffMember.ID("another"))
            #expect(try await store.database.read { try $0.passkeys(of: owner).count } == 2)
            try await remove(known[0].id, of: owner)
            #expect(try await store.database.read { try $0.passkeys(of: owner).map(\.id) } == [known[1].id])
            _ = try await ResetStaffMember(database: store.database, world: store.world)("rosa", by: "test")
            #expect(try await store.database.read { try $0.passkeys(of: owner) } == [])
        }
    }

    @Test(arguments: [(PasskeyVector.es256, PasskeyKey.Algorithm.es256), (.eddsa, .eddsa)])
    func `what another implementation wrote is read and verified`(vector: PasskeyVector, algorithm: PasskeyKey.Algorithm) throws {
        let made = try #require(AuthenticatorStatement(attestation: bytes(vector.attestation))), credential = try #require(made.credential)
        #expect(credential.key.algorithm == algorithm && credential.id.count == 32 && made.isPresent && made.isVerified && credential.key.isOnCurve)
        let statement = try #require(AuthenticatorStatement(bytes(vector.statement))), client = bytes(vector.client)
        #expect(statement.counter == 7 && statement.credential == nil)
        #expect(statement.siteHash == PasskeySite(host: "desk.example.org", origin: "").hash)
        let message = bytes(vector.statement) + Digest.bytes(of: client)
        #expect(credential.key.hasSigned(message, bytes(vector.signature)))
        for place in [0, 36, message.count - 1] {
            var changed = message
            changed[place] ^= 1
            #expect(!credential.key.hasSigned(changed, bytes(vector.signature)))
        }
        #expect(!credential.key.hasSigned(message, []))
        for count in 0..<bytes(vector.attestation).count {
            #expect(AuthenticatorStatement(attestation: Array(bytes(vector.attestation).prefix(count))) == nil)
        }
        #expect(AuthenticatorStatement(attestation: bytes(vector.attestation) + [0]) == nil)
    }

    @Test(arguments: [
        "", "18", "1817", "190017", "1a00000017", "1b0000000000000017", "1bffffffffffffffff", "9f01ff", "5f4101ff", "c001", "f93c00", "fa00000000",
        "f8ff",
        "f7", "61", "61ff", "4201", "8201", "a10101a1", "a201010101", "a1410101", "a1", "0101", "9affffffff", "bbffffffffffffffff",
        "81818181818181818101",
    ])
    func `bytes that are no value of an authenticator are refused`(hex: String) {
        #expect(throws: CBOR.Malformed.self) { try CBOR(bytes(hex)) }
    }

    @Test func `the values of an authenticator are read`() throws {
        #expect(try CBOR(bytes("3903e7")) == .number(-1_000))
        #expect(try CBOR(bytes("1903e8")) == .number(1_000))
        #expect(
            try CBOR(bytes("a2016161f5f4".replacing("f5f4", with: "2041ff")))
                == .map([
                    .init(key: .number(1), value: .text("a")), .init(key: .number(-1), value: .bytes([255])),
                ]))
        #expect(try CBOR(bytes("83f4f5f6")) == .list([.flag(false), .flag(true), .nothing]))
    }

    @Test func `a point beside the curve is no key`() throws {
        let key = try #require(PasskeyKey(.es256, [UInt8](repeating: 1, count: 64)))
        #expect(!key.isOnCurve && !key.hasSigned([1], [1]))
        #expect(PasskeyKey(.eddsa, [1]) == nil)
    }

    @Test(arguments: ["A", "AB=", "AB+", "A/", "AAB", "_"])
    func `base 64 has one form`(text: String) {
        #expect(WebSafeBase64.bytes(of: text) == nil)
    }

    @Test func `base 64 comes back`() {
        for count in 0..<50 {
            let some = (0..<count).map { UInt8(truncatingIfNeeded: $0 * 37 + count) }
            #expect(WebSafeBase64.bytes(of: WebSafeBase64.text(of: some)) == some)
        }
    }
}

private func bytes(_ hex: String) -> [UInt8] {
    let digits = Array(hex.filter { !$0.isWhitespace })
    return stride(from: 0, to: digits.count - 1, by: 2).map { UInt8(String(digits[$0...($0 + 1)]), radix: 16) ?? 0 }
}

/// Rosa at the desk, with what is done with passkeys.
private struct PasskeyDesk {
    let at: AtDesk
    let adding: AddPasskey
    let open: OpenByPasskey
    let look: LookAtDesk
    var owner: StaffMember.ID { at.member.id }

    init(_ store: Store) async throws {
        let keyring = try Keyring.still(), rosa = try await store.staff("rosa", .admin)
        look = LookAtDesk(database: store.database, world: store.world)
        adding = AddPasskey(database: store.database, world: store.world, keyring: keyring)
        open = OpenByPasskey(database: store.database, world: store.world, keyring: keyring)
        at = try #require(try await look(token: rosa.session.token))
    }

    func add(_ authenticator: StandInAuthenticator) async throws {
        let site = PasskeySite(host: "localhost", origin: "http://localhost:8080"), challenge = try await adding.challenge(at, at: site).challenge
        try await adding(authenticator.new(challenge, at: site), named: "my phone", ticket: challenge.ticket, by: at, at: site)
    }
}
