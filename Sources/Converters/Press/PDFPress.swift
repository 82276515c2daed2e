import Dispatch
import Foundation
import Synchronization

/// Makes PDFs of pages with WeasyPrint, in processes that stay warm; a bounded number of them, and a bounded line of those who wait.
///
/// Only the text of the page counts: nothing that it names is fetched, from no disk and no network.
package final class PDFPress: Sendable {
    private struct Job {
        let html: [UInt8]
        let made: CheckedContinuation<Result<[UInt8], PressFailure>, Never>
    }

    private struct State {
        var waiting: [Job] = []
        var idle: [PressSeat]
        /// When a process last failed to start: it is not tried for every letter.
        var failedStart: ContinuousClock.Instant?
    }

    private let state: Mutex<State>
    private let seats: [PressSeat]
    private let python: String
    private let bounds: PressBounds

    /// - Parameter python: the interpreter that has WeasyPrint.
    package init(python: String, bounds: PressBounds = PressBounds()) {
        self.python = python
        self.bounds = bounds
        seats = (0..<max(bounds.workers, 1)).map { PressSeat($0, bounds) }
        state = Mutex(State(idle: seats.reversed()))
    }

    /// Whether papers can be made, as far as is known without making one.
    package var isThere: Bool {
        access(python, X_OK) == 0 && !hasJustFailed
    }

    /// Bytes of memory that its processes held at most, together.
    package var memory: Int { seats.reduce(0) { $0 + $1.memory } }

    /// Starts a process before the first paper is asked for.
    package func warm() {
        guard isThere, let seat = state.withLock({ $0.idle.popLast() }) else { return }
        seat.queue.async { [self] in
            if !seat.isReady(python) { noteFailedStart() }
            work(at: seat)
        }
    }

    /// The PDF of a page (PDF/UA-1), with the page's language and title.
    package func callAsFunction(_ html: String) async throws(PressFailure) -> [UInt8] {
        guard html.utf8.count <= bounds.input else { throw .tooLarge }
        guard isThere else { throw .missing }
        let made = await withCheckedContinuation { made in take(Job(html: Array(html.utf8), made: made)) }
        return try made.get()
    }
}

extension PDFPress {
    private static let startPause = Duration.seconds(30)

    private var hasJustFailed: Bool {
        state.withLock { $0.failedStart.map { ContinuousClock.now - $0 < Self.startPause } ?? false }
    }

    private func noteFailedStart() {
        state.withLock { $0.failedStart = .now }
    }

    private func take(_ job: Job) {
        let (isTaken, seat) = state.withLock { state -> (Bool, PressSeat?) in
            guard state.waiting.count < bounds.line else { return (false, nil) }
            state.waiting.append(job)
            return (true, state.idle.popLast())
        }
        guard isTaken else { return job.made.resume(returning: .failure(.busy)) }
        if let seat { seat.queue.async { [self] in work(at: seat) } }
    }

    /// Makes papers at a seat until none is waiting.
    private func work(at seat: PressSeat) {
        while let job = next(for: seat) {
            let made = seat.paper(job.html, python)
            if case .failure(.missing) = made { noteFailedStart() }
            job.made.resume(returning: made)
        }
    }

    private func next(for seat: PressSeat) -> Job? {
        state.withLock { state in
            if !state.waiting.isEmpty { return state.waiting.removeFirst() }
            // the first seat is taken first, so that a second process starts only when two are needed at once
            state.idle.append(seat)
            state.idle.sort { $0.place > $1.place }
            return nil
        }
    }
}
