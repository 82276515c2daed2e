import Subprocess
import SystemPackage

/// A program that reads a document on standard input and prints it in another format, within bounds and without our environment.
///
/// Time, memory and open files are bounded by the kernel (`prlimit`), waiting by `timeout`; nothing touches a disk. What it reaches beside the
/// document is told by `Enclosure`.
struct OutsideProgram: Sendable {
    let name: String
    let package: String
    let arguments: [String]
    var bounds = Bounds()
    /// What it may read besides the system's programs.
    var folders: [String] = []
    /// Where programs are looked for: not the caller's, so that no secret of our environment is handed on.
    var path = "/usr/local/bin:/usr/bin:/bin"

    /// What one document may cost.
    struct Bounds: Sendable {
        var seconds = 2
        /// On a busy machine a process may wait long for its two seconds, and for us to read what it printed.
        var patience = 120
        var memory = 400_000_000
        var output = 8_000_000
    }

    func callAsFunction(_ bytes: [UInt8]) async throws(ConversionFailure) -> [UInt8] {
        let result: ExecutionResult<Void, BytesOutput, StringOutput<Unicode.UTF8>>
        do {
            let document = try MemoryFile(bytes)
            result = try await run(
                .name("timeout"), arguments: Arguments(words), environment: .custom(["PATH": path, "LC_ALL": "C.UTF-8", "HOME": "/nonexistent"]),
                input: .fileDescriptor(document.descriptor, closeAfterSpawningProcess: true), output: .bytes(limit: bounds.output),
                error: .string(limit: 1 << 20))
        } catch let error as SubprocessError {
            throw failure(error)
        } catch {
            throw .damaged
        }
        guard case .exited(0) = result.terminationStatus else { throw failure(result.terminationStatus, result.standardError) }
        return result.standardOutput
    }

    private var words: [String] {
        let limits = ["--cpu=\(bounds.seconds)", "--data=\(bounds.memory)", "--fsize=0", "--core=0", "--nofile=64"]
        let enclosed = Enclosure.words(around: folders, endsWithCaller: true)
        return ["--kill-after=1", "\(bounds.patience)"] + enclosed + ["prlimit"] + limits + ["--", name] + arguments
    }

    private func failure(_ error: SubprocessError) -> ConversionFailure {
        switch error.code {
        case .executableNotFound: .missing(MissingProgram(name: "timeout", package: "coreutils"))
        case .outputLimitExceeded: .tooLarge
        default: .damaged
        }
    }

    /// What a program says of a document that it did not take.
    private func failure(_ complaint: String) -> ConversionFailure {
        if complaint.hasPrefix("bwrap: ") { return .notEnclosed }
        if complaint.contains("Incorrect password") { return .encrypted }
        return complaint.contains("DecompressionBomb") ? .tooLarge : .damaged
    }

    private func failure(_ status: TerminationStatus, _ complaint: String?) -> ConversionFailure {
        let isUnwrapped = complaint?.hasPrefix("timeout: ") ?? false
        return switch status {
        case .exited(127) where isUnwrapped, .exited(126) where isUnwrapped: .notEnclosed
        case .exited(127), .exited(126): .missing(MissingProgram(name: name, package: package))
        case .exited(124), .exited(137), .exited(152), .signaled(24), .signaled(9): .tooSlow
        default: failure(complaint ?? "")
        }
    }
}
