import ArgumentParser
import Campaign
import Foundation
import Storage
import StorageSQLite

struct Migrate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Bring the database to the schema of this program.",
        discussion: """
            Steps are only ever added, and none is undone: keep a copy of the database first. Stop the servers that use it.

              amparo migrate --dry-run
              amparo migrate
            """
    )

    @OptionGroup var options: SettingsOptions

    @Flag(help: "Print the SQL that would run, and change nothing.")
    var dryRun = false

    func run() async throws {
        let settings = try await options.settings()
        if dryRun { try await show(settings) } else { try await migrate(settings) }
    }

    private func migrate(_ settings: Settings) async throws {
        try await Store.with(settings, .made) { store in
            let steps = try await Migrator(Schema.migrations).migrate(store.database, at: store.world.now().text)
            try await OpenStore(database: store.database, world: store.world)()
            for step in steps { Terminal.say("done: \(step)") }
            if steps.isEmpty { Terminal.say("The database is up to date.") }
        }
    }

    /// Nothing is made where nothing was: a missing SQLite file is imagined as an empty one.
    private func show(_ settings: Settings) async throws {
        guard settings.lacksFile else { return try await Store.with(settings, .any) { try await show($0.database) } }
        let folder = FileManager.default.temporaryDirectory.appending(path: "amparo-\(World.live.newID())")
        try Folder(folder.path).make()
        defer { try? FileManager.default.removeItem(at: folder) }
        let empty = try SQLiteDatabase(path: folder.appending(path: "empty.sqlite").path)
        try await show(empty)
        await empty.close()
    }

    private func show(_ database: any Database) async throws {
        let migrator = Migrator(Schema.migrations)
        if case .ahead(let unknown) = try await migrator.status(of: database) { throw OpenStore.Trouble.ahead(unknown) }
        let steps = try await migrator.pending(in: database)
        for step in steps {
            Terminal.say("-- \(step.name)")
            for statement in step.statements { Terminal.say("\(statement);") }
        }
        if steps.isEmpty { Terminal.say("-- The database is up to date.") }
    }
}
