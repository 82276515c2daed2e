/// How much a transaction that writes notices of others beside it.
package enum Isolation: Sendable {
    /// Nothing, as if it ran alone: what it read cannot have changed when it commits.
    case alone
    /// Each statement sees what is committed by then, and waits for whoever is writing the same row. Many may add to one sum this way without
    /// repeating each other's work, where that a statement before saw something else does no harm. An engine that lets one write at a time
    /// runs it alone.
    case besideOthers
}
