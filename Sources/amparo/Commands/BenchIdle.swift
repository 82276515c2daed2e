import ArgumentParser
import Foundation

struct BenchIdle: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "idle",
        abstract: "Measure what very many open connections cost in memory.",
        discussion: """
            Opens connections to a server in this process, asks each for one page, and leaves them open. Two files a connection must be allowed \
            (ulimit -n).

              amparo bench idle
              amparo bench idle --connections 5000 --format json
            """
    )

    @OptionGroup var options: SettingsOptions

    @Option(help: "How many connections.")
    var connections = 10_000

    @Option(help: "How it is told: text for people, json for programs, markdown for a README.")
    var format = BenchFormat.text

    func validate() throws {
        guard (1...20_000).contains(connections) else { throw ValidationError("--connections is from 1 to 20000.") }
    }

    func run() async throws {
        let table = try await BenchStore.with(options) { try await IdleBench(store: $0.store, connections: connections)() }
        try format.say(table)
    }
}
