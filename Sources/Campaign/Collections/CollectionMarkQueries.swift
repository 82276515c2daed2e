import Documents
import Foundation
import Storage

extension Connection {
    /// Before the figures of a server are replaced by what it told at `moment`: keeps what they are for each collection with this case that has begun
    /// since the server last told something, or that is over since. A collection whose days were moved is marked anew.
    func markCollections(of action: Action.ID, by partner: Partner.ID, told moment: Instant) throws {
        let collections = try rows(
            """
            SELECT c.id, c.starts_on, c.ends_on, c.late_days, s.time_zone, m.at_first, m.at_last FROM collection_case k
            JOIN collection c ON c.id = k.collection_id JOIN section s ON s.code = c.section
            LEFT JOIN collection_mark m ON m.collection_id = c.id AND m.action_id = k.action_id AND m.partner_id = \(partner)
            WHERE k.action_id = \(action)
            """)
        guard !collections.isEmpty else { return }
        let counted: Int =
            try row(
                """
                SELECT CAST(COALESCE(SUM(f.appeals), 0) AS BIGINT) AS appeals FROM partner_figure f JOIN output o ON o.id = f.output_id
                WHERE o.action_id = \(action) AND f.partner_id = \(partner)
                """)?("appeals") ?? 0
        for row in collections {
            let id: CaseCollection.ID = try row("id"), startsOn: Day = try row("starts_on"), endsOn: Day = try row("ends_on")
            let today = moment.day(in: TimeZone(identifier: try row("time_zone")) ?? .gmt)
            guard today >= startsOn else {
                try execute("DELETE FROM collection_mark WHERE collection_id = \(id) AND partner_id = \(partner) AND action_id = \(action)")
                continue
            }
            let first: Int? = try row("at_first"), last: Int? = try row("at_last")
            let isOver = today > endsOn.adding(days: try row("late_days"))
            try execute(
                """
                INSERT INTO collection_mark (collection_id, partner_id, action_id, at_first, at_last)
                VALUES (\(id), \(partner), \(action), \(first ?? counted), \(isOver ? last ?? counted : nil))
                ON CONFLICT (collection_id, partner_id, action_id) DO UPDATE SET at_last = excluded.at_last
                """)
        }
    }

    /// What other servers that are not left out told of the cases between the days of a collection, case by case.
    func appealsAtServers(for collection: CaseCollection.ID) throws -> [(Reference, Int)] {
        try rows(
            """
            SELECT a.series, a.serial, a.year, m.at_first, m.at_last,
                (SELECT CAST(COALESCE(SUM(f.appeals), 0) AS BIGINT) FROM partner_figure f JOIN output o ON o.id = f.output_id
                 WHERE o.action_id = m.action_id AND f.partner_id = m.partner_id) AS appeals
            FROM collection_case k JOIN collection_mark m ON m.collection_id = k.collection_id AND m.action_id = k.action_id
            JOIN partner p ON p.id = m.partner_id JOIN action a ON a.id = m.action_id
            WHERE k.collection_id = \(collection) AND p.left_out IS NULL
            """
        ).map { row in
            let first: Int = try row("at_first"), last: Int? = try row("at_last"), now: Int = try row("appeals")
            return (try Reference(row), max(0, (last ?? now) - first))
        }
    }
}
