import Dispatch
import Storage
import Synchronization

/// One line to the server and the queue on which alone it is used; that queue is why this may be called Sendable.
final class Session: @unchecked Sendable {
    private let address: String
    private let queue = DispatchQueue(label: "amparo.postgres.session")
    private var line: Line?

    init(address: String) {
        self.address = address
    }

    /// Another transaction came between: nothing was kept, and the same may succeed when repeated.
    struct Conflict: Error {}

    func transaction<T: Sendable>(_ access: Access, _ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
        let cancellation = Cancellation()
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                queue.async { continuation.resume(with: Result { try self.run(access, cancellation, body) }) }
            }
        } onCancel: {
            cancellation.isAsked.store(true, ordering: .relaxed)
        }
    }

    func close() async {
        await withCheckedContinuation { continuation in
            queue.async {
                self.line = nil
                continuation.resume()
            }
        }
    }

    private func run<T>(_ access: Access, _ cancellation: Cancellation, _ body: (any Connection) throws -> T) throws -> T {
        let line = try begin(access), connection = PostgresConnection(line, cancellation)
        do {
            let result = try body(connection)
            try connection.check()
            _ = try connection.told { try line.run(access.commit) }
            return result
        } catch {
            if line.isLost || (try? line.run("ROLLBACK")) == nil { self.line = nil }
            throw connection.metConflict ? Conflict() : error
        }
    }

    /// A line that broke while it lay idle is replaced unseen, for no work is lost with it.
    private func begin(_ access: Access) throws -> Line {
        do {
            if let line, (try? line.run(access.begin)) != nil { return line }
            let fresh = try Line(address)
            line = fresh
            try fresh.run(access.begin)
            return fresh
        } catch {
            line = nil
            throw error.failure
        }
    }
}

/// Set from outside while a session works; asked before each statement.
final class Cancellation: Sendable {
    let isAsked = Atomic(false)
}
