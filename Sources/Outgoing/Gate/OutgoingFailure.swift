/// Why there is no answer.
package enum OutgoingFailure: Error, Equatable, Sendable {
    case refused(OutgoingRefusal)
    /// The name has no address, as far as the name servers say now.
    case unknownName
    /// The other side's certificate is not one that we trust.
    case untrusted
    case tookTooLong
    case answerTooLong
    /// No connection, or one that broke: libcurl's words, which name nothing of the request.
    case unreachable(String)
}

extension OutgoingFailure: CustomStringConvertible {
    package var description: String {
        switch self {
        case .refused(.notPublic(let purpose)): "refused: not a public address (\(purpose))"
        case .refused(.port(let port)): "refused: port \(port)"
        case .refused(let refusal): "refused: \(refusal)"
        case .unknownName: "no address for this name"
        case .untrusted: "certificate not trusted"
        case .tookTooLong: "took too long"
        case .answerTooLong: "answer too long"
        case .unreachable(let reason): reason
        }
    }
}
