import Campaign
import Foundation
import StorageSQLite

/// Measures reading and importing an invented archive.
struct ImportBench {
    let folder: String
    let documents: Int
    /// How many documents are read at a time.
    let cores: Int

    private static let goal = 200.0
    private static let memoryGoal = 300.0

    /// The invented documents, in files, a few thousand to a folder.
    func makeDocuments() throws -> [DocumentFile] {
        try (0..<documents).map { number in
            let document = InventedDocument(number: number), place = "\(folder)/documents/\(number / 2_000)"
            if number % 2_000 == 0 { try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true) }
            try Data(document.text.utf8).write(to: URL(fileURLWithPath: "\(place)/\(document.fileName)"))
            return DocumentFile(path: "\(place)/\(document.fileName)")
        }
    }

    func callAsFunction() async throws -> BenchTable {
        let files = try makeDocuments()
        let (read, reading) = try await timed { try await take(files, nil) }
        let readingPeak = PeakMemory.megabytes
        let (written, writing) = try await timed { try await importAll(files) }
        let writingPeak = PeakMemory.megabytes
        let (_, scanning) = try await timed { try await PlainScan()(files, width: cores) }
        return BenchTable(
            rows: [
                rate("import: \(read.read) of \(read.documents) text documents to drafts, \(cores) cores", reading.passed, scanning.passed),
                rate(
                    "import: drafts, a second of processor time on \(cores) cores", reading.computed / Double(cores),
                    scanning.computed / Double(cores)),
                rate("import: \(written.read) of \(written.documents) to SQLite (synchronous=FULL)", writing.passed, scanning.passed),
                rate(
                    "import: to SQLite, a second of processor time on \(cores) cores", writing.computed / Double(cores),
                    scanning.computed / Double(cores)),
            ] + [memory("import: peak memory, drafts", readingPeak), memory("import: peak memory, with SQLite", writingPeak)].compactMap(\.self)
        )
    }

    /// Seconds on the clock, and seconds that processors worked, which hold on a busy machine too.
    private typealias Seconds = (passed: Double, computed: Double)

    private func timed<Result>(_ body: () async throws -> Result) async throws -> (Result, Seconds) {
        let start = ContinuousClock.now, computed = ComputingTime.seconds, result = try await body()
        return (result, (start.duration(to: .now) / .seconds(1), ComputingTime.seconds - computed))
    }

    private func importAll(_ files: [DocumentFile]) async throws -> BatchSums {
        let database = try SQLiteDatabase(path: "\(folder)/bench.sqlite"), world = World.live
        try await OpenStore(database: database, world: world)()
        let sums = try await take(files, ImportDocuments(database: database, world: world))
        await database.close()
        return sums
    }

    private func take(_ files: [DocumentFile], _ accept: ImportDocuments?) async throws -> BatchSums {
        let listener = BatchListener(printer: nil), intake = Intake(accept: accept, restore: nil, terms: ImportDocument.Terms(), name: "bench")
        try await Interruption.watched { interruption in
            try await Batch(
                intake: intake, listener: listener, interruption: interruption, progress: Progress(of: files.count), width: cores
            )(files)
            if interruption.isAsked { throw ExitStatus.interrupted.code }
        }
        return listener.sums
    }

    private func rate(_ name: String, _ seconds: Double, _ peer: Double) -> BenchRow {
        let value = Double(documents) / seconds
        return BenchRow(
            name, value, "documents/s", peer: PlainScan.name, Double(documents) / peer, goal: "at least \(Int(Self.goal)) documents/s",
            met: value >= Self.goal
        )
    }

    private func memory(_ name: String, _ megabytes: Double?) -> BenchRow? {
        megabytes.map { BenchRow(name, $0, "MB", peer: "the limit", Self.memoryGoal, goal: "less than 300 MB", met: $0 < Self.memoryGoal) }
    }
}
