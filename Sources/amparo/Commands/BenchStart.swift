import ArgumentParser
import Foundation

struct BenchStart: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "start",
        abstract: "Measure how soon a server answers after its start, and what it holds when idle.",
        discussion: """
            Starts this program with the examples in a new folder, several times, and asks for the list until it comes.

              amparo bench start
              amparo bench start --database postgres:///empty --format json
            """
    )

    @Option(help: ArgumentHelp("An empty PostgreSQL database in place of a new SQLite file.", valueName: "url"))
    var database: String?

    @Option(help: "How many starts, of which the middle counts.")
    var rounds = 5

    @Option(help: "How it is told: text for people, json for programs, markdown for a README.")
    var format = BenchFormat.text

    func validate() throws {
        guard (1...100).contains(rounds) else { throw ValidationError("--rounds is from 1 to 100.") }
    }

    func run() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("amparo-start-\(ProcessInfo.processInfo.processIdentifier)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let table = try await StartBench(
            engine: database == nil ? "SQLite" : "PostgreSQL", database: database ?? "sqlite:\(folder)/start.sqlite", folder: folder, rounds: rounds)()
        try format.say(table)
    }
}
