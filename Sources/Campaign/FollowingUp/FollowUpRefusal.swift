package import Documents

/// Why no further document is begun.
package enum FollowUpRefusal: Refusal, Equatable {
    case nothingPublished(Reference)
    /// A draft follows already: it is to be finished first.
    case draftWaiting(Reference, Int)
    case unknownOutput(Reference, Int)

    package var kind: RefusalKind {
        switch self {
        case .nothingPublished, .draftWaiting: .conflict
        case .unknownOutput: .missing
        }
    }

    package var message: Message {
        switch self {
        case .nothingPublished(let reference): Message("refusal.nothing_published", ["reference": reference.printed(.slash)])
        case .draftWaiting(let reference, let ordinal):
            Message("followup.refused.draft", ["reference": reference.printed(.slash), "ordinal": String(ordinal)])
        case .unknownOutput(let reference, let ordinal):
            Message("refusal.unknown_output", ["reference": reference.printed(.slash), "ordinal": String(ordinal)])
        }
    }
}
