/// Why something cannot be done for a supporter.
package enum SupporterRefusal: Refusal, Equatable {
    /// The link was never ours, is over, or was used: ask for another.
    case linkOver
    /// The code is not the one that stands in the browser which asked; the link has so many tries left.
    case wrongCode(left: Int)
    /// Nobody is signed in, or no longer.
    case signedOut
    /// Too many want something at this moment; nothing was done, and the same form may be sent again.
    case tooManyWaiting
    /// No such words are in the lists of topics.
    case unknownTopic(String)

    package var kind: RefusalKind {
        switch self {
        case .linkOver: .missing
        case .wrongCode, .unknownTopic: .invalid
        case .signedOut: .forbidden
        case .tooManyWaiting: .overloaded
        }
    }

    package var message: Message {
        switch self {
        case .linkOver: Message("supporter.refused.link")
        case .wrongCode(let left): Message("supporter.refused.code", ["count": String(left)])
        case .signedOut: Message("supporter.refused.signed_out")
        case .tooManyWaiting: Message("error.503_happened")
        case .unknownTopic(let topic): Message("supporter.refused.topic", ["topic": topic])
        }
    }
}
