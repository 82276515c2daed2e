/// Why the engine refused, in the same words for both.
///
/// The texts name tables, columns and constraints, never the content of a row.
package enum StorageFailure: Error, Hashable {
    /// A value that may be there once is there already. Names the columns: `"report.token_hash"`.
    case unique(String)
    /// A link to a row that is not there, or a row that others still link to. SQLite does not say which.
    case foreignKey(String)
    /// A `CHECK` said no; its name, or on SQLite the text of a check without a name.
    case check(String)
    /// A column that must be filled is not. Names the column: `"report.channel"`.
    case notNull(String)
    /// Others kept the data occupied longer than we are willing to wait. Trying again later may help.
    case busy
    /// No room is left; nothing of the transaction stays.
    case diskFull
    /// The data may be read and not be written: a file without the right, a copy that follows another server.
    case readOnly
    /// There is no database to talk to, or no longer.
    case unreachable(String)
    /// Anything else, with the engine's own code.
    case other(code: String, message: String)
}
