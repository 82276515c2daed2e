package import Documents

/// An office or a mission as the register knows it: who holds it, how it is reached, and when that was last checked.
package struct Official: Sendable, Equatable {
    package typealias ID = Campaign.ID<Official>

    /// The name by which rows of a table speak of it: `pe-foreign-minister`. Never shown to readers.
    package let key: String
    package var facts: OfficialFacts
    package var holders: [Holder]
    package var contacts: [OfficialContact]

    /// Who holds the office on `day`: of several the one who came last.
    package func holder(on day: Day) -> Holder? {
        holders.filter { ($0.heldFrom ?? day) <= day && day <= ($0.heldUntil ?? day) }
            .max { ($0.heldFrom?.text ?? "", $0.name) < ($1.heldFrom?.text ?? "", $1.name) }
    }
}

/// What is known of an office or a mission itself.
package struct OfficialFacts: Sendable, Equatable {
    /// The state it speaks for; of a mission the sending one.
    package var country: Country
    package var rank: String?
    package var titles: Wordings
    /// nil for an office at home.
    package var seat: MissionSeat?
    package var validFrom: Day?
    package var validTo: Day?
    package var checkedOn: Day?
    package var checkedBy: String?
    package var note: String?

    package func isValid(on day: Day) -> Bool {
        (validFrom ?? day) <= day && day <= (validTo ?? day)
    }
}

/// Somebody who holds an office, or held it.
package struct Holder: Sendable, Equatable {
    package let name: String
    /// The name's words in lower case, by which a holder is told from the others.
    package let folded: String
    package var honorific: String?
    /// Only when a source states it.
    package var gender: String?
    /// How letters to this person begin, by language, as printed somewhere; never made by us.
    package var salutations: Wordings
    package var heldFrom: Day?
    package var heldUntil: Day?
    package var checkedOn: Day?
    package var checkedBy: String?
}

/// A way to reach an office, with what became of it.
package struct OfficialContact: Sendable, Equatable {
    package let channel: Channel
    package let place: String
    /// By which it is told from the office's other contacts (`NormalPlace`).
    package let normal: String
    package var language: Language?
    /// nil when nobody said so or otherwise.
    package var isPreferred: Bool?
    /// nil until somebody tried it.
    package var state: ContactState?
    package var stateOn: Day?
    package var checkedOn: Day?
    package var checkedBy: String?
    package var note: String?

    package var isUsable: Bool { state?.isUsable ?? true }
}
