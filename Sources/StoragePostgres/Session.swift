import Dispatch
import Storage
import Synchronization

/// One line to the server and the queue on which alone it is used; that queue is why this may be called Sendable.
final class Session: @unchecked Sendable {
    private let address: PostgresAddress
    private let contact: Contact
    /// Told of what is written, where others have to follow; nil where nobody does.
    private let horizon: Horizon?
    /// What is said once on a line of its own ways; nil for the usual ones.
    private let settings: String?
    private let queue = DispatchQueue(label: "amparo.postgres.session")
    private var line: Line?

    init(address: PostgresAddress, contact: Contact, horizon: Horizon? = nil, settings: String? = nil) {
        self.address = address
        self.contact = contact
        self.horizon = horizon
        self.settings = settings
    }

    /// Another transaction came between: nothing was kept, and the same may succeed when repeated.
    struct Conflict: Error {}

    func transaction<T: Sendable>(_ access: Access, _ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
        try await onQueue { try self.run(access, $0, body) }
    }

    /// The same on the thread that asks.
    func transactionBlocking<T>(_ access: Access, _ body: (any Connection) throws -> T) throws -> T {
        try queue.sync { try run(access, Cancellation(), body) }
    }

    /// One statement without a transaction around it, on the thread that asks. Once more on a new line where the line is found broken.
    func runBlocking(_ statement: SQL) throws {
        do {
            try queue.sync {
                let isKept = line != nil
                do {
                    try runAlone(statement)
                } catch  where isKept && line == nil {
                    try runAlone(statement)
                }
            }
        } catch let refused as Refused {
            throw refused.failure
        }
    }

    private func runAlone(_ statement: SQL) throws(Refused) {
        let line = if let line, line.era == contact.era, !line.isLost { line } else { try fresh() }
        do throws(Refused) {
            _ = try line.run(statement)
            contact.noteAnswer()
        } catch {
            if line.isLost || error.failure == .readOnly { self.line = nil }
            throw error
        }
    }

    /// One piece of work after the other.
    func onQueue<T: Sendable>(_ work: @escaping @Sendable (Cancellation) throws -> T) async throws -> T {
        let cancellation = Cancellation()
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                queue.async { continuation.resume(with: Result { try work(cancellation) }) }
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

    func run<T>(_ access: Access, _ cancellation: Cancellation, _ body: (any Connection) throws -> T) throws -> T {
        let line = try begin(access), connection = PostgresConnection(line, cancellation)
        do {
            let result = try body(connection)
            try connection.check()
            _ = try connection.told { try line.run(access.commit) }
            contact.noteAnswer()
            if access.isWrite { noteWritten(on: line) }
            return result
        } catch {
            if line.isLost || connection.metReadOnlyServer || (try? line.run("ROLLBACK")) == nil { self.line = nil }
            throw connection.metConflict ? Conflict() : error
        }
    }

    /// A line that broke while it lay idle, or leads to a server that was given up, is replaced unseen, for no work is lost with it.
    private func begin(_ access: Access) throws -> Line {
        do throws(Refused) {
            if let line, line.era == contact.era, (try? line.run(access.begin)) != nil { return line }
            line = nil
            let fresh = try fresh()
            try fresh.run(access.begin)
            return fresh
        } catch {
            line = nil
            throw error.failure
        }
    }

    /// The line there is, not begun yet.
    func open() throws -> Line {
        if let line, line.era == contact.era, !line.isLost { return line }
        do { return try fresh() } catch { throw error.failure }
    }

    func holds(_ line: Line) -> Bool { self.line === line }

    private func fresh() throws(Refused) -> Line {
        guard !contact.isLost else { throw Refused(.unreachable("the server does not answer")) }
        let fresh = try Line(address, contact)
        if let settings { try fresh.run(settings) }
        line = fresh
        return fresh
    }

    private func noteWritten(on line: Line) {
        guard let horizon else { return }
        if let position = try? Self.position(of: line) { horizon.raise(to: position) } else { horizon.forget() }
    }
}

/// Set from outside while a session works; asked before each statement.
final class Cancellation: Sendable {
    let isAsked = Atomic(false)
}
