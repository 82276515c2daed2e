import ArgumentParser
import Foundation

struct BenchIdle: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "idle",
        abstract: "Measure what very many open connections cost in memory.",
        discussion: """
            Starts this program with the examples in a new folder, opens connections to it, asks each for one page, and leaves them open. A file a \
            connection must be allowed (ulimit -n), to either process.

              amparo bench idle
              amparo bench idle --connections 5000 --format json
            """
    )

    @Option(help: "How many connections.")
    var connections = 10_000

    @Option(help: "How it is told: text for people, json for programs, markdown for a README.")
    var format = BenchFormat.text

    func validate() throws {
        guard (1...20_000).contains(connections) else { throw ValidationError("--connections is from 1 to 20000.") }
    }

    func run() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("amparo-idle-\(ProcessInfo.processInfo.processIdentifier)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try format.say(try await IdleBench(folder: folder, connections: connections)())
    }
}
