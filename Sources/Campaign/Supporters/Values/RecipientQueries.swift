package import Documents
package import Storage

extension Connection {
    /// A page of the section's confirmed supporters who are neither paused on `today` nor suppressed, in the order of their ids.
    ///
    /// - Parameters:
    ///   - action: the action that ``Recipient/follow`` tells of.
    ///   - today: the day it is for the section; a pause ends on its day wherever the supporter is.
    ///   - last: the last id of the page before.
    package func recipients(
        of section: Section.Code, about action: Action.ID?, on today: Day, after last: Supporter.ID?, limit: Int
    ) throws -> [Recipient] {
        let page = try rows(
            """
            SELECT s.*, i.supporter_id AS identified, f.only_outcome FROM supporter s
            LEFT JOIN identity i ON i.supporter_id = s.id
            LEFT JOIN follow f ON f.supporter_id = s.id AND f.action_id = \(action?.text ?? "")
            WHERE s.section = \(section) AND s.state = \(Supporter.State.confirmed) AND s.id > \(last?.text ?? "")
              AND (s.paused_until IS NULL OR s.paused_until <= \(today))
              AND NOT EXISTS (SELECT 1 FROM suppression x WHERE x.lookup = i.lookup)
            ORDER BY s.id LIMIT \(limit)
            """
        )
        let choices = try choices(of: page.map { try $0("id") })
        return try page.map { try Recipient($0, choices: choices) }
    }
}

extension Recipient {
    init(_ row: Row, choices: [Supporter.ID: Choices]) throws {
        let id: Supporter.ID = try row("id"), onlyOutcome: Bool? = try row("only_outcome")
        self.init(
            id: id, preferences: try Preferences(row, choices: choices[id] ?? Choices()), hasAddress: try row("identified") as String? != nil,
            follow: onlyOutcome.map { $0 ? .outcome : .everything }
        )
    }
}
