package import Storage

/// Says whether these are the keys that a database was begun with, so that no program works with others: it would find nobody by their
/// address, stop nobody's mails, and seal what its fellows cannot open.
///
/// The first program leaves a mark in the database that only its lookup key makes; every later one compares. The mark is a keyed hash of a
/// fixed word, and tells nothing of the key.
package struct MatchKeys: Sendable {
    let database: any Database
    let keyring: Keyring

    package init(database: any Database, keyring: Keyring) {
        self.database = database
        self.keyring = keyring
    }

    /// Throws `Keyring.Trouble.otherLookup` or `.unknownKey` for other keys. May be asked at once by several programs on an empty database:
    /// one of them is first.
    package func callAsFunction() async throws {
        let keyring = keyring, mark = keyring.databaseMark
        let known = try await database.read { db in
            try db.rejectUnknownKeys(keyring)
            return try db.keyringMark()
        }
        if known == mark { return }
        guard known == nil else { throw Keyring.Trouble.otherLookup }
        let entered = try await database.write { db in
            if try db.keyringMark() == nil { try db.rejectOtherLookup(keyring) }
            return try db.enterKeyringMark(mark)
        }
        guard entered == mark else { throw Keyring.Trouble.otherLookup }
    }

    /// The same question, without leaving a mark where there is none.
    package func areOthers() async throws -> Bool {
        let mark = keyring.databaseMark
        return try await database.read { db in try db.keyringMark().map { $0 != mark } ?? false }
    }
}

extension Keyring {
    var databaseMark: String { mark("amparo", purpose: "database") }
}

extension Connection {
    /// Throws `Keyring.Trouble.unknownKey` when an address is sealed with a key that is not here.
    fileprivate func rejectUnknownKeys(_ keyring: Keyring) throws {
        if let stranger = try keyInUse(besides: keyring.keyIDs) { throw Keyring.Trouble.unknownKey(stranger) }
    }

    /// Throws `Keyring.Trouble.otherLookup` when an address that opens is found under another name: of a database from before there were marks.
    fileprivate func rejectOtherLookup(_ keyring: Keyring) throws {
        guard let one = try anyIdentity(), let address = try address(of: one.supporter, keyring) else { return }
        guard keyring.lookup(address, section: one.section) == one.lookup else { throw Keyring.Trouble.otherLookup }
    }
}
