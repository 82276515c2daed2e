/// Why letters on an output stop, apart from when and from what became of the people.
package enum EndReason: String, Codable, Hashable, Sendable, CaseIterable {
    case deadlinePassed = "deadline_passed"
    case success
    case partialSuccess = "partial_success"
    case badOutcome = "bad_outcome"
    case superseded
    case withdrawnForSafety = "withdrawn_for_safety"
    case error
}
