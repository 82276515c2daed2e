/// Why a collection is not there, or cannot be made so.
package enum CollectionRefusal: Refusal, Equatable {
    case unknown(String)
    case taken(String)
    /// Returns are not taken yet, or not any more.
    case closed

    package var kind: RefusalKind {
        switch self {
        case .unknown: .missing
        case .taken, .closed: .conflict
        }
    }

    package var message: Message {
        switch self {
        case .unknown(let slug): Message("collection.refused_unknown", ["slug": slug])
        case .taken(let slug): Message("collection.refused_taken", ["slug": slug])
        case .closed: Message("collection.refused_closed")
        }
    }
}
