import ArgumentParser
import Foundation

struct BenchImport: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Measure how fast documents are read and imported.",
        discussion: """
            Makes an archive of invented text documents in several layouts and languages, reads it into drafts, imports it into a new SQLite \
            file, and searches the same files for ten patterns, which is the peer.

              amparo bench import --documents 20000
              amparo bench import --documents 1000 --only-make archive/
            """
    )

    @Option(help: "How many documents.")
    var documents = 2_000

    @Option(help: "How many are read at a time.")
    var cores = 2

    @Option(help: "How it is told: text for people, json for programs, markdown for a README.")
    var format = BenchFormat.text

    @Option(help: ArgumentHelp("Only make the documents, in this folder.", valueName: "folder"))
    var onlyMake: String?

    func validate() throws {
        guard (1...100_000).contains(documents) else { throw ValidationError("--documents is from 1 to 100000.") }
        guard (1...256).contains(cores) else { throw ValidationError("--cores is from 1 to 256.") }
    }

    func run() async throws {
        if let onlyMake {
            _ = try ImportBench(folder: onlyMake, documents: documents, cores: cores).makeDocuments()
            return
        }
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("amparo-bench-\(ProcessInfo.processInfo.processIdentifier)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let table = try await ImportBench(folder: folder.path, documents: documents, cores: cores)()
        try format.say(table)
    }
}
