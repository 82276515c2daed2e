import ArgumentParser
import Foundation

struct BenchReports: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reports",
        abstract: "Measure how many reports a second are entered, and that none is lost.",
        discussion: """
            Sends the report form of an example over many connections with wrk: to a server with a new SQLite file (or an empty database that \
            --database names), and in turns to one that keeps nothing; then to one whose commits take a millisecond more, and in turns to one with \
            a transaction for each report.

              amparo bench reports
              amparo bench reports --seconds 2 --rounds 3 --format json
              amparo bench reports --database postgres:///empty
            """
    )

    @OptionGroup var options: SettingsOptions

    @Option(help: "How long each round takes, in seconds.")
    var seconds = 3

    @Option(help: "How many rounds, of which the middle counts.")
    var rounds = 5

    @Option(help: "How many connections send.")
    var connections = 256

    @Option(help: "How it is told: text for people, json for programs, markdown for a README.")
    var format = BenchFormat.text

    func validate() throws {
        guard (1...60).contains(seconds) else { throw ValidationError("--seconds is from 1 to 60.") }
        guard (1...100).contains(rounds) else { throw ValidationError("--rounds is from 1 to 100.") }
        guard (1...1_000).contains(connections) else { throw ValidationError("--connections is from 1 to 1000.") }
    }

    func run() async throws {
        let table = try await BenchStore.with(options) { bench in
            try await ReportBench(
                store: bench.store, engine: bench.engine, wrk: Wrk(folder: bench.folder), seconds: seconds, rounds: rounds, connections: connections)()
        }
        try format.say(table)
    }
}
