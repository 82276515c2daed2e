import Campaign
import Foundation
import Storage

/// A store of the length of one benchmark, with the examples in it.
enum BenchStore {
    /// Throws `Complaint` for a database that is not empty.
    static func with<T>(_ options: SettingsOptions, _ body: (Store, _ folder: String) async throws -> T) async throws -> T {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("amparo-bench-\(ProcessInfo.processInfo.processIdentifier)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        var flags = options
        flags.data = folder
        flags.database = flags.database ?? "sqlite:\(folder)/bench.sqlite"
        let settings = try await flags.settings()
        return try await Store.with(settings, .made) { store in
            guard try await Migrator(Schema.migrations).status(of: store.database) == .empty else {
                throw Complaint("The database is not empty, and this would fill it with examples.", status: .refused)
            }
            try await OpenStore(database: store.database, world: store.world)()
            try await LoadExamples(database: store.database, world: store.world)()
            return try await body(store, folder)
        }
    }
}
