package import Documents

/// In which tone an outcome is told. An execution or a death is never good news, and nobody claims a success that is not one.
package enum OutcomeTone: String, CaseIterable {
    case good, mixed, bad, open

    package init(_ outcome: Outcome?) {
        self =
            switch outcome {
            case .released, .chargesDropped, .sentenceCommuted, .medicalCareGiven, .protectionGiven, .decisionChanged: .good
            case .releasedOnConditions, .stayOfExecution, .whereaboutsEstablished: .mixed
            case .executed, .died: .bad
            case .noChange, .unknown, nil: .open
            }
    }
}
