import GRDB
import Storage

/// One transaction on the connection that the pool lends.
final class SQLiteConnection: Connection {
    let dialect = Dialect.sqlite
    private let db: GRDB.Database
    private var refused: StorageFailure?

    init(_ db: GRDB.Database) {
        self.db = db
    }

    /// The whole transaction: a refusal that `body` swallowed still ends it.
    func run<T>(_ body: (any Connection) throws -> T) throws -> T {
        let result = try body(self)
        if let refused { throw refused }
        return result
    }

    func rows(_ sql: Storage.SQL) throws -> [Storage.Row] {
        try statement(sql) { statement in
            let columns = Storage.Row.Columns(names: statement.columnNames), places = 0..<CInt(statement.columnCount)
            // straight from the statement: GRDB's own row would make each value twice
            return try Array(
                GRDB.Row.fetchCursor(statement).map { _ in
                    Storage.Row(columns: columns, values: places.map { Value(DatabaseValue(sqliteStatement: statement.sqliteStatement, index: $0)) })
                })
        }
    }

    @discardableResult func execute(_ sql: Storage.SQL) throws -> Int {
        try statement(sql) { statement in
            let before = db.totalChangesCount
            try statement.execute()
            return db.totalChangesCount == before ? 0 : db.changesCount  // the count stays from the last writing statement
        }
    }

    func savepoint<T>(_ body: () throws -> T) throws -> T {
        try execute("SAVEPOINT amparo")
        do {
            let result = try body()
            if let refused { throw refused }
            try execute("RELEASE amparo")
            return result
        } catch {
            refused = nil
            try execute("ROLLBACK TO amparo")
            try execute("RELEASE amparo")
            throw error
        }
    }

    private func statement<T>(_ sql: Storage.SQL, _ body: (Statement) throws -> T) throws -> T {
        if let refused { throw refused }
        do {
            let values = try sql.boundValues()
            return try StorageFailure.translated {
                let statement = try db.cachedStatement(sql: sql.text(for: dialect))
                try statement.setArguments(StatementArguments(values.map { $0.databaseValue as (any DatabaseValueConvertible)? }))
                return try body(statement)
            }
        } catch let failure as StorageFailure {
            refused = failure
            throw failure
        }
    }
}
