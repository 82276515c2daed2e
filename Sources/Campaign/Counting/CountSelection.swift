package import Documents

/// Which entries of the ledger are meant. What is nil does not narrow it.
package struct CountSelection: Sendable, Equatable {
    package var entry: Report.ID?
    /// The section whose entries they are; nil for a command, which means all.
    package var section: Section.Code?
    package var reference: Reference?
    package var channel: Channel?
    package var source: ReportSource?
    /// The days the appeals stand under.
    package var from: Day?
    package var to: Day?
    /// When the entries were made: from the first instant on, and before the second.
    package var since: Instant?
    package var until: Instant?
    package var suspicion: Suspicion?

    package init(section: Section.Code? = nil) { self.section = section }

    /// Whether it means everything there is: more than anybody wants to correct at once.
    package var isUnbounded: Bool { entry == nil && reference == nil }
}
