/// Why a count is not corrected.
package enum CorrectionRefusal: Refusal, Equatable {
    /// No entry is meant, or none that this can be done to.
    case nothingMeant
    /// Neither an entry nor an action is named.
    case unbounded
    /// Since the plan was shown, other entries came or went.
    case changed
    /// Staff have to say why.
    case noReason

    package var kind: RefusalKind {
        switch self {
        case .nothingMeant: .missing
        case .changed: .conflict
        case .unbounded, .noReason: .invalid
        }
    }

    package var message: Message {
        switch self {
        case .nothingMeant: Message("desk.counting_refused_nothing")
        case .unbounded: Message("desk.counting_refused_unbounded")
        case .changed: Message("desk.counting_refused_changed")
        case .noReason: Message("desk.problem_reason")
        }
    }
}
