import Foundation
import Storage

extension Connection {
    /// Confirmed supporters with all that belongs to them, each kind of row in one statement.
    func enter(_ people: [Enrolment], in section: Section.Code, at now: Instant) throws {
        let supporters = people.map { person in
            [
                person.id, section, Supporter.State.confirmed, person.preferences.language, person.preferences.pace, person.preferences.sameDay,
                person.preferences.network, false, person.preferences.timeZone.identifier, 0, now.hour, now.universalDay, now.universalDay,
            ] as [any Bindable]
        }
        try execute(
            """
            INSERT INTO supporter (id, section, state, language, pace, same_day, network, keeps_history, time_zone, soft_bounces, created_at,
                confirmed_at, active_on)
            VALUES \(SQL.values(supporters))
            """
        )
        let identities = people.map { [$0.id, $0.lookup, $0.sealed.keyID, $0.sealed.bytes] as [any Bindable] }
        try execute("INSERT INTO identity (supporter_id, lookup, key_id, sealed) VALUES \(SQL.values(identities))")
        let choices = people.flatMap { person in
            person.preferences.choices.stored.map { [person.id, $0.kind.rawValue, $0.value] as [any Bindable] }
        }
        guard !choices.isEmpty else { return }
        try execute("INSERT INTO supporter_choice (supporter_id, kind, value) VALUES \(SQL.values(choices))")
    }
}
