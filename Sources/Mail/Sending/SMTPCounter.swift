import Foundation

/// Where messages are put and the threads of the connections take them, the first first.
final class SMTPCounter: @unchecked Sendable {
    private let condition = NSCondition()
    private var waiting: [Handover] = []
    private var first = 0
    private var threads = 0
    private var idle = 0
    private var lastMoment: ContinuousClock.Instant?
    private var atEnd: [CheckedContinuation<Void, Never>] = []
    private let patience: Duration

    init(patience: Int) {
        self.patience = .seconds(patience)
    }

    /// Starts a further thread unless one is free or there are enough.
    func open(upTo most: Int, _ connection: @escaping @Sendable () -> SMTPConnection) {
        let isWanted = condition.withLock {
            guard lastMoment == nil, idle <= waiting.count - first, threads < most else { return false }
            threads += 1
            return true
        }
        guard isWanted else { return }
        let thread = Thread { [self] in
            connection().work()
            ended()
        }
        thread.name = "mail"
        thread.stackSize = 1 << 20
        thread.start()
    }

    /// After `close` it is answered at once.
    func put(_ handover: Handover) {
        let isOpen = condition.withLock {
            guard lastMoment == nil else { return false }
            waiting.append(handover)
            condition.signal()
            return true
        }
        if !isOpen { handover.answer.resume(returning: .notTried) }
    }

    /// Waits for the next one, and so blocks its thread; nil when there will be none.
    func take() -> Handover? {
        condition.withLock {
            idle += 1
            defer { idle -= 1 }
            while first == waiting.count, lastMoment == nil { condition.wait() }
            guard first < waiting.count else { return nil }
            defer { tidy() }
            return waiting[first]
        }
    }

    /// Whether what is under way has to be broken off.
    var isOver: Bool {
        condition.withLock { lastMoment.map { $0 < .now } ?? false }
    }

    /// What nobody took yet is answered with "not tried"; waits for what is under way.
    func close() async {
        let left = condition.withLock {
            lastMoment = lastMoment ?? .now + patience
            defer { (waiting, first) = ([], 0) }
            condition.broadcast()
            return waiting[first...]
        }
        for handover in left { handover.answer.resume(returning: .notTried) }
        await withCheckedContinuation { continuation in
            let isAtEnd = condition.withLock {
                if threads > 0 { atEnd.append(continuation) }
                return threads == 0
            }
            if isAtEnd { continuation.resume() }
        }
    }

    private func tidy() {
        first += 1
        if first == waiting.count || first > 10_000 {
            waiting.removeFirst(first)
            first = 0
        }
    }

    private func ended() {
        let last = condition.withLock {
            threads -= 1
            defer { if threads == 0 { atEnd = [] } }
            return threads == 0 ? atEnd : []
        }
        for continuation in last { continuation.resume() }
    }
}
