import Documents
import Storage
import TestSupport
import Testing

@testable import Campaign

@Suite struct RotationTests {
    @Test(arguments: Engine.available)
    func `every address is sealed anew in pages, and opens with the new key alone`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let old = try SupporterCounter(store, keyring: Keyring(.still("a")))
            var supporters: [Supporter.ID] = []
            for number in 1...25 { supporters.append(try await old.supporter("rosa\(number)@example.org")) }
            let letter = try await old.askForAddress(supporters[0], "ana@example.org").first
            #expect(try await store.database.read { try $0.keysInUse() } == ["a"])

            let both = try Keyring(.still("b", "a"))
            #expect(try await RotateKeys(database: store.database, keyring: both, page: 10)() == 26)
            #expect(try await RotateKeys(database: store.database, keyring: both, page: 10)() == 0)
            #expect(try await store.database.read { try $0.keysInUse() } == ["b"])

            let new = try SupporterCounter(store, keyring: Keyring(.still("b")))
            #expect(try await store.address(of: supporters[24], new) == "rosa25@example.org")
            #expect(try await new.askToSignIn("ROSA7@example.org").token != nil)
            _ = try await new.confirmAddress(try #require(letter?.token))
            #expect(try await store.address(of: supporters[0], new) == "ana@example.org")
        }
    }

    @Test(arguments: Engine.available)
    func `a rotation that was broken off goes on where it ended`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let counter = try SupporterCounter(store, keyring: Keyring(.still("a")))
            for number in 1...25 { _ = try await counter.supporter("rosa\(number)@example.org") }
            let failing = CountingDatabase(store.database), both = try Keyring(.still("b", "a"))
            let first = RotateKeys(database: failing, keyring: both, page: 10)
            failing.fail(with: .diskFull)
            await #expect(throws: StorageFailure.diskFull) { try await first() }
            _ = try await store.database.write { db in try db.reseal(with: both, limit: 10) }
            #expect(try await store.database.read { try $0.keysInUse() } == ["a", "b"])
            #expect(try await RotateKeys(database: store.database, keyring: both, page: 10)() == 15)
        }
    }

    @Test(arguments: Engine.available)
    func `an address that was carried over to another's row does not open`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let counter = try SupporterCounter(store)
            let rosa = try await counter.supporter("rosa@example.org"), ana = try await counter.supporter("ana@example.org")
            try await store.tamper(
                "UPDATE identity SET sealed = (SELECT o.sealed FROM identity o WHERE o.supporter_id = \(ana)) WHERE supporter_id = \(rosa)")
            await #expect(throws: Keyring.Trouble.broken) { try await store.address(of: rosa, counter) }
        }
    }
}
