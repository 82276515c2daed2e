package import Documents

/// Whether letters are wanted for an output today, and if not, why not.
package enum LetterOffer: Sendable, Equatable {
    /// Letters are wanted up to and including this day.
    case open(until: Day)
    case closed(Closed)

    /// Why no letter is offered. Each case is told to readers in their language, with whom to ask.
    package enum Closed: Sendable, Equatable {
        case superseded(by: Int)
        case noFurtherAction
        case informationOnly
        case ended(on: Day?, EndReason?)
        case expired(on: Day)
        /// No deadline is known, so nobody can say whether a letter still helps or harms.
        case noDeadline
        case nobodyToWriteTo
    }
}

extension Action {
    /// Whether `output` takes letters from readers of `section` on `today`, the day it is in its time zone.
    package func letterOffer(for output: Output, edition: Edition?, in section: Section.Code, on today: Day) -> LetterOffer {
        if let successor = successor(of: output) { return .closed(.superseded(by: successor.ordinal)) }
        if let closed = output.closedByItself(in: section, on: today) { return .closed(closed) }
        guard let actUntil = output.actUntil(for: section) else { return .closed(.noDeadline) }
        guard today <= actUntil else { return .closed(.expired(on: actUntil)) }
        guard edition?.addressees.isEmpty == false else { return .closed(.nobodyToWriteTo) }
        return .open(until: actUntil)
    }
}

extension Output {
    fileprivate func closedByItself(in section: Section.Code, on today: Day) -> LetterOffer.Closed? {
        switch kind {
        case .outcome, .withdrawal: return .noFurtherAction
        case .information: return .informationOnly
        case .first, .update, .correction: break
        }
        guard !isOverByDayAlone(for: section), let ending, ending.on.map({ $0 <= today }) ?? true else { return nil }
        return .ended(on: ending.on, ending.reason)
    }

    /// Days from `today` to the act-until day of a section's readers: 0 on the last day, negative after it.
    package func daysLeft(for section: Section.Code, on today: Day) -> Int? {
        actUntil(for: section).map { today.days(until: $0) }
    }
}
