import Documents

/// Whom an alert is for. A rule: it knows neither rows nor a clock.
struct Audience: Sendable {
    let kind: Alert.Kind
    let isSameDay: Bool
    /// For whom alone it is, besides followers.
    var network: Network?
    /// The languages it is written in.
    let languages: [Language]
    let matter: Matter

    enum Turn: Equatable { case atOnce, atDigest }

    /// When somebody is told; nil for whom it does not concern.
    ///
    /// A follower hears of the action whatever they chose besides, and of its outcome at once, as does who reported on it and asked for that;
    /// an outcome goes to nobody else. Those on the same-day list are told at once of what cannot wait. Everybody else is told what they asked
    /// for, at their pace.
    func turn(for person: Candidate) -> Turn? {
        guard language(for: person) != nil else { return nil }
        if kind == .outcome { return person.follow != nil || person.awaitsOutcome ? .atOnce : nil }
        let isSameDay = self.isSameDay && person.isSameDay, isFollower = person.follow == .everything
        let isMeant = network == nil || network == person.network
        guard isFollower || isMeant && (person.pace != .none || isSameDay) && person.choices.include(matter) else { return nil }
        return isSameDay || person.pace == .atOnce || person.pace == .none ? .atOnce : .atDigest
    }

    /// The person's own, else another they read, else, when they named none, the section's first.
    func language(for person: Candidate) -> Language? { Self.language(of: languages, own: person.language, others: person.choices.languages) }

    static func language(of offered: [Language], own: Language, others: Set<Language>) -> Language? {
        if offered.contains(own) { return own }
        return offered.first { others.contains($0) } ?? (others.isEmpty ? offered.first : nil)
    }
}

/// Somebody who may be told: what the rule looks at, and nothing that names them.
struct Candidate: Sendable {
    let id: Supporter.ID
    let language: Language
    let pace: Pace
    let isSameDay: Bool
    let network: Network
    /// The name of the zone in which their day begins.
    let zone: String
    var choices: Choices
    let follow: Recipient.Follow?
    /// Whether they reported on the action, keep a history and asked how such cases end.
    let awaitsOutcome: Bool
}
