import Storage
import Testing

extension Connection {
    /// The column of the one row that the statement must give.
    func only<T: Readable>(_ column: String, of sql: SQL) throws -> T {
        let row = try #require(try row(sql))
        return try row(column)
    }
}
