import Documents
import Foundation
package import Storage

/// Enters the deliveries of an approved alert, page by page, so that memory stays the same however many there are. The work of
/// "alert.select" jobs: begun anew it goes on after the last page that was committed.
package struct SelectRecipients: Sendable {
    package static let kind = "alert.select"

    let database: any Database
    let world: World
    let pageSize: Int

    package init(database: any Database, world: World, pageSize: Int = 2_000) {
        self.database = database
        self.world = world
        self.pageSize = pageSize
    }

    package func callAsFunction(_ job: Job) async throws { try await callAsFunction(Alert.ID(job.subject)) }

    package func callAsFunction(_ id: Alert.ID) async throws {
        let today = world.now()
        guard let begun = try await begin(id, at: today) else { return }
        var moments = DigestMoments(now: today)
        var pages = 0, nextLearning = 4
        var first = try await database.read { db in try db.selectedUpTo(id) }
        var people = try await candidates(of: id, begun, after: first)
        while let last = people.last {
            async let next = candidates(of: id, begun, after: last.id.text)  // read while these are entered
            try await enter(people, after: first, upTo: last.id, of: id, begun, &moments)
            first = last.id.text
            people = try await next
            pages += 1
            if pages == nextLearning {
                try await database.write { db in try db.learnSizes(of: "delivery") }
                nextLearning *= 4
            }
        }
        try await database.write { db in try db.move(id, to: .sending) }
    }

    /// What the whole selection needs; nil when nothing is to be selected any more.
    private func begin(_ id: Alert.ID, at now: Instant) async throws -> Begun? {
        try await database.write { db in
            let alert = try db.alert(id)
            guard alert.state == .approved || alert.state == .selecting else { return nil }
            guard let section = try db.sections().first(where: { $0.code == alert.section }) else { return nil }
            let today = now.day(in: section.timeZone)
            guard alert.reasonToSkip(try db.facts(of: alert.output, for: alert.section), on: today) == nil else {
                try db.move(id, to: .done)  // nobody is to hear of it any more
                return nil
            }
            let action = try db.publicAction(db.reference(ofOutput: alert.output)).seen(by: alert.section)
            guard let output = action.outputs.first(where: { $0.id == alert.output }) else { return nil }
            try db.move(id, to: .selecting)
            let matter = Matter(
                countries: Set(action.countries), topics: Set(try db.topics(of: action.id)),
                channels: alert.kind.asksForLetters ? output.channels(for: alert.section) : [])
            let spoken = Set(try db.texts(of: id).map(\.language))
            let audience = Audience(
                kind: alert.kind, isSameDay: alert.isSameDay, network: alert.network, languages: section.languages.filter(spoken.contains),
                matter: matter)
            return Begun(section: section.code, action: action.id, today: today, audience: audience, at: now)
        }
    }

    private struct Begun: Sendable {
        let section: Section.Code
        let action: Action.ID
        let today: Day
        let audience: Audience
        let at: Instant
    }

    /// The next page; nobody when there is none, or the alert was stopped.
    private func candidates(of id: Alert.ID, _ begun: Begun, after last: String) async throws -> [Candidate] {
        let limit = pageSize
        return try await database.read { db in
            guard try db.alert(id).state == .selecting else { return [] }
            return try db.candidates(of: begun.section, about: begun.action, on: begun.today, after: last, limit: limit)
        }
    }

    /// The page was entered meanwhile, since somebody else is at it, too; nothing of ours stays.
    private struct Overtaken: Error {}

    private func enter(
        _ people: [Candidate], after first: String, upTo last: Supporter.ID, of id: Alert.ID, _ begun: Begun, _ moments: inout DigestMoments
    ) async throws {
        var turns: [Instant?: [Supporter.ID]] = [:]
        for person in people {
            guard let turn = begun.audience.turn(for: person) else { continue }
            turns[moments.moment(turn, person), default: []].append(person.id)
        }
        let chosen = turns
        try await database.write(keeping: .throughPowerCuts, isolation: .besideOthers) { db in
            guard try db.selectedUpTo(id) == first else { throw Overtaken() }
            for (digest, people) in chosen { try db.enterDeliveries(of: id, to: people, digest: digest) }
            if begun.audience.isSameDay { try db.enterTexts(of: id, after: first, upTo: last, at: begun.at) }
            // last of all, since others wait for the alert's row
            guard try db.noteSelected(id, from: first, upTo: last) else { throw Overtaken() }
        }
    }
}

/// The moments of the paces and zones that were met, each worked out once.
struct DigestMoments {
    let now: Instant
    private var known: [String: Instant] = [:]

    init(now: Instant) { self.now = now }

    /// When somebody's digest is due; nil for who is told at once.
    mutating func moment(_ turn: Audience.Turn, _ person: Candidate) -> Instant? {
        guard turn == .atDigest else { return nil }
        let key = "\(person.pace.rawValue) \(person.zone)"
        if let moment = known[key] { return moment }
        let zone = TimeZone(identifier: person.zone) ?? .gmt
        let moment = DigestMoment.next(person.pace, after: now, in: zone)
        known[key] = moment
        return moment
    }
}

extension Output {
    /// The ways in which its officials can be written to, as a section publishes it.
    fileprivate func channels(for section: Section.Code) -> Set<Channel> {
        Set(edition(for: section)?.addressees.flatMap { $0.contacts.map(\.channel) } ?? [])
    }
}
