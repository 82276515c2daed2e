import Storage
import Synchronization

/// Lends each session to one transaction at a time. Who comes first is served first.
final class SessionPool: Sendable {
    private struct State {
        var idle: [Session]
        var waiting: [(id: Int, continuation: CheckedContinuation<Session, any Error>)] = []
        var nextID = 0
        var isClosed = false
        var onceIdle: CheckedContinuation<Void, Never>?
    }

    private let state: Mutex<State>
    private let all: [Session]

    init(_ sessions: [Session]) {
        all = sessions
        state = Mutex(State(idle: sessions))
    }

    func with<T: Sendable>(_ body: @Sendable (Session) async throws -> T) async throws -> T {
        let session = try await take()
        defer { give(back: session) }
        return try await body(session)
    }

    /// Waits until nothing is lent any more, then hangs up.
    func close() async {
        await withCheckedContinuation { continuation in
            let isIdle = state.withLock { state in
                let isFirst = !state.isClosed, isIdle = state.idle.count == all.count
                state.isClosed = true
                if isFirst && !isIdle { state.onceIdle = continuation }
                return !isFirst || isIdle
            }
            if isIdle { continuation.resume() }
        }
        for session in all { await session.close() }
    }

    private func take() async throws -> Session {
        let id = state.withLock { state in
            state.nextID += 1
            return state.nextID
        }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let answer = state.withLock { state -> Result<Session, any Error>? in
                    if state.isClosed { return .failure(StorageFailure.unreachable("the database is closed")) }
                    if Task.isCancelled { return .failure(CancellationError()) }
                    if let session = state.idle.popLast() { return .success(session) }
                    state.waiting.append((id, continuation))
                    return nil
                }
                if let answer { continuation.resume(with: answer) }
            }
        } onCancel: {
            let given = state.withLock { state in
                state.waiting.firstIndex { $0.id == id }.map { state.waiting.remove(at: $0) }
            }
            given?.continuation.resume(throwing: CancellationError())
        }
    }

    private func give(back session: Session) {
        let (next, closing) = state.withLock { state -> (CheckedContinuation<Session, any Error>?, CheckedContinuation<Void, Never>?) in
            if !state.waiting.isEmpty { return (state.waiting.removeFirst().continuation, nil) }
            state.idle.append(session)
            guard state.idle.count == all.count else { return (nil, nil) }
            defer { state.onceIdle = nil }
            return (nil, state.onceIdle)
        }
        next?.resume(returning: session)
        closing?.resume()
    }
}
