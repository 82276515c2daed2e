/// Why a reply is not taken, or stays as it is.
package enum ReplyRefusal: Refusal, Equatable {
    case unknown
    /// A colleague changed it since this page was made.
    case changedMeanwhile
    case decided
    /// Who cannot see a picture has to be told what it says.
    case noWords
    /// Very many wait to be looked at.
    case full
    /// Several people are handing something in just now.
    case busy
    /// No pictures can be made anew here, so that none can be shown.
    case noPictures

    package var kind: RefusalKind {
        switch self {
        case .unknown: .missing
        case .changedMeanwhile, .decided: .conflict
        case .noWords: .invalid
        case .full, .busy, .noPictures: .overloaded
        }
    }

    package var message: Message {
        switch self {
        case .unknown: Message("reply.refused_unknown")
        case .changedMeanwhile: Message("desk.replies_refused_changed")
        case .decided: Message("desk.replies_refused_decided")
        case .noWords: Message("desk.replies_refused_no_words")
        case .full: Message("reply.refused_full")
        case .busy: Message("reply.refused_busy")
        case .noPictures: Message("reply.trouble_unavailable")
        }
    }
}
