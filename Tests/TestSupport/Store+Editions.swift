package import Campaign
package import Documents

extension Store {
    /// Has a section decide about an output.
    package func decide(
        _ decision: DecideEdition.Decision, _ ordinal: Int = 1, of reference: Reference = .wanjiru, for section: Section.Code = .swiss
    ) async throws {
        try await DecideEdition(database: database, world: world)(reference, ordinal, decision, for: section, by: "Lea")
    }

    /// Has a section wait for a person from now on, or not any more.
    package func setWaiting(_ isWaiting: Bool, of section: Section.Code = .swiss) async throws {
        try await DecideEdition(database: database, world: world).setWaiting(isWaiting, of: section, by: "Lea")
    }
}

extension OwnEdition {
    /// Adapted in the invented Swiss way: an earlier day, the embassy in Berne, a note on the post.
    package static func bernese(until day: String? = "2021-12-20") -> OwnEdition {
        var own = OwnEdition()
        own.actUntil = day.flatMap(Day.init)
        own.copies = [
            Addressee(
                role: .copy, name: nil, office: "Embassy of Kenya", salutation: nil,
                contacts: [ContactPoint(channel: .post, place: "Nordring 8\n3013 Berne")])
        ]
        own.words = ["de": EditionWords(instructions: [], postalNote: "Porto: CHF 2.30", safetyNote: nil)]
        return own
    }
}
