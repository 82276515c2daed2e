package import Documents
package import Storage

/// Takes in people who have said elsewhere that they want to be told, many in one transaction; no letter asks them again.
package struct EnrolSupporters: Sendable {
    package struct Person: Sendable {
        package let address: MailAddress
        package let preferences: Preferences

        package init(address: MailAddress, preferences: Preferences) {
            self.address = address
            self.preferences = preferences
        }
    }

    let database: any Database
    let world: World
    let keyring: Keyring

    package init(database: any Database, world: World, keyring: Keyring) {
        self.database = database
        self.world = world
        self.keyring = keyring
    }

    /// All of them or none; nobody whose address is with the section already may be among them.
    package func callAsFunction(_ people: [Person], in section: Section.Code) async throws {
        guard !people.isEmpty else { return }
        let now = world.now()
        let enrolments = people.map { person in
            let id = Supporter.ID.fresh(in: world)
            return Enrolment(
                id: id, preferences: person.preferences, lookup: keyring.lookup(person.address, section: section),
                sealed: keyring.sealed(person.address.text, for: IdentityPlace.address(of: id)))
        }
        try await database.write { db in try db.enter(enrolments, in: section, at: now) }
    }
}

/// Somebody with an id of their own and a sealed address.
struct Enrolment: Sendable {
    let id: Supporter.ID
    let preferences: Preferences
    let lookup: String
    let sealed: Sealed
}
