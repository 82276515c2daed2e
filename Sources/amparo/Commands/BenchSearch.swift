import ArgumentParser
import Campaign
import Documents
import Foundation
import Storage

struct BenchSearch: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search",
        abstract: "Measure searches in a big archive.",
        discussion: """
            Seeds a new SQLite file (or an empty database that --database names) as `amparo bench seed` does, and looks for names, mistyped \
            names, frequent words and more, a whole page each.

              amparo bench search
              amparo bench search --actions 5000 --format json
              amparo bench search --database postgres:///empty
            """
    )

    @OptionGroup var options: SettingsOptions

    @Option(help: "How many actions.")
    var actions = 25_000

    @Option(help: "How often each kind of search is made.")
    var rounds = 100

    @Option(help: "How it is told: text for people, json for programs.")
    var format = BenchDesk.Format.text

    func validate() throws {
        guard (1...100_000).contains(actions) else { throw ValidationError("--actions is from 1 to 100000.") }
        guard (1...10_000).contains(rounds) else { throw ValidationError("--rounds is from 1 to 10000.") }
    }

    func run() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("amparo-bench-\(ProcessInfo.processInfo.processIdentifier)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        var flags = options
        flags.data = folder
        flags.database = flags.database ?? "sqlite:\(folder)/bench.sqlite"
        let settings = try await flags.settings()
        let table = try await Store.with(settings, .made) { store in
            try await BenchSeed.seed(store, actions)
            let archive = InventedArchive(size: actions, today: store.world.now().day(in: .gmt))
            let engine = store.database.dialect == .sqlite ? "SQLite" : "PostgreSQL"
            return try await SearchBench(store: store, engine: engine, archive: archive, rounds: rounds)()
        }
        Terminal.say(format == .json ? try JSONLine.text(table) : table.text)
    }
}
