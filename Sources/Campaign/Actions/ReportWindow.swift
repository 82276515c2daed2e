package import Documents
package import Foundation

/// Whether reports of what was sent are still taken for an output.
package enum ReportWindow: Sendable, Equatable {
    case open
    /// Letters are over since `lastDay`; reports are taken until `takenUntil`, marked late.
    case late(lastDay: Day, takenUntil: Day)
    case closed(since: Day?)
}

extension Action {
    /// Reports are taken while letters of the section's readers are, and for `lateDays` more; `zone` is the section's, whose days are counted.
    package func reportWindow(for output: Output, in section: Section.Code, zone: TimeZone, lateDays: Int, on today: Day) -> ReportWindow {
        guard output.kind.asksForLetters, let lastDay = lastDay(of: output, for: section, in: zone) else { return .closed(since: nil) }
        if today <= lastDay { return .open }
        let takenUntil = lastDay.adding(days: lateDays)
        return today <= takenUntil ? .late(lastDay: lastDay, takenUntil: takenUntil) : .closed(since: takenUntil)
    }

    /// The last day on which a letter for `output` was wanted: its deadline, its end, or the day it was replaced, whichever came first.
    ///
    /// A successor that says no day of issue replaces it on the day it was published here. When the event it tells of happened says nothing of
    /// letters: they were written in good faith until the news came.
    private func lastDay(of output: Output, for section: Section.Code, in zone: TimeZone) -> Day? {
        let replaced = successor(of: output).flatMap { $0.issuedOn ?? $0.publishedAt?.day(in: zone) }
        return [output.actUntil(for: section), output.ending?.on, replaced].compactMap { $0 }.min()
    }
}
