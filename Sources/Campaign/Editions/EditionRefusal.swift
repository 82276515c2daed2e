package import Documents

/// Why a section cannot decide so about an output.
package enum EditionRefusal: Refusal, Equatable {
    /// The international section decides for nobody else.
    case international
    case notPublished(Reference, Int)
    case noReason
    case notAdopted(Reference, Int)
    case unchanged(String)

    package var kind: RefusalKind {
        switch self {
        case .international, .notPublished: .missing
        case .noReason: .invalid
        case .notAdopted, .unchanged: .conflict
        }
    }

    package var message: Message {
        switch self {
        case .international: Message("desk.editions_refused_international")
        case .notPublished(let reference, let ordinal):
            Message("refusal.unknown_output", ["reference": reference.printed(.slash), "ordinal": String(ordinal)])
        case .noReason: Message("desk.problem_reason")
        case .notAdopted: Message("desk.editions_refused_not_adopted")
        case .unchanged: Message("desk.editions_refused_unchanged")
        }
    }
}
