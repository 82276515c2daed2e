import Storage

extension Connection {
    /// Writes down what was done. Details are identifiers and field names, never the values they held.
    func log(_ name: String, subject: String, by: String, detail: String = "", id: String, at: Instant) throws {
        try execute(
            """
            INSERT INTO event (id, name, subject, by_name, detail, at)
            VALUES (\(id), \(name), \(subject), \(by), \(detail), \(at))
            """
        )
    }
}
