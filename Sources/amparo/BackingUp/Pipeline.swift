import Foundation

/// Programs of others, each reading what the one before writes, without a shell between them.
struct Pipeline {
    /// One program of the line.
    struct Step {
        let program: String
        let arguments: [String]
        /// What it finds in its environment beside ours: what must not stand in a list of processes.
        var environment: [String: String] = [:]
    }

    let steps: [Step]

    /// Runs all to their ends. Throws `Complaint` with the last words of the first that failed.
    ///
    /// - Parameters:
    ///   - input: what the first one reads; nothing unless given.
    ///   - output: where the last one writes; nowhere unless given.
    func callAsFunction(from input: FileHandle? = nil, to output: FileHandle? = nil) async throws {
        var source: Any = input ?? FileHandle.nullDevice
        var running: [Running] = []
        for (place, step) in steps.enumerated() {
            let pipe = Pipe(), isLast = place == steps.count - 1
            let process = Running(step, reads: source, writes: isLast ? output ?? FileHandle.nullDevice : pipe)
            do { try process.start() } catch {
                for other in running { other.stop() }
                throw Self.missing(step)
            }
            running.append(process)
            source = pipe
        }
        var failures: [(Step, String)] = [], isMissing: Step?
        for (step, process) in zip(steps, running) {
            let (status, words) = await process.end()
            if status == Self.notFound { isMissing = isMissing ?? step }
            if status != 0 { failures.append((step, words)) }
        }
        if let isMissing { throw Self.missing(isMissing) }
        // Whoever fails first breaks the pipes of the others, which then have nothing to say of their own.
        if let (step, words) = failures.first(where: { !$0.1.isEmpty }) ?? failures.first {
            throw Complaint(words.isEmpty ? "\(step.program) failed without a word." : "\(words).", status: .refused)
        }
    }

    /// What env ends with when there is no such program.
    private static let notFound: Int32 = 127

    private static func missing(_ step: Step) -> Complaint {
        let isPostgres = step.program.hasPrefix("pg_") || step.program.hasSuffix("db")
        return Complaint(
            "\(step.program) is not installed (Debian: \(isPostgres ? "postgresql-client" : step.program)).", status: .unavailable)
    }
}

extension Pipeline {
    /// A program under way, with what it complains of.
    private struct Running {
        private let process = Process()
        private let complaints = Pipe()
        private let ended: AsyncStream<Int32>

        init(_ step: Step, reads input: Any, writes output: Any) {
            let (ended, end) = AsyncStream.makeStream(of: Int32.self)
            self.ended = ended
            process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
            process.arguments = [step.program] + step.arguments
            process.environment = ProcessInfo.processInfo.environment.merging(step.environment) { $1 }
            process.standardInput = input
            process.standardOutput = output
            process.standardError = complaints
            process.terminationHandler = { process in
                end.yield(process.terminationStatus)
                end.finish()
            }
        }

        func start() throws { try process.runUnblocked() }

        func stop() { process.terminate() }

        /// Its status and the last line of what it complained of.
        func end() async -> (status: Int32, words: String) {
            let said = await withCheckedContinuation { continuation in
                Thread { continuation.resume(returning: complaints.fileHandleForReading.readDataToEndOfFile()) }.start()
            }
            let status = await ended.first { _ in true } ?? -1
            let lines = String(decoding: said.suffix(4_096), as: UTF8.self).split(separator: "\n")
            let line = lines.first { $0.contains("error:") } ?? lines.last ?? ""
            return (status, String(line.prefix(300)))
        }
    }
}
