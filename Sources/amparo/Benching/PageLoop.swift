import Foundation
import Synchronization

/// One reader who asks for a page again and again, on a thread of its own, until told to stop.
final class PageLoop: Sendable {
    private struct State {
        var times: [Double] = []
        var failures = 0
        var isOver = false
    }

    private let request: PageRequest
    private let pause: Duration
    private let state = Mutex(State())

    /// A reader who never comes to an end is told to.
    private static let most = 100_000

    init(_ request: PageRequest, every pause: Duration = .milliseconds(10)) {
        self.request = request
        self.pause = pause
    }

    /// Asks until `body` is over. Gives how long the answers took, and how many there were not.
    func callAsFunction(while body: () async throws -> Void) async throws -> (timings: Timings, failures: Int) {
        let ended = AsyncStream.makeStream(of: Void.self)
        let thread = Thread { [self] in
            while ask() { usleep(useconds_t(pause / .microseconds(1))) }
            ended.continuation.finish()
        }
        thread.start()
        let result: Result<Void, any Error>
        do { result = .success(try await body()) } catch { result = .failure(error) }
        state.withLock { $0.isOver = true }
        for await _ in ended.stream {}
        try result.get()
        return state.withLock { (Timings($0.times), $0.failures) }
    }

    private func ask() -> Bool {
        guard state.withLock({ !$0.isOver && $0.times.count < Self.most }) else { return false }
        let start = ContinuousClock.now, bytes = request(), time = start.duration(to: .now) / .milliseconds(1)
        state.withLock { state in
            state.times.append(time)
            if bytes == nil { state.failures += 1 }
        }
        return true
    }
}
