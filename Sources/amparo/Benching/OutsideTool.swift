import Foundation

/// A program of others beside which something is measured.
struct OutsideTool {
    let path: String

    /// Runs it to its end and gives what it said. Throws `Complaint` when it cannot be run or fails.
    func callAsFunction(_ arguments: [String]) async throws -> String {
        let process = process(arguments), said = Pipe(), complained = Pipe(), (ends, ended) = AsyncStream.makeStream(of: Int32.self)
        process.standardOutput = said
        process.standardError = complained
        process.terminationHandler = { process in
            ended.yield(process.terminationStatus)
            ended.finish()
        }
        try start(process)
        async let words = Self.text(of: said), reasons = Self.text(of: complained)
        let (text, complaint) = await (words, reasons), status = await ends.first { _ in true } ?? -1
        guard status == 0 else {
            let reason = complaint.split(separator: "\n").last.map { ": \($0)" } ?? "."
            throw Complaint("\(path) ended with \(status)\(reason)", status: .unavailable)
        }
        return text
    }

    /// All that comes out of it, read by a thread that may wait.
    private static func text(of pipe: Pipe) async -> String {
        let bytes: Foundation.Data = await withCheckedContinuation { continuation in
            Thread { continuation.resume(returning: pipe.fileHandleForReading.readDataToEndOfFile()) }.start()
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Runs it until `body` is over, and then ends it for good.
    func whileRunning<T>(_ arguments: [String], _ body: () async throws -> T) async throws -> T {
        try await whileRunning(arguments) { (_: pid_t) in try await body() }
    }

    /// The same for who wants to know the process.
    func whileRunning<T>(_ arguments: [String], _ body: (pid_t) async throws -> T) async throws -> T {
        let process = process(arguments)
        process.standardOutput = FileHandle.nullDevice
        try start(process)
        defer { kill(process.processIdentifier, SIGKILL) }
        return try await body(process.processIdentifier)
    }

    private func process(_ arguments: [String]) -> Process {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.standardInput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        return process
    }

    private func start(_ process: Process) throws {
        do { try process.runUnblocked() } catch {
            throw Complaint("\(path) cannot be run; Benchmarks/all gets what is needed.", status: .unavailable)
        }
    }
}
