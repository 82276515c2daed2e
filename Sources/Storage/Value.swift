/// What both engines can hold in a column.
///
/// Instants and days are text, so that they sort and read alike everywhere; SQLite gives booleans back as the integers 0 and 1.
package enum Value: Sendable, Hashable {
    case null
    case text(String)
    case integer(Int64)
    case real(Double)
    case boolean(Bool)
    case bytes([UInt8])
}
