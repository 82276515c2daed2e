package import Documents

/// Why a report cannot be entered.
package enum ReportRefusal: Refusal, Equatable {
    /// Reports were taken until that day; nil for an output that never asked for letters.
    case closed(since: Day?)
    /// More reports are waiting than the disk can take in time; nothing was entered, and the same form may be sent again.
    case tooManyWaiting
    /// The server is going down; nothing was entered, and the same form may be sent again.
    case stopping

    package var kind: RefusalKind {
        switch self {
        case .closed: .conflict
        case .tooManyWaiting, .stopping: .overloaded
        }
    }

    package var message: Message {
        switch self {
        case .closed(nil): Message("error.409_title")
        case .closed(let since?): Message("report.closed", ["date": since.text])
        case .tooManyWaiting, .stopping: Message("error.503_happened")
        }
    }
}
