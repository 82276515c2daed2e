import Campaign
import Synchronization

/// One pack at a time, so that letters never wait for packs; a few may stand in line, and whoever comes then is told to come again.
final class PackTurns: Sendable {
    /// How many wait at most.
    static let line = 3

    private enum Turn { case now, later, never }

    private struct State {
        var isTaken = false
        /// Told whether it is their turn.
        var waiting: [CheckedContinuation<Bool, Never>] = []
    }

    private let state = Mutex(State())

    /// Throws `PressRefusal.busy` when the line is full.
    func callAsFunction<T: Sendable>(_ make: () async throws -> T) async throws -> T {
        guard await isGranted() else { throw PressRefusal.busy }
        defer { next() }
        return try await make()
    }

    private func isGranted() async -> Bool {
        await withCheckedContinuation { waiting in
            let turn = state.withLock { state in
                guard state.isTaken else {
                    state.isTaken = true
                    return Turn.now
                }
                guard state.waiting.count < Self.line else { return .never }
                state.waiting.append(waiting)
                return .later
            }
            if turn != .later { waiting.resume(returning: turn == .now) }
        }
    }

    private func next() {
        let next = state.withLock { state -> CheckedContinuation<Bool, Never>? in
            guard state.waiting.isEmpty else { return state.waiting.removeFirst() }
            state.isTaken = false
            return nil
        }
        next?.resume(returning: true)
    }
}
