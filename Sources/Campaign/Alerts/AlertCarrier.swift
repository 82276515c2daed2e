/// A way in which a notice reaches a supporter: mail, web push, a text message.
///
/// Carriers are asked in their order, outside any transaction; the first that does not say ``Carriage/notMine`` decides. One that is called
/// from several tasks at once waits by itself: a task hands over one notice at a time and asks for no other until what became of it is
/// written down.
package protocol AlertCarrier: Sendable {
    func carry(_ notice: AlertNotice) async -> Carriage
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
