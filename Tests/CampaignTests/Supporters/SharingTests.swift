import Documents
import Storage
import TestSupport
import Testing

@testable import Campaign

/// Who lets other programs know who they are, and when that is over.
@Suite struct SharingTests {
    private struct Desk {
        let counter: SupporterCounter
        let key: ProgramKey

        init(_ store: Store) async throws {
            counter = try SupporterCounter(store)
            let secret = try await MakeProgramKey(database: store.database, world: store.world)(
                "list of members", for: .international, scopes: [.people], by: "Ada")
            key = try #require(try await KnowProgram(database: store.database, world: store.world)(secret))
        }

        func share(_ supporter: Supporter.ID, on isOn: Bool = true) async throws {
            try await SwitchSharing(database: counter.store.database, world: counter.store.world)(supporter, on: isOn)
        }

        func told() async throws -> [SharedPerson] {
            let read = ReadPeople(database: counter.store.database, world: counter.store.world, keyring: counter.keyring)
            let page = try await read.page(skipping: 0, limit: 25, for: key)
            #expect(page.all == page.people.count)
            return page.people
        }
    }

    @Test(arguments: Engine.available)
    func `whoever unsubscribes or is erased is told of no more`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let desk = try await Desk(store), keyring = desk.counter.keyring
            let rosa = try await desk.counter.supporter("rosa@example.org"), ivo = try await desk.counter.supporter("ivo@example.org")
            for supporter in [rosa, ivo] { try await desk.share(supporter) }
            #expect(try await desk.told().map(\.address.text).sorted() == ["ivo@example.org", "rosa@example.org"])
            try await Unsubscribe(database: store.database, world: store.world, keyring: keyring)(token: UnsubscribeToken.text(rosa, keyring))
            #expect(try await desk.told().map(\.address.text) == ["ivo@example.org"])
            try await EraseSupporter(
                database: store.database, world: store.world, keyring: keyring, correspondence: desk.counter.correspondence)(ivo)
            #expect(try await desk.told().isEmpty)
            #expect(try await store.count("supporter_sharing") == 0)
        }
    }

    @Test(arguments: Engine.available)
    func `whoever gave no address shares nothing, also when one is given later`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let desk = try await Desk(store), browser = try await desk.counter.browser(InventedBrowser(1))
            try await desk.share(browser)
            #expect(try await store.count("supporter_sharing") == 0)
            #expect(try await desk.told().isEmpty)
        }
    }

    @Test(arguments: Engine.available)
    func `an address that is not to be mailed is told with the reason`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let desk = try await Desk(store), rosa = try await desk.counter.supporter("rosa@example.org"), now = store.world.now()
            try await desk.share(rosa)
            #expect(try await desk.told().map(\.suppressed) == [nil])
            try await store.database.write { db in
                let lookup = try #require(try db.lookup(of: rosa))
                try db.suppress(Suppression(lookup: lookup, section: .international, reason: .bounced, at: now))
            }
            #expect(try await desk.told().map(\.suppressed) == [.bounced])
        }
    }

    @Test(arguments: Engine.available)
    func `switching on twice changes nothing, and whoever takes it back and gives it again has another number`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let desk = try await Desk(store), rosa = try await desk.counter.supporter("rosa@example.org")
            try await desk.share(rosa)
            let first = try #require(try await desk.told().first)
            store.advance(days: 3)
            try await desk.share(rosa)
            #expect(try await desk.told() == [first])
            try await desk.share(rosa, on: false)
            try await desk.share(rosa)
            let second = try #require(try await desk.told().first)
            #expect(second.number != first.number && second.since == first.since.adding(days: 3))
            await #expect(throws: SupporterRefusal.signedOut) { try await desk.share(Supporter.ID("nobody")) }
        }
    }
}
