/// Why a passkey does not open the desk, or was not taken.
package enum PasskeyRefusal: Refusal, Equatable {
    /// Unknown, not ours, not signed: which of it is not said.
    case unfit
    /// Too long ago, of another session, or used.
    case over
    /// It is on the list already.
    case known
    case tooMany
    /// It counted less than before: somebody has a copy.
    case fellBack

    package var kind: RefusalKind {
        switch self {
        case .unfit, .over, .fellBack: .forbidden
        case .known, .tooMany: .conflict
        }
    }

    package var message: Message {
        switch self {
        case .unfit: Message("desk.passkey_refused")
        case .over: Message("desk.passkey_over")
        case .known: Message("desk.passkey_known")
        case .tooMany: Message("desk.passkey_many", ["n": String(Passkey.most)])
        case .fellBack: Message("desk.passkey_fell_back")
        }
    }
}
