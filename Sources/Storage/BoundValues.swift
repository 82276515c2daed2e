extension SQL {
    /// The values as a driver may send them. A text that holds U+0000 is refused for both engines, since PostgreSQL cannot keep it.
    package func boundValues() throws(StorageFailure) -> [Value] {
        let values = values
        for case .text(let text) in values where text.utf8.contains(0) {
            throw .other(code: "22021", message: "a text holds the character U+0000")
        }
        return values
    }
}
