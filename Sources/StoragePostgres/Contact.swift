import Synchronization

/// Whether the server still answers, and whether it is still the same one. Lines that wait for an answer ask this instead of waiting for ever:
/// a frozen server and a cut network say nothing, which the network's own time-outs do not always notice.
final class Contact: Sendable {
    private struct State {
        /// When something was last heard; nil while nobody watches, since then silence means nothing.
        var heard: ContinuousClock.Instant?
        var server: String?
        var era = 0
    }

    private let state = Mutex(State())

    /// Silence that is more than a server at its limit: a restart refuses at once and takes less.
    private static let patience = Duration.seconds(5)

    /// From now on silence counts.
    func beginWatch() {
        state.withLock { $0.heard = .now }
    }

    /// Any answer to any line.
    func noteAnswer() {
        state.withLock { state in
            if state.heard != nil { state.heard = .now }
        }
    }

    /// An answer to the line that watches, by a server known by where it is and when it started. Another one begins an era, and lines of
    /// an earlier era are hung up: nothing may be written to a server that was given up.
    func noteAnswer(by server: String) {
        state.withLock { state in
            if state.heard != nil { state.heard = .now }
            if let known = state.server, known != server { state.era += 1 }
            state.server = server
        }
    }

    var era: Int { state.withLock(\.era) }

    var isLost: Bool {
        state.withLock { state in state.heard.map { ContinuousClock.now - $0 > Self.patience } ?? false }
    }
}
