import Campaign
package import Documents

extension Store {
    /// Ivo, an editor, publishes.
    @discardableResult
    package func publish(_ reference: Reference = .wanjiru, output ordinal: Int? = nil) async throws -> [Int] {
        try await PublishAction(database: database, world: world)(reference, ordinal: ordinal, by: "Ivo")
    }

    package func withdraw(_ reference: Reference = .wanjiru) async throws {
        try await WithdrawAction(database: database, world: world)(reference, reason: "her family asks for it", by: "Ivo")
    }

    package func close(_ outcome: Outcome, of reference: Reference = .wanjiru, on day: Day? = nil, reason: EndReason? = nil) async throws {
        try await CloseAction(database: database, world: world)(reference, outcome: outcome, on: day, reason: reason, by: "Ivo")
    }
}
