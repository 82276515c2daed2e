/// What an official is, as far as a greeting needs to know.
package enum Rank: String, Sendable, Hashable, CaseIterable, Codable {
    case monarch, headOfState, headOfGovernment, minister, ambassador, governor, judge, prosecutor
    /// Of the police or the armed forces.
    case officer
    case prisonDirector, memberOfParliament, mayor
    case unknown
}

/// Man or woman, as far as a printed form or the register says so.
package enum Gender: String, Sendable, Hashable, CaseIterable, Codable {
    case male, female, unknown
}
