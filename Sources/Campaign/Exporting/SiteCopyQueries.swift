package import Documents
package import Storage

/// An action as a copy of the site is made of it: in which state it is. Two equal states make the same pages on the same day.
package struct CopiedAction: Hashable, Sendable {
    package let reference: Reference
    /// Grows with every change of what is published.
    package let revision: Int
    package let isWithdrawn: Bool
}

extension Connection {
    /// Every action that readers of the section find, and those that were taken down.
    package func copiedActions(shownBy section: Section.Code) throws -> [CopiedAction] {
        try rows(
            """
            SELECT a.series, a.serial, a.year, a.revision, EXISTS (SELECT 1 FROM withdrawal w WHERE w.action_id = a.id) AS withdrawn
            FROM action a
            WHERE EXISTS (SELECT 1 FROM output o WHERE o.action_id = a.id AND o.published_at IS NOT NULL AND \(shown(by: section)))
            ORDER BY a.year, a.serial, a.series
            """
        ).map { row in
            CopiedAction(reference: try Reference(row), revision: try row("revision"), isWithdrawn: try row("withdrawn"))
        }
    }
}
