package import Storage

extension Connection {
    /// Writes what is there already, so that a database that can only be read, is full or locked says so.
    package func writeNothing() throws {
        try execute("UPDATE schema_migration SET applied_at = applied_at WHERE name = (SELECT MIN(name) FROM schema_migration)")
    }
}
