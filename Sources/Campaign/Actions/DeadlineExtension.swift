package import Documents

/// A later act-until day that an output was given. The day before it stays where it stood: in the document, or in the extension before.
package struct DeadlineExtension: Sendable, Equatable {
    /// For whose readers it holds; the international section's holds for everybody.
    package let section: Section.Code
    /// The last day on which letters are wanted, inclusive, in the section's time zone.
    package let until: Day
    package let by: String
    package let at: Instant

    package init(section: Section.Code, until: Day, by: String, at: Instant) {
        self.section = section
        self.until = until
        self.by = by
        self.at = at
    }

    func holds(for section: Section.Code) -> Bool { self.section == section || self.section == .international }
}

extension Output {
    /// The last day on which readers of `section` are asked for letters: the section's own, else what the document says, or the latest day it was
    /// extended to.
    package func actUntil(for section: Section.Code) -> Day? {
        LastDay.of(
            document: actUntilInDocument, own: adoption(of: section)?.actUntil, extensions: extensions.map { ($0.section, $0.until) }, for: section)
    }

    /// The extensions that hold for readers of `section`, in the order in which they were made.
    package func extensions(for section: Section.Code) -> [DeadlineExtension] {
        let isOwn = adoption(of: section)?.actUntil != nil
        return extensions.filter { $0.holds(for: section) && (!isOwn || $0.section == section) }
    }
}

extension Action {
    /// The output that may be given until `day`: one that still asks for letters, whose day comes earlier. Throws `ExtensionRefusal`.
    ///
    /// - Parameters:
    ///   - ordinal: nil for the latest published output.
    ///   - today: the day it is for the section.
    func extendable(_ ordinal: Int?, until day: Day, for section: Section.Code, on today: Day) throws(ExtensionRefusal) -> Output {
        let published = outputs.filter { $0.publishedAt != nil }
        guard let output = published.last(where: { ordinal == nil || $0.ordinal == ordinal }) else {
            throw .notPublished(reference, ordinal)
        }
        if let last = published.last, last.ordinal > output.ordinal { throw .superseded(reference, by: last.ordinal) }
        guard output.kind.asksForLetters else { throw .asksForNoLetters(reference) }
        guard output.ending == nil || output.isOverByDayAlone(for: section) else { throw .ended(reference) }
        guard let present = output.actUntil(for: section) else { throw .noDeadline(reference) }
        guard day > present else { throw .notLater(reference, present) }
        guard day >= today else { throw .past(day) }
        return output
    }
}
