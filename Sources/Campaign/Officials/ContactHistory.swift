import Documents
package import Storage

/// One thing that was known of a contact, from when on, and who said so.
package struct ContactHistory: Sendable, Equatable {
    /// The office whose contact it is.
    package let key: String
    package let contact: OfficialContact
    package let version: Int
    package let by: String
    package let at: Instant
}

extension Connection {
    /// All that was ever known of a place by every office that has it, the oldest first for each; empty when the register never had it.
    package func contactHistory(of place: String) throws -> [ContactHistory] {
        let normals = Set(Channel.allCases.compactMap { NormalPlace.of(place, $0) }).sorted()
        return try normals.flatMap { try contactHistory(at: $0) }
    }
}
