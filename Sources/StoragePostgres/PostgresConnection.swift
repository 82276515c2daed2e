import Storage
import Synchronization

/// One transaction on a session's line.
final class PostgresConnection: Connection {
    let dialect = Dialect.postgres
    private let line: Line
    private let cancellation: Cancellation
    private var refused: Refused?

    init(_ line: Line, _ cancellation: Cancellation) {
        self.line = line
        self.cancellation = cancellation
    }

    /// Whether another transaction came between, even if the closure swallowed the error that said so.
    var metConflict: Bool { refused?.isConflict ?? false }

    /// Whether the server takes no writes (any more): the next transaction looks for the one that does.
    var metReadOnlyServer: Bool { refused?.failure == .readOnly }

    func rows(_ sql: SQL) throws -> [Row] {
        try answer(sql).rows
    }

    @discardableResult func execute(_ sql: SQL) throws -> Int {
        try answer(sql).affected
    }

    func savepoint<T>(_ body: () throws -> T) throws -> T {
        try execute("SAVEPOINT amparo")
        do {
            let result = try body()
            try execute("RELEASE SAVEPOINT amparo")
            return result
        } catch {
            guard !metConflict else { throw error }  // only the whole transaction can be repeated
            refused = nil
            try execute("ROLLBACK TO SAVEPOINT amparo")
            try execute("RELEASE SAVEPOINT amparo")
            throw error
        }
    }

    /// Whether the transaction may go on.
    func check() throws {
        if let refused { throw refused.failure }
        if cancellation.isAsked.load(ordering: .relaxed) { throw CancellationError() }
    }

    /// Keeps what the server refused and tells it in the words of both engines.
    func told<T>(_ body: () throws -> T) throws -> T {
        do {
            return try body()
        } catch let refused as Refused {
            self.refused = refused
            throw refused.failure
        }
    }

    private func answer(_ sql: SQL) throws -> Answer {
        try check()
        return try told { try line.run(sql) }
    }
}
