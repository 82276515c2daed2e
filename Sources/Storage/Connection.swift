/// An open transaction. It is good only inside the closure that received it.
///
/// Queries are written as extensions of this protocol, beside the feature they serve.
package protocol Connection: AnyObject {
    var dialect: Dialect { get }

    /// All rows of the answer; none for a statement that gives none.
    func rows(_ sql: SQL) throws -> [Row]

    /// Runs the statement and tells how many rows it wrote itself.
    @discardableResult func execute(_ sql: SQL) throws -> Int

    /// Keeps what `body` did, or none of it when it throws; the transaction goes on either way.
    ///
    /// On both engines a refused statement spoils the transaction, even if its error is caught: only a savepoint around it saves the rest.
    func savepoint<T>(_ body: () throws -> T) throws -> T
}

extension Connection {
    /// The first row, if there is one.
    package func row(_ sql: SQL) throws -> Row? {
        try rows(sql).first
    }
}
