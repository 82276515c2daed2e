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

    @Option(help: "How it is told: text for people, json for programs, markdown for a README.")
    var format = BenchFormat.text

    func validate() throws {
        guard (1...100_000).contains(actions) else { throw ValidationError("--actions is from 1 to 100000.") }
        guard (1...10_000).contains(rounds) else { throw ValidationError("--rounds is from 1 to 10000.") }
    }

    func run() async throws {
        let table = try await BenchStore.with(options, filling: { try await BenchSeed.seed($0, actions) }) { bench in
            let archive = InventedArchive(size: actions, today: bench.store.world.now().day(in: .gmt))
            return try await SearchBench(store: bench.store, engine: bench.engine, archive: archive, rounds: rounds)()
        }
        try format.say(table)
    }
}
