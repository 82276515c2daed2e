import Campaign
import Foundation
import Storage
import StoragePostgres
import StorageSQLite

/// The database that the settings name, opened by the driver for it.
struct Store: Sendable {
    let database: any Database
    let world = World.live

    /// What a command expects of the database it opens.
    enum Expectation {
        /// One is made when there is none, and filled with the shipped sections.
        case madeWhenMissing
        /// A place for one is made when there is none; its tables are the command's business.
        case made
        /// Made by an earlier command; looking at nothing would only confuse.
        case present
        /// Whatever there is, in whatever state.
        case any
    }

    /// Opens the database, hands it to `body` and closes it, however `body` ends.
    static func with<T>(_ settings: Settings, _ expectation: Expectation, _ body: (Store) async throws -> T) async throws -> T {
        let store = try Store(settings, making: expectation == .madeWhenMissing || expectation == .made)
        do {
            try await store.ready(expectation)
            let result = try await body(store)
            await store.database.close()
            return result
        } catch {
            await store.database.close()
            throw error
        }
    }

    private init(_ settings: Settings, making: Bool) throws {
        switch settings.database.value {
        case .sqlite(let path):
            if making { try Folder(above: path).make() }
            guard making || !settings.lacksFile else { throw Complaint.noDatabase(settings) }
            database = try SQLiteDatabase(path: path)
        case .postgres(let address):
            database = PostgresDatabase(url: address, replicas: settings.replicaAddresses, sessions: settings.sessions.value)
        }
    }

    private func ready(_ expectation: Expectation) async throws {
        switch expectation {
        case .any, .made: break
        case .madeWhenMissing: try await OpenStore(database: database, world: world)()
        case .present:
            if try await Migrator(Schema.migrations).status(of: database) == .empty { throw Complaint.emptyDatabase }
            try await OpenStore(database: database, world: world)()
        }
    }
}

extension Settings {
    fileprivate var replicaAddresses: [String] {
        replicas.value.compactMap { if case .postgres(let address) = $0 { address } else { nil } }
    }

    /// Whether the database is a file that is not there yet.
    var lacksFile: Bool {
        guard case .sqlite(let path) = database.value else { return false }
        return !FileManager.default.fileExists(atPath: path)
    }
}

extension Complaint {
    static func noDatabase(_ settings: Settings) -> Complaint {
        Complaint("There is no database at \(settings.database.value). `amparo serve` or `amparo import` makes one.", status: .unavailable)
    }

    static let emptyDatabase = Complaint("The database is empty. `amparo serve` or `amparo import` prepares it.", status: .unavailable)
}
