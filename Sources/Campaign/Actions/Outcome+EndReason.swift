package import Documents

extension Outcome {
    /// The reason for ending that goes with such an outcome, unless somebody says another.
    package var usualEndReason: EndReason {
        switch self {
        case .executed, .died: .badOutcome
        case .releasedOnConditions, .stayOfExecution, .whereaboutsEstablished: .partialSuccess
        case .noChange, .unknown: .deadlinePassed
        case .released, .chargesDropped, .sentenceCommuted, .medicalCareGiven, .protectionGiven, .decisionChanged: .success
        }
    }
}
