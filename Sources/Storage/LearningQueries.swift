extension Connection {
    /// Has PostgreSQL look anew how much a table holds of what. It does so by itself only once a minute, and meanwhile reads all of a table that it
    /// believes to be small; so this is for where thousands of rows come at once. SQLite does not plan by sizes.
    ///
    /// - Parameter tables: names, as they are written in statements.
    package func learnSizes(of tables: String...) throws {
        guard dialect == .postgres else { return }
        for table in tables { try execute(SQL(verbatim: "ANALYZE (SKIP_LOCKED) \(table)")) }
    }
}
