/// A way in which a notice reaches a supporter: mail, web push, a text message.
///
/// Carriers are asked in their order, outside any transaction; the first that does not say ``Carriage/notMine`` decides. One that is called
/// from several tasks at once waits by itself.
package protocol AlertCarrier: Sendable {
    func carry(_ notice: AlertNotice) async -> Carriage

    /// Has what became of it written down by `note`, and until that has returned takes no more upon itself than it can answer for: of each of
    /// its connections one notice at most was handed over and is not noted. False when it has no way; then nothing is noted.
    func carry(_ notice: AlertNotice, noting note: @Sendable (Carriage) async throws -> Void) async throws -> Bool
}

extension AlertCarrier {
    /// One notice at a time: the task that brings it brings no other meanwhile.
    package func carry(_ notice: AlertNotice, noting note: @Sendable (Carriage) async throws -> Void) async throws -> Bool {
        let carriage = await carry(notice)
        guard carriage != .notMine else { return false }
        try await note(carriage)
        return true
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
