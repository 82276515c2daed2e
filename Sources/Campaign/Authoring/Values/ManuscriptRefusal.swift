package import Documents

/// Why a manuscript is not opened, changed or let through as asked.
package enum ManuscriptRefusal: Refusal, Equatable {
    /// It is in another state than this step begins in.
    case not(Manuscript.State)
    /// What was published is followed by a further output, and not written anew.
    case published(Reference, Int)
    /// Whoever wrote it does not approve it.
    case ownWords
    /// It was written in since it was read; the newest revision.
    case changedSince(Int)
    /// The moment is over.
    case past
    case embargoed(Instant)
    /// Something that must be there is missing: the warnings that block.
    case incomplete
    case numberTaken(Reference)
    /// There is no such part, or no such version.
    case nothingThere
    case noOfficial(String)

    package var kind: RefusalKind {
        switch self {
        case .not, .published, .changedSince, .embargoed, .incomplete, .numberTaken: .conflict
        case .ownWords: .forbidden
        case .past: .invalid
        case .nothingThere, .noOfficial: .missing
        }
    }

    package var message: Message {
        switch self {
        case .not(let state): Message("desk.authoring_refused_\(state.rawValue)")
        case .published(let reference, let ordinal):
            Message("desk.authoring_refused_published", ["reference": reference.printed(.slash), "ordinal": String(ordinal)])
        case .ownWords: Message("desk.authoring_refused_own")
        case .changedSince: Message("desk.authoring_refused_changed")
        case .past: Message("desk.authoring_refused_past")
        case .embargoed: Message("desk.authoring_refused_embargo")
        case .incomplete: Message("desk.authoring_refused_incomplete")
        case .numberTaken(let reference): Message("desk.authoring_refused_number", ["reference": reference.printed(.slash)])
        case .nothingThere: Message("desk.authoring_refused_missing")
        case .noOfficial(let key): Message("desk.authoring_refused_official", ["key": key])
        }
    }
}
