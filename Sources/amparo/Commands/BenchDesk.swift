import ArgumentParser
import Campaign
import Foundation
import Storage

struct BenchDesk: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "desk",
        abstract: "Measure each page of the desk over a big archive.",
        discussion: """
            Seeds a new SQLite file (or an empty database that --database names) as `amparo bench seed` does, signs somebody in and asks for \
            every page that the desk leads to, at the international section's and at the Swiss one's.

              amparo bench desk
              amparo bench desk --actions 5000 --format json
              amparo bench desk --database postgres:///empty
            """
    )

    enum Format: String, CaseIterable, ExpressibleByArgument { case text, json }

    @OptionGroup var options: SettingsOptions

    @Option(help: "How many actions.")
    var actions = 25_000

    @Option(help: "How often each page is asked for.")
    var rounds = 100

    @Option(help: "How it is told: text for people, json for programs.")
    var format = Format.text

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
            let engine = store.database.dialect == .sqlite ? "SQLite" : "PostgreSQL"
            return try await DeskBench(store: store, engine: engine, keyring: KeyFile(in: folder).keyring(for: store), rounds: rounds)()
        }
        Terminal.say(format == .json ? try JSONLine.text(table) : table.text)
    }
}
