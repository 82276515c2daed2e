import Documents
package import Storage

/// Begins a public demonstration anew: everything that visitors left is gone, and the examples are there again, with days that fit today.
///
/// Only a database that is empty, or was marked as a demonstration's when it was empty, is touched.
package struct BeginDemo: Sendable {
    let database: any Database
    let world: World
    let keyring: Keyring

    package init(database: any Database, world: World, keyring: Keyring) {
        self.database = database
        self.world = world
        self.keyring = keyring
    }

    /// Throws `DemoRefusal.notADemo`, `OpenStore.Trouble` for another program's tables.
    package func callAsFunction() async throws {
        let now = world.now(), open = OpenStore(database: database, world: world)
        switch try await Migrator(Schema.migrations).status(of: database) {
        case .empty: break
        case .foreign(let tables): throw OpenStore.Trouble.foreign(tables)
        case .current, .behind, .ahead: try await empty()
        }
        try await open()
        try await database.write { db in
            guard try db.isUntouched() else { throw DemoRefusal.notADemo }
            try db.markAsDemo(at: now)
        }
        try await LoadExamples(database: database, world: world)()
        try await addStaff()
    }

    /// One transaction looks for the mark and drops the tables: what has none, or is older than the mark, keeps everything.
    private func empty() async throws {
        try await database.write { db in
            let isDemo = try db.hasTable("demo") && db.demoBegun() != nil
            guard try isDemo || db.isUntouched() else { throw DemoRefusal.notADemo }
            try db.dropEverything()
        }
    }

    private func addStaff() async throws {
        let world = world, keyring = keyring, bench = try PasswordBench()
        let sections = try await database.read { db in try db.sections() }
        for member in DemoStaff.all {
            guard let login = LoginName(member.login), let password = Password(world.token()) else { continue }
            let now = world.now(), id = StaffMember.ID(world.newID()), hash = try await bench.hash(password)
            let sealed = keyring.sealed(TimeCode(token: world.token()).base32, for: StaffSecrets.place(of: id))
            let codes = RecoveryCodes(token: world.token()), event = world.newID()
            try await database.write { db in
                try db.insert(StaffMember(id: id, login: login, name: member.name, state: .invited, language: "en", duties: Duties()), at: now)
                for section in sections { try db.give(member.role, in: section.code, to: id) }
                try db.activate(id, passwordHash: hash, sealed, lastStep: 0, codes.marks(of: id, keyring))
                try db.log("staff.added", subject: id.text, by: "demo", detail: member.role.rawValue, id: event, at: now)
            }
        }
    }
}
