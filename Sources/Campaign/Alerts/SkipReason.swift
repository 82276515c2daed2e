import Documents
import Storage

/// Why a notice that was waiting is not sent after all. For staff; it says nothing of the person.
package enum SkipReason: String, Sendable, CaseIterable, Bindable, Readable {
    case stopped, withdrawn
    /// Letters are no longer wanted: ended, or past the last day.
    case over
    /// A newer document took the place of the one it tells of, or another day that of its day.
    case superseded
    case suppressed, unsubscribed, paused
    /// Who asked for one case at a time was told of another.
    case pace
    /// The alert says nothing in a language the supporter reads.
    case language
    /// No carrier has a way to the supporter.
    case noWay = "no_way"
}

/// What of an action decides whether its alert is still true.
struct AlertFacts: Sendable {
    let isWithdrawn: Bool
    let hasSuccessor: Bool
    let actUntil: Day?
    let hasEnded: Bool
}

extension Alert {
    /// Why this must not go out any more; nil while it may.
    ///
    /// - Parameter today: the day it is for the section.
    func reasonToSkip(_ facts: AlertFacts, on today: Day) -> SkipReason? {
        if facts.isWithdrawn { return .withdrawn }
        if state == .stopped { return .stopped }
        guard kind.asksForLetters else { return nil }
        if facts.hasSuccessor { return .superseded }
        if facts.hasEnded { return .over }
        if kind.isAboutADay, aboutDay != facts.actUntil { return .superseded }
        return facts.actUntil.map { $0 < today } == true ? .over : nil
    }
}
