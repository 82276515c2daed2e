package import Storage

/// Tells a program of those supporters of its section who allowed it. What is told, and to which key, stands in the log of events before the program
/// has it; the log names no person, only how many there were.
package struct ReadPeople: Sendable {
    let database: any Database
    let world: World
    let keyring: Keyring

    package init(database: any Database, world: World, keyring: Keyring) {
        self.database = database
        self.world = world
        self.keyring = keyring
    }

    /// A page of them, and how many there are in all.
    package func page(skipping: Int, limit: Int, for key: ProgramKey) async throws -> (people: [SharedPerson], all: Int) {
        let keyring = keyring
        return try await told(to: key) { db in
            let people = try db.sharedPeople(in: key.section, skipping: skipping, limit: limit, keyring)
            return ((people, try db.sharedPeopleCount(in: key.section)), people.count)
        }
    }

    /// nil for a number that nobody has, or had who took it back since.
    package func callAsFunction(_ number: String, for key: ProgramKey) async throws -> SharedPerson? {
        let keyring = keyring
        return try await told(to: key) { db in
            let person = try db.sharedPerson(number, in: key.section, keyring)
            return (person, person == nil ? 0 : 1)
        }
    }

    /// Nothing is logged where nobody was found.
    private func told<Told: Sendable>(
        to key: ProgramKey, _ read: @escaping @Sendable (any Connection) throws -> (Told, count: Int)
    ) async throws -> Told {
        let now = world.now(), event = world.newID()
        return try await database.write { db in
            let (told, count) = try read(db)
            if count > 0 {
                try db.log("program.peopleRead", subject: key.id.text, by: key.name, detail: "\(key.section.rawValue) \(count)", id: event, at: now)
            }
            return told
        }
    }
}
