/// Brings a database to the schema that this program knows, forward only, and notes each step in `schema_migration`.
package struct Migrator: Sendable {
    private let migrations: [Migration]

    /// The whole history of the schema, oldest first.
    package init(_ migrations: [Migration]) {
        self.migrations = migrations
    }

    /// How a database stands to this program.
    package enum Status: Sendable, Equatable {
        /// Nothing was ever migrated here.
        case empty
        case current
        /// These steps are still to be taken.
        case behind([String])
        /// A newer program has taken these steps, which this one does not know.
        case ahead([String])
        /// Nothing was ever migrated here, and yet there are tables: they are another program's.
        case foreign([String])
    }

    /// A database that a newer program has migrated is left as it is.
    package struct Ahead: Error, Equatable {
        package let unknown: [String]
    }

    /// A database that holds the tables of another program is left as it is.
    package struct Foreign: Error, Equatable {
        package let tables: [String]
    }

    package func status(of database: any Database) async throws -> Status {
        let applied: [String]
        do { applied = try await self.applied(in: database) } catch let foreign as Foreign { return .foreign(foreign.tables) }
        let unknown = unknown(among: applied), missing = missing(after: applied).map(\.name)
        if !unknown.isEmpty { return .ahead(unknown) }
        if applied.isEmpty { return migrations.isEmpty ? .current : .empty }
        return missing.isEmpty ? .current : .behind(missing)
    }

    /// The texts that ``migrate(_:at:)`` would run, step by step.
    package func pending(in database: any Database) async throws -> [(name: String, statements: [String])] {
        let dialect = database.dialect
        return missing(after: try await applied(in: database)).map { step in
            (step.name, step.statements(for: dialect).map { $0.text(for: dialect) })
        }
    }

    /// Takes the missing steps, each in a transaction of its own, noted as taken at `instant`, and names them.
    ///
    /// Two programs may do this at once: each step is taken by one of them.
    @discardableResult
    package func migrate(_ database: any Database, at instant: String) async throws -> [String] {
        _ = try await applied(in: database)
        try await Ledger.make(in: database)
        let applied = try await applied(in: database), unknown = unknown(among: applied)
        guard unknown.isEmpty else { throw Ahead(unknown: unknown) }
        var taken: [String] = []
        for step in missing(after: applied) where try await take(step, on: database, at: instant) { taken.append(step.name) }
        return taken
    }

    private func take(_ step: Migration, on database: any Database, at instant: String) async throws -> Bool {
        try await step.remakes ? database.remake { try take(step, $0, at: instant) } : database.write { try take(step, $0, at: instant) }
    }

    private func take(_ step: Migration, _ db: any Connection, at instant: String) throws -> Bool {
        try Ledger.lock(db)
        guard try !Ledger.names(db).contains(step.name) else { return false }
        for statement in step.statements(for: db.dialect) { try db.execute(statement) }
        try db.execute("INSERT INTO schema_migration (name, applied_at) VALUES (\(step.name), \(instant))")
        return true
    }

    /// Throws ``Foreign`` for tables that no step made.
    private func applied(in database: any Database) async throws -> [String] {
        try await database.read { db in
            let names = try Ledger.exists(db) ? Ledger.names(db) : [], tables = try names.isEmpty ? Ledger.otherTables(db) : []
            guard tables.isEmpty else { throw Foreign(tables: tables) }
            return names
        }
    }

    private func missing(after applied: [String]) -> [Migration] {
        migrations.filter { !applied.contains($0.name) }
    }

    private func unknown(among applied: [String]) -> [String] {
        applied.filter { name in !migrations.contains { $0.name == name } }
    }
}
