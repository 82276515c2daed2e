import Documents
import Storage

extension Connection {
    /// The one action a supporter follows is noted with its day, never a moment: that could be laid beside the moment of a report.
    func setFollow(of action: Action.ID, by supporter: Supporter.ID, onlyOutcome: Bool, since day: Day) throws {
        try execute(
            """
            INSERT INTO follow (supporter_id, action_id, only_outcome, since) VALUES (\(supporter), \(action), \(onlyOutcome), \(day))
            ON CONFLICT (supporter_id, action_id) DO UPDATE SET only_outcome = excluded.only_outcome
            """
        )
    }

    func deleteFollow(of action: Action.ID, by supporter: Supporter.ID) throws {
        try execute("DELETE FROM follow WHERE supporter_id = \(supporter) AND action_id = \(action)")
    }

    /// What a supporter follows, by reference.
    func follows(of supporter: Supporter.ID) throws -> [Reference: (onlyOutcome: Bool, since: Day)] {
        try rows(
            """
            SELECT a.series, a.serial, a.year, f.only_outcome, f.since FROM follow f JOIN action a ON a.id = f.action_id
            WHERE f.supporter_id = \(supporter)
            """
        ).reduce(into: [:]) { try $0[Reference($1)] = ($1("only_outcome"), $1("since")) }
    }
}
