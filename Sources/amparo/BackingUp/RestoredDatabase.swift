import Campaign
import Storage
import StoragePostgres
import StorageSQLite

/// A database that came out of a backup.
struct RestoredDatabase {
    let url: DatabaseURL
    let settings: Settings

    /// Brings its tables up to this program, takes back again what was withdrawn or erased since, and verifies what is in it.
    ///
    /// - Parameter purge: the newest purge list; nil where there is none.
    func verified(purge: PurgeList?) async throws -> Verification {
        let database: any Database =
            switch url {
            case .sqlite(let path): try SQLiteDatabase(path: path)
            case .postgres(let address): PostgresDatabase(url: address, sessions: settings.sessions.value)
            }
        do {
            try await Migrator(Schema.migrations).migrate(database, at: World.live.now().text)
            if let purge { _ = try await PurgeLists(database: database, world: .live).apply(purge, by: "backup") }
            let found = try await VerifyTallies(database: database)().adding(problems: VerifyEvents(database: database)())
            await database.close()
            return found
        } catch {
            await database.close()
            throw error
        }
    }
}

extension Verification {
    func tell(_ what: String) {
        for problem in problems { Terminal.complain("amparo: \(problem)") }
        Terminal.say("\(what): \(ok ? "ok" : "not ok"), \(reports) reports, \(appeals) appeals")
    }
}
