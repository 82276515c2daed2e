import Documents
import Foundation
package import Storage

extension Connection {
    /// The supporter with that id; nil when there is none, or none any more.
    package func supporter(_ id: Supporter.ID) throws -> Supporter? {
        guard let row = try row("SELECT * FROM supporter WHERE id = \(id)") else { return nil }
        return try Supporter(row, choices: choices(of: [id])[id] ?? Choices())
    }

    /// Notes somebody new, who has yet to confirm. The hour is kept and no more: a moment could be laid beside the moment of a report.
    func insert(_ id: Supporter.ID, of section: Section.Code, _ preferences: Preferences, at now: Instant) throws {
        try execute(
            """
            INSERT INTO supporter (id, section, state, language, pace, same_day, network, keeps_history, time_zone, soft_bounces, created_at, active_on)
            VALUES (\(id), \(section), \(Supporter.State.unconfirmed), \(preferences.language), \(preferences.pace), \(preferences.sameDay),
                \(preferences.network), \(false), \(preferences.timeZone.identifier), \(0), \(now.hour), \(now.universalDay))
            """
        )
        try insertChoices(preferences.choices, of: id)
    }

    func set(_ preferences: Preferences, of id: Supporter.ID) throws {
        try execute(
            """
            UPDATE supporter SET language = \(preferences.language), pace = \(preferences.pace), same_day = \(preferences.sameDay),
                network = \(preferences.network), time_zone = \(preferences.timeZone.identifier)
            WHERE id = \(id)
            """
        )
        try execute("DELETE FROM supporter_choice WHERE supporter_id = \(id)")
        try insertChoices(preferences.choices, of: id)
    }

    func confirm(_ id: Supporter.ID, on day: Day) throws {
        try execute(
            """
            UPDATE supporter SET state = \(Supporter.State.confirmed), confirmed_at = COALESCE(confirmed_at, \(day)), active_on = \(day), asked_on = NULL
            WHERE id = \(id)
            """
        )
    }

    /// Notes that the person did something here.
    func noteActivity(of id: Supporter.ID, on day: Day) throws {
        try execute("UPDATE supporter SET active_on = \(day), asked_on = NULL WHERE id = \(id)")
    }

    func setPause(_ until: Day?, of id: Supporter.ID) throws {
        try execute("UPDATE supporter SET paused_until = \(until) WHERE id = \(id)")
    }

    /// Everything that hangs by the supporter goes with the row: identity, choices, follows, history, links, sessions, deliveries.
    func deleteSupporter(_ id: Supporter.ID) throws {
        try execute("DELETE FROM supporter WHERE id = \(id)")
    }
}

extension Supporter {
    init(_ row: Row, choices: Choices) throws {
        self.init(
            id: try row("id"),
            section: try row("section"),
            state: try row("state"),
            preferences: try Preferences(row, choices: choices),
            keepsHistory: try row("keeps_history"),
            wantsOutcomes: try row("wants_outcomes"),
            pausedUntil: try row("paused_until"),
            confirmedOn: try row("confirmed_at"),
            activeOn: try row("active_on"),
            askedOn: try row("asked_on")
        )
    }
}

extension Preferences {
    init(_ row: Row, choices: Choices) throws {
        self.init(
            language: try row("language"),
            pace: try row("pace"),
            sameDay: try row("same_day"),
            network: try row("network"),
            timeZone: TimeZone(identifier: try row("time_zone")) ?? .gmt,
            choices: choices
        )
    }
}
