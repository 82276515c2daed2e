import ArgumentParser
import Campaign
import Foundation
import Logging
import Site
import StorageSQLite

struct BenchDocuments: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "documents",
        abstract: "Measure how fast letters are made as PDF and Word files in a running server.",
        discussion: """
            Runs a server with the example actions on a free port and a new SQLite file, makes letters in it that are all different, then asks \
            for far more PDFs than can be made and measures a page meanwhile. The peers are WeasyPrint's own command and pandoc, a process \
            a letter.

              amparo bench documents
              amparo bench documents --letters 1000 --format json
            """
    )

    @OptionGroup var options: SettingsOptions

    @Option(help: "How many letters in each language.")
    var letters = 200

    @Option(help: "How it is told: text for people, json for programs, markdown for a README.")
    var format = BenchFormat.text

    func validate() throws {
        guard (1...100_000).contains(letters) else { throw ValidationError("--letters is from 1 to 100000.") }
    }

    func run() async throws {
        let settings = try await options.settings(), python = settings.python.value
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("amparo-bench-\(ProcessInfo.processInfo.processIdentifier)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let database = try SQLiteDatabase(path: folder.appending(path: "bench.sqlite").path), world = World.live
        try await OpenStore(database: database, world: world)()
        try await LoadExamples(database: database, world: world)()
        let press = Press(python: python), (ports, told) = AsyncStream.makeStream(of: Int.self)
        let services = try await SiteServices.make(
            database: database, world: world, host: "127.0.0.1", port: 0, limits: Limits(),
            logger: Self.logger,
            press: press
        ) { told.yield($0) }
        let table = try await RunningServices(services).during {
            let port = await ports.first { _ in true } ?? 0
            return try await DocumentsBench(press: press, python: python, port: port, letters: letters)()
        }
        await database.close()
        try format.say(table)
    }

    /// Says nothing, and keeps the number of each request, which error pages show.
    private static var logger: Logger {
        var logger = Logger(label: "bench")
        logger.logLevel = .critical
        return logger
    }
}
