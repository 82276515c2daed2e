/// What became of the people of a case, apart from why letters stop.
package enum Outcome: String, Codable, Hashable, Sendable, CaseIterable {
    case released
    case releasedOnConditions = "released_on_conditions"
    case chargesDropped = "charges_dropped"
    case sentenceCommuted = "sentence_commuted"
    case stayOfExecution = "stay_of_execution"
    case executed
    case died
    case whereaboutsEstablished = "whereabouts_established"
    case medicalCareGiven = "medical_care_given"
    case protectionGiven = "protection_given"
    case decisionChanged = "decision_changed"
    case noChange = "no_change"
    case unknown
}
