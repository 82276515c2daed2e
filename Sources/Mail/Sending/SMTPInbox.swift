import Foundation
import Synchronization

/// What others have for the thread that works the lines, and the bell that wakes it.
final class SMTPInbox: Sendable {
    /// A line that was opened for a message, or why there is none.
    struct Opened: Sendable {
        let handover: Handover
        let line: Result<SMTPLine, SMTPLine.Unopened>
    }

    struct Content: Sendable {
        var handovers: [Handover] = []
        var released: [(seat: SMTPSession.Seat, isNoted: Bool)] = []
        var opened: [Opened] = []

        var isEmpty: Bool { handovers.isEmpty && released.isEmpty && opened.isEmpty }
    }

    private struct State {
        var content = Content()
        var isAsleep = false
        var lastMoment: ContinuousClock.Instant?
    }

    private let state = Mutex(State())
    /// Readable when there is something new.
    let bell: CInt
    private let rope: CInt

    init() {
        var ends: [CInt] = [-1, -1]
        pipe(&ends)
        for end in ends { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        (bell, rope) = (ends[0], ends[1])
    }

    deinit {
        close(bell)
        close(rope)
    }

    /// False after ``end(within:)``, when nothing is taken any more.
    func put(_ handovers: [Handover]) -> Bool {
        change { state in
            guard state.lastMoment == nil else { return false }
            state.content.handovers += handovers
            return true
        }
    }

    func put(_ opened: Opened) { change { $0.content.opened.append(opened) } }

    func release(_ seat: SMTPSession.Seat, isNoted: Bool) { change { $0.content.released.append((seat, isNoted)) } }

    /// From now on nothing is taken, and what is under way has so long.
    func end(within patience: Duration) { change { $0.lastMoment = $0.lastMoment ?? .now + patience } }

    /// The moment at which what is under way is broken off; nil before ``end(within:)``.
    var lastMoment: ContinuousClock.Instant? { state.withLock { $0.lastMoment } }

    /// All that came.
    func take() -> Content {
        state.withLock { state in
            defer { state.content = Content() }
            state.isAsleep = false
            return state.content
        }
    }

    /// Whether nothing has come, so that one may wait for the bell.
    func fallAsleep() -> Bool {
        state.withLock { state in
            state.isAsleep = state.content.isEmpty
            return state.isAsleep
        }
    }

    /// Makes the bell fit to ring again.
    func hush() {
        var bytes: (UInt64, UInt64) = (0, 0)
        while read(bell, &bytes, 16) == 16 {}
    }

    /// Changes it, and wakes who sleeps; who is awake looks before it falls asleep.
    @discardableResult private func change<T: Sendable>(_ body: (inout State) -> T) -> T {
        let (result, isAsleep) = state.withLock { state in
            let result = body(&state), isAsleep = state.isAsleep
            state.isAsleep = false
            return (result, isAsleep)
        }
        if isAsleep { _ = write(rope, "!", 1) }
        return result
    }
}
