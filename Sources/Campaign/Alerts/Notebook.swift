import Dispatch
import Mail
import Synchronization

/// How many notices of one round are under way, and what became of those that are over, until that is written down and entered in the rows.
final class Notebook: Sendable {
    /// What became of one, and the receipt that is released once that is noted.
    struct Entry: Sendable {
        let settlement: Settlement
        let receipt: Receipt?
    }

    private struct State {
        var entries: [Entry] = []
        var underWay = 0
        var unentered = 0
        var failure: (any Error)?
        var isClosed = false
    }

    private let state = Mutex(State())
    /// Rings when there is something to write down again, and at the end.
    private let bell = DispatchSemaphore(value: 0)
    /// An element when something was written down, and every now and then.
    let turns: AsyncStream<Void>
    private let turn: AsyncStream<Void>.Continuation
    /// An element when what was written down is to be entered in the rows: once it is much, and every now and then while it is little.
    let folds: AsyncStream<Void>
    private let fold: AsyncStream<Void>.Continuation

    private static let much = 512
    /// How often whoever waits looks again, though nothing was written down.
    private static let pause = Duration.milliseconds(500)

    init() {
        (turns, turn) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
        (folds, fold) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    var underWay: Int { state.withLock { $0.underWay } }

    /// Why something could not be written down.
    var failure: (any Error)? { state.withLock { $0.failure } }

    func begin(_ count: Int) { state.withLock { $0.underWay += count } }

    func enter(_ settlement: Settlement, _ receipt: Receipt? = nil) {
        let (isTaken, isFirst) = state.withLock { state in
            let isTaken = !state.isClosed, isFirst = state.entries.isEmpty
            if isTaken { state.entries.append(Entry(settlement: settlement, receipt: receipt)) }
            return (isTaken, isFirst)
        }
        if !isTaken { receipt?.release(isNoted: false) } else if isFirst { bell.signal() }
    }

    /// What waits to be written down, so many at most. Blocks the thread until there is something; nil once it is closed.
    func next(_ most: Int) -> [Entry]? {
        while true {
            let (entries, isClosed) = state.withLock { state in
                defer { state.entries.removeFirst(min(most, state.entries.count)) }
                return (Array(state.entries.prefix(most)), state.isClosed)
            }
            if !entries.isEmpty { return entries }
            if isClosed { return nil }
            bell.wait()
        }
    }

    /// These are written down by `write`, or it says why they cannot be.
    func settle(_ entries: [Entry], _ write: () throws -> Void) {
        do {
            try write()
            settle(entries, failure: nil)
        } catch {
            settle(entries, failure: error)
        }
    }

    private func settle(_ entries: [Entry], failure: (any Error)?) {
        for entry in entries { entry.receipt?.release(isNoted: failure == nil) }
        let isMuch = state.withLock { state in
            state.underWay -= entries.count
            state.failure = state.failure ?? failure
            state.unentered += failure == nil ? entries.count : 0
            return state.unentered >= Self.much
        }
        turn.yield()
        if isMuch { callFold() }
    }

    /// Has those who wait look again every now and then; until it is cancelled.
    func tick() async {
        while (try? await Task.sleep(for: Self.pause)) != nil {
            turn.yield()
            callFold()
        }
    }

    private func callFold() {
        let isWanted = state.withLock { state in
            defer { state.unentered = 0 }
            return state.unentered > 0
        }
        if isWanted { fold.yield() }
    }

    /// Nobody writes any more: what comes from now on is not noted.
    func close() {
        let left = state.withLock { state in
            defer { state.entries = [] }
            state.isClosed = true
            return state.entries
        }
        bell.signal()
        for entry in left { entry.receipt?.release(isNoted: false) }
    }
}
