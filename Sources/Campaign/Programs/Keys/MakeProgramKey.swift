package import Storage

/// Makes a key for another program.
package struct MakeProgramKey: Sendable {
    let database: any Database
    let world: World

    package init(database: any Database, world: World) {
        self.database = database
        self.world = world
    }

    /// The key, which is told this once. Throws `ProgramKeyRefusal`, and `StaffRefusal.unknownSection`.
    package func callAsFunction(_ name: String, for section: Section.Code, scopes: Set<ProgramKey.Scope>, by staff: String) async throws -> String {
        let name = String(name.split(whereSeparator: \.isWhitespace).joined(separator: " ").prefix(100))
        guard !name.isEmpty else { throw ProgramKeyRefusal.noName }
        guard !scopes.isEmpty else { throw ProgramKeyRefusal.noScope }
        let now = world.now(), id = ProgramKey.ID(world.newID()), event = world.newID(), secret = ProgramKey.prefix + world.token()
        let key = ProgramKey(id: id, section: section, name: name, scopes: scopes, madeAt: now, lastUsedOn: nil, revokedAt: nil)
        try await database.write { db in
            guard try db.sections().contains(where: { $0.code == section }) else { throw StaffRefusal.unknownSection(section.rawValue) }
            try db.insert(key, hash: ProgramKey.hash(of: secret), by: staff)
            let detail = ([section.rawValue] + scopes.sorted().map(\.rawValue)).joined(separator: " ")
            try db.log("program.keyMade", subject: id.text, by: staff, detail: detail, id: event, at: now)
        }
        return secret
    }
}
