package import Storage

/// Makes a database ready to serve: creates an empty one, refuses one of another age.
package struct OpenStore: Sendable {
    let database: any Database
    let world: World

    package init(database: any Database, world: World) {
        self.database = database
        self.world = world
    }

    /// What keeps the program from using a database as it is.
    package enum Trouble: Error, Equatable {
        /// Run `amparo migrate`: these steps are missing.
        case behind([String])
        /// This program is older than the data, which knows these steps.
        case ahead([String])
        /// Another program's tables are in it, and no step of ours was ever taken.
        case foreign([String])
    }

    /// Creates and migrates an empty database and puts the shipped sections in, with their postage; puts into the
    /// search index what was there before the index was. Throws `Trouble`.
    package func callAsFunction() async throws {
        let migrator = Migrator(Schema.migrations)
        switch try await migrator.status(of: database) {
        case .current: break
        case .empty: try await migrator.migrate(database, at: world.now().text)
        case .behind(let missing): throw Trouble.behind(missing)
        case .ahead(let unknown): throw Trouble.ahead(unknown)
        case .foreign(let tables): throw Trouble.foreign(tables)
        }
        try await InstallSections(database: database)()
        try await InstallPostage(database: database)()
        _ = try await RebuildSearch(database: database).fill()
    }
}
