/// What an output is to its case. A stop action is an outcome.
package enum OutputKind: String, Codable, Hashable, Sendable, CaseIterable {
    case first, update, outcome, correction, information, withdrawal
}
