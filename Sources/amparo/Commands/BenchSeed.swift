import ArgumentParser
import Campaign
import Documents
import Foundation
import Storage

struct BenchSeed: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "seed",
        abstract: "Fill an empty database with a big invented archive.",
        discussion: """
            Half a century of actions with twice as many outputs, texts in six languages, letters, editions, decisions of sections and reports; \
            always the same for one day. It tells of nobody.

              amparo bench seed --database sqlite:big.sqlite
              amparo bench seed --actions 2000 --database postgres:///empty
            """
    )

    @OptionGroup var options: SettingsOptions

    @Option(help: "How many actions.")
    var actions = 25_000

    func validate() throws {
        guard (1...100_000).contains(actions) else { throw ValidationError("--actions is from 1 to 100000.") }
    }

    func run() async throws {
        try await Store.with(try await options.settings(), .made) { store in
            try await Self.seed(store, actions)
        }
        Terminal.say("\(actions) actions.")
    }

    /// Throws `Complaint` when there is something in the database.
    static func seed(_ store: Store, _ actions: Int) async throws {
        guard try await Migrator(Schema.migrations).status(of: store.database) == .empty else {
            throw Complaint("The database is not empty, and this would fill it with invented actions.", status: .refused)
        }
        try await OpenStore(database: store.database, world: store.world)()
        let archive = InventedArchive(size: actions, today: store.world.now().day(in: .gmt))
        for start in stride(from: 0, to: actions, by: 500) {
            try await store.database.write { db in try db.seed(start..<min(start + 500, actions), of: archive) }
        }
        _ = try await RebuildSearch(database: store.database).fill()
        // as the engines do by themselves after a while: what is measured is an archive that has grown for years
        try store.database.noteBlocking(.settling(store.database.dialect))
    }
}
