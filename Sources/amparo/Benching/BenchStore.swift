import Campaign
import Foundation
import Storage

/// A store of the length of one benchmark: a new SQLite file in a folder that is gone afterwards, or an empty database that is named.
struct BenchStore {
    let store: Store
    let folder: String
    /// What the engine is called in a table.
    var engine: String { store.database.dialect == .sqlite ? "SQLite" : "PostgreSQL" }

    /// - Parameter fill: puts into it what is measured over; the examples unless something else is said.
    ///
    /// Throws `Complaint` for a database that is not empty.
    static func with<T>(
        _ options: SettingsOptions, filling fill: (Store) async throws -> Void = examples, _ body: (BenchStore) async throws -> T
    ) async throws -> T {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("amparo-bench-\(ProcessInfo.processInfo.processIdentifier)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        var flags = options
        flags.data = folder
        flags.database = flags.database ?? "sqlite:\(folder)/bench.sqlite"
        let settings = try await flags.settings()
        return try await Store.with(settings, .made) { store in
            guard try await Migrator(Schema.migrations).status(of: store.database) == .empty else {
                throw Complaint("The database is not empty, and this would fill it with what is invented.", status: .refused)
            }
            try await fill(store)
            return try await body(BenchStore(store: store, folder: folder))
        }
    }

    static func examples(_ store: Store) async throws {
        try await OpenStore(database: store.database, world: store.world)()
        try await LoadExamples(database: store.database, world: store.world)()
    }
}
