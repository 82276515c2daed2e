import ArgumentParser
import Campaign
import Foundation
import Storage

struct BenchPages: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pages",
        abstract: "Measure how many pages a second are served, beside nginx with the same bytes.",
        discussion: """
            Serves the examples from a new SQLite file (or an empty database that --database names) and asks for one of them with wrk, in turns \
            with nginx serving what was answered from a file. Benchmarks/pages gets the two and runs this.

              amparo bench pages
              amparo bench pages --seconds 2 --rounds 3 --format json
              amparo bench pages --database postgres:///empty
            """
    )

    @OptionGroup var options: SettingsOptions

    @Option(help: "How long each round takes, in seconds.")
    var seconds = 3

    @Option(help: "How many rounds, of which the middle counts.")
    var rounds = 5

    @Option(help: "How many connections ask.")
    var connections = 64

    @Option(help: "How it is told: text for people, json for programs, markdown for a README.")
    var format = BenchFormat.text

    func validate() throws {
        guard (1...60).contains(seconds) else { throw ValidationError("--seconds is from 1 to 60.") }
        guard (1...100).contains(rounds) else { throw ValidationError("--rounds is from 1 to 100.") }
        guard (1...1_000).contains(connections) else { throw ValidationError("--connections is from 1 to 1000.") }
    }

    func run() async throws {
        let table = try await BenchStore.with(options) { bench in
            let peers = PagePeers(cores: ProcessInfo.processInfo.activeProcessorCount, folder: bench.folder)
            return try await PageBench(
                store: bench.store, engine: bench.engine, peers: peers, wrk: Wrk(folder: bench.folder), seconds: seconds, rounds: rounds,
                connections: connections)()
        }
        try format.say(table)
    }
}
