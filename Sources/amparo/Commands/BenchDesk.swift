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

    @OptionGroup var options: SettingsOptions

    @Option(help: "How many actions.")
    var actions = 25_000

    @Option(help: "How often each page is asked for.")
    var rounds = 100

    @Option(help: "How it is told: text for people, json for programs, markdown for a README.")
    var format = BenchFormat.text

    func validate() throws {
        guard (1...100_000).contains(actions) else { throw ValidationError("--actions is from 1 to 100000.") }
        guard (1...10_000).contains(rounds) else { throw ValidationError("--rounds is from 1 to 10000.") }
    }

    func run() async throws {
        let table = try await BenchStore.with(options, filling: { try await BenchSeed.seed($0, actions) }) { bench in
            let keyring = try await KeyFile(in: bench.folder).keyring(for: bench.store)
            return try await DeskBench(store: bench.store, engine: bench.engine, keyring: keyring, rounds: rounds)()
        }
        try format.say(table)
    }
}
