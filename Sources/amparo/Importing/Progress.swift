import Foundation
import Synchronization

/// How far a batch has come: one line on standard error that is drawn again and again, and on a terminal only.
final class Progress: Sendable {
    private struct State {
        var pace = ProgressPace(from: .now)
        var refused = 0
        var drawn: ContinuousClock.Instant?
    }

    private let state = Mutex(State())
    private let total: Int
    private let isShown: Bool

    init(of total: Int) {
        self.total = total
        isShown = total > 1 && isatty(STDERR_FILENO) == 1
    }

    /// One more document was read.
    func advance() {
        guard isShown else { return }
        state.withLock { state in
            state.pace.advance(at: .now)
            if let drawn = state.drawn, drawn.duration(to: .now) < .milliseconds(100) { return }
            draw(&state)
        }
    }

    /// Lets other lines out without the line of progress among them; they tell of so many refusals.
    func aside(refused: Int = 0, _ body: () throws -> Void) throws {
        guard isShown else { return try body() }
        try state.withLock { state in
            Terminal.draw("")
            state.refused += refused
            defer { draw(&state) }
            try body()
        }
    }

    func end() {
        if isShown { Terminal.draw("") }
    }

    private func draw(_ state: inout State) {
        state.drawn = .now
        let line = ProgressLine(read: state.pace.read, total: total, refused: state.refused, rate: state.pace.rate(at: .now))
        Terminal.draw(line.text(columns: Terminal.columns))
    }
}
