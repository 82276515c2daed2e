/// Why a document under review stays as it is.
package enum ReviewRefusal: Refusal, Equatable {
    case unknown
    /// A colleague was quicker.
    case accepted(by: String)
    case declined(by: String)
    /// A colleague mended it since this page was made.
    case changedMeanwhile
    /// It is still being read, or could not be.
    case notRead
    /// Findings that nobody looked at yet, by their fields.
    case unsettled([String])

    package var kind: RefusalKind {
        switch self {
        case .unknown: .missing
        case .accepted, .declined, .changedMeanwhile, .notRead: .conflict
        case .unsettled: .invalid
        }
    }

    package var message: Message {
        switch self {
        case .unknown: Message("desk.imports_refused_unknown")
        case .accepted(let name): Message("desk.imports_refused_accepted", ["name": name])
        case .declined(let name): Message("desk.imports_refused_declined", ["name": name])
        case .changedMeanwhile: Message("desk.imports_refused_changed")
        case .notRead: Message("desk.imports_refused_not_read")
        case .unsettled: Message("desk.imports_refused_unsettled")
        }
    }
}
