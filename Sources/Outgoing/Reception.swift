/// What a push service or a gateway made of a message.
package enum Reception: Sendable, Equatable {
    case taken
    /// Not now: try again, after so many seconds when it says so.
    case later(String, after: Int?)
    /// This message will not be taken.
    case refused(String)
    /// The receiver is no more, and is to be forgotten.
    case gone
}

extension Reception {
    /// What an answer's status means (RFC 8030 section 5, RFC 9110 section 15).
    init(_ answer: OutgoingAnswer) {
        self =
            switch answer.status {
            case 200...299: .taken
            case 408, 425, 429, 500...599: .later("status \(answer.status)", after: answer.retryAfter)
            default: .refused("status \(answer.status)")
            }
    }

    /// What no answer means: a refusal of our own stays one, all else may pass.
    init(_ failure: OutgoingFailure) {
        self = if case .refused = failure { .refused(failure.description) } else { .later(failure.description, after: nil) }
    }
}

extension OutgoingAnswer {
    /// What whoever we told something says with it: 410 ends it, and anything else but "taken" may pass.
    package var reception: Reception {
        switch status {
        case 200...299: .taken
        case 410: .gone
        default: .later("status \(status)", after: retryAfter)
        }
    }
}

extension OutgoingFailure {
    package var reception: Reception { Reception(self) }
}
