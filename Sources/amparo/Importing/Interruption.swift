import Synchronization
import UnixSignals

/// Ctrl-C or SIGTERM: what is under way is finished and kept, nothing new is begun. The second one ends the program at once.
final class Interruption: Sendable {
    private let asked = Atomic<Bool>(false)

    var isAsked: Bool { asked.load(ordering: .relaxed) }

    static func watched<Result>(_ body: (Interruption) async throws -> Result) async throws -> Result {
        let interruption = Interruption(), signals = await UnixSignalsSequence(trapping: .sigint, .sigterm)
        let watch = Task {
            for await _ in signals where interruption.asked.exchange(true, ordering: .relaxed) { Terminal.leave(ExitStatus.interrupted.code) }
        }
        defer { watch.cancel() }
        return try await body(interruption)
    }
}
