import ArgumentParser
import Foundation

struct BenchRival: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rival",
        abstract: "Measure a page beside one of another program on this machine.",
        discussion: """
            Asks for a page of the examples with wrk, in turns with an address on this machine that has the same text. Benchmarks/wordpress starts \
            what organisations use now and runs this.

              amparo bench rival http://127.0.0.1:8090/?p=4 --called WordPress
            """
    )

    @OptionGroup var options: SettingsOptions

    @Argument(help: "The other program's page.")
    var url: String

    @Option(help: "What the other program is called in the table.")
    var called = "the other program"

    @Option(help: "How many times as many answers are wanted.")
    var times = 500.0

    @Option(help: "How long each round takes, in seconds.")
    var seconds = 5

    @Option(help: "How many rounds, of which the middle counts.")
    var rounds = 3

    @Option(help: "How it is told: text for people, json for programs, markdown for a README.")
    var format = BenchFormat.text

    func validate() throws {
        guard let host = URLComponents(string: url)?.host, ["127.0.0.1", "localhost", "[::1]"].contains(host) else {
            throw ValidationError("Only a server on this machine is asked.")
        }
        guard (1...60).contains(seconds) else { throw ValidationError("--seconds is from 1 to 60.") }
        guard (1...100).contains(rounds) else { throw ValidationError("--rounds is from 1 to 100.") }
    }

    func run() async throws {
        let table = try await BenchStore.with(options) { bench in
            try await RivalBench(
                store: bench.store, wrk: Wrk(folder: bench.folder), name: called, url: url, seconds: seconds, rounds: rounds, least: times)()
        }
        try format.say(table)
    }
}
