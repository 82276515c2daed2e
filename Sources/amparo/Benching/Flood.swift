import Dispatch
import Foundation
import Synchronization

/// Many writers ask one server for a PDF each, again and again; each on a thread of its own, as browsers are. Whoever is told that too many
/// wait comes again a tenth of a second later, much sooner than the answer says.
final class Flood: Sendable {
    struct Sums {
        var made = 0
        var refused = 0
        /// Neither a PDF nor a refusal.
        var others = 0
    }

    private let request: @Sendable (Int) -> PageRequest
    private let isOver = Atomic(false)
    private let sums = Mutex(Sums())
    private let writers = DispatchGroup()

    /// - Parameter request: what each writer asks, by the writer's number.
    init(_ count: Int, _ request: @escaping @Sendable (Int) -> PageRequest) {
        self.request = request
        for writer in 0..<count {
            writers.enter()
            Thread.detachNewThread { [self] in
                while !isOver.load(ordering: .relaxed) { ask(writer) }
                writers.leave()
            }
        }
    }

    private func ask(_ writer: Int) {
        let status = request(writer)()?.status
        sums.withLock { sums in
            switch status {
            case 200: sums.made += 1
            case 503: sums.refused += 1
            default: sums.others += 1
            }
        }
        if status != 200 { Thread.sleep(forTimeInterval: 0.1) }
    }

    /// Sends everybody home and tells what they got.
    func end() async -> Sums {
        isOver.store(true, ordering: .relaxed)
        await withCheckedContinuation { home in writers.notify(queue: .global()) { home.resume() } }
        return sums.withLock { $0 }
    }
}
