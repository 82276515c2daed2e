package import Storage

/// Finds hours in which far more was reported for an action than it usually is.
///
/// Nothing is held apart for it by itself: a case that a well-known person speaks of brings as many honest reports in an hour. Staff look, and
/// hold the hour apart with one step if they doubt it.
package struct FindBursts: Sendable {
    /// Below this nobody looks twice: a school or a marathon brings as many.
    static let least = 200
    /// So many times what its middle hour brings. Real waves that sections told of were three to five times as high.
    static let times = 10
    /// Looked at; a wave that old has been spoken of.
    static let days = 14

    let database: any Database
    let world: World

    package init(database: any Database, world: World) {
        self.database = database
        self.world = world
    }

    package func callAsFunction(of section: Section.Code) async throws -> [BurstHour] {
        let since = world.now().adding(seconds: -Self.days * 86_400)
        let hours = try await database.read { db in try db.reportedHours(of: section, since: since) }
        return Dictionary(grouping: hours, by: \.reference).values.flatMap(Self.bursts).sorted { $0.begin > $1.begin }
    }

    static func bursts(_ hours: [ReportedHour]) -> [BurstHour] {
        hours.compactMap { hour in
            let others = hours.filter { $0.begin != hour.begin }.map(\.appeals).sorted()
            let usual = others.isEmpty ? 0 : others[others.count / 2]
            guard hour.appeals >= Self.least, hour.appeals >= Self.times * usual else { return nil }
            return BurstHour(reference: hour.reference, begin: hour.begin, entries: hour.entries, appeals: hour.appeals, usual: usual)
        }
    }
}
