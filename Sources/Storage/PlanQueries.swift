extension Connection {
    /// Has PostgreSQL use an index wherever there is one while `body` runs: it reckons that a long value costs as little to look at as a short
    /// one, though it lies apart and has to be unpacked, and so rather reads a whole table of them. SQLite uses what there is by itself.
    package func usingIndexes<T>(_ body: () throws -> T) throws -> T {
        guard dialect == .postgres else { return try body() }
        try execute("SET LOCAL enable_seqscan = off")
        let result = try body()
        try execute("SET LOCAL enable_seqscan = on")
        return result
    }
}
