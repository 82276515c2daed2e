import Mail
import Synchronization

/// How many notices of one round are under way, and what became of those that are over, until that is written down.
final class Notebook: Sendable {
    /// What became of one, and the receipt that is released once that is noted.
    struct Entry: Sendable {
        let settlement: Settlement
        let receipt: Receipt?
    }

    private struct State {
        var entries: [Entry] = []
        var underWay = 0
        var failure: (any Error)?
        var isClosed = false
    }

    private let state = Mutex(State())
    /// An element when there is something to write down, and every now and then.
    let calls: AsyncStream<Void>
    private let call: AsyncStream<Void>.Continuation
    /// An element when something was written down, and every now and then.
    let turns: AsyncStream<Void>
    private let turn: AsyncStream<Void>.Continuation

    /// How often whoever waits looks again, though nothing was written down.
    private static let pause = Duration.milliseconds(500)

    init() {
        (calls, call) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
        (turns, turn) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    var underWay: Int { state.withLock { $0.underWay } }

    /// Why something could not be written down.
    var failure: (any Error)? { state.withLock { $0.failure } }

    func begin(_ count: Int) { state.withLock { $0.underWay += count } }

    func enter(_ settlement: Settlement, _ receipt: Receipt? = nil) {
        let isTaken = state.withLock { state in
            if !state.isClosed { state.entries.append(Entry(settlement: settlement, receipt: receipt)) }
            return !state.isClosed
        }
        if isTaken { call.yield() } else { receipt?.release(isNoted: false) }
    }

    /// What waits to be written down, so many at most.
    func take(_ most: Int) -> [Entry] {
        state.withLock { state in
            if state.entries.count <= most {
                defer { state.entries = [] }
                return state.entries
            }
            defer { state.entries.removeFirst(most) }
            return Array(state.entries.prefix(most))
        }
    }

    /// These were written down, or could not be.
    func settle(_ entries: [Entry], failure: (any Error)?) {
        for entry in entries { entry.receipt?.release(isNoted: failure == nil) }
        state.withLock { state in
            state.underWay -= entries.count
            state.failure = state.failure ?? failure
        }
        turn.yield()
    }

    /// Has both who wait look again every now and then; until it is cancelled.
    func tick() async {
        while (try? await Task.sleep(for: Self.pause)) != nil {
            turn.yield()
            call.yield()
        }
    }

    /// Nobody writes any more: what comes from now on is not noted.
    func close() {
        let left = state.withLock { state in
            defer { state.entries = [] }
            state.isClosed = true
            return state.entries
        }
        for entry in left { entry.receipt?.release(isNoted: false) }
    }
}
