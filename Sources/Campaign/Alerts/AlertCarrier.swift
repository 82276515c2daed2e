package import Mail

/// A way in which a notice reaches a supporter: mail, web push, a text message.
///
/// Carriers are asked in their order, outside any transaction; the first that reaches the supporter decides. One that is called from several
/// tasks at once waits by itself.
package protocol AlertCarrier: Sendable {
    /// Whether it has a way to whom the notice is for.
    func reaches(_ notice: AlertNotice) -> Bool

    func carry(_ notice: AlertNotice) async -> Carriage

    /// Carries several, and says once of each what became of it, by the place it has among them. May return before that.
    ///
    /// Of each of its connections one notice at most was handed over whose receipt is not released.
    func carry(_ notices: [AlertNotice], telling tell: @escaping Telling) async
}

/// Takes what became of the notice at a place; without a receipt nobody waits for that to be noted. It must not wait.
package typealias Telling = @Sendable (_ place: Int, Carriage, Receipt?) -> Void

extension AlertCarrier {
    package func reaches(_ notice: AlertNotice) -> Bool { true }

    /// All at once, each told when it is over.
    package func carry(_ notices: [AlertNotice], telling tell: @escaping Telling) async {
        await withDiscardingTaskGroup { group in
            for (place, notice) in notices.enumerated() { group.addTask { tell(place, await carry(notice), nil) } }
        }
    }
}

/// What became of one attempt.
package enum Carriage: Sendable, Equatable {
    /// This carrier has no way to that supporter.
    case notMine
    /// Somebody else answers for it now.
    case taken
    /// Try again later. The reason is for staff, and holds no address.
    case later(String)
    /// Nothing was tried, since its turn comes only after so many seconds; no attempt is counted.
    case notYet(seconds: Int)
    /// This notice will not be taken, by anyone.
    case never(String)
    /// Not this one, nor any other: the way itself does not exist any more.
    case unreachable(String)
}
