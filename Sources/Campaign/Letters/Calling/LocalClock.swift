package import Documents
import Foundation

/// What time it is where an official sits.
package struct LocalClock: Sendable {
    private struct Table: Decodable {
        let zones: [String: [String]]
    }

    private let zones: [Country: [TimeZone]]

    package init() throws {
        let data = try Data(contentsOf: Resources.folder.appending(path: "TimeZones.json"))
        let table = try JSONDecoder().decode(Table.self, from: data)
        zones = Dictionary(
            table.zones.compactMap { code, names in Country(code).map { ($0, names.compactMap { TimeZone(identifier: $0) }) } },
            uniquingKeysWith: { one, _ in one }
        )
    }

    /// The clocks of a country at a moment: the capital's first, the others by the time they show. Empty for a country without one.
    package func times(in country: Country, at now: Instant) -> [LocalTime] {
        let times = (zones[country] ?? []).map { LocalTime(now, in: $0) }
        return times.prefix(1) + times.dropFirst().sorted { $0.offset < $1.offset }
    }
}

/// A time of day somewhere.
package struct LocalTime: Sendable, Equatable {
    /// The place the time zone is named for: "Mexico City".
    package let city: String
    package let day: Day
    /// Minutes since midnight.
    package let minutes: Int
    /// Seconds east of Greenwich.
    package let offset: Int

    init(_ now: Instant, in zone: TimeZone) {
        let seconds = Int((Double(now.milliseconds) / 1_000).rounded(.down))
        offset = zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds)))
        city = (zone.identifier.split(separator: "/").last.map(String.init) ?? zone.identifier).replacing("_", with: " ")
        day = now.day(in: zone)
        minutes = (seconds + offset - day.number * 86_400) / 60
    }

    /// "09:05"
    package var text: String {
        let hour = String(minutes / 60), minute = String(minutes % 60)
        return (hour.count < 2 ? "0" + hour : hour) + ":" + (minute.count < 2 ? "0" + minute : minute)
    }

    /// Whether offices are usually open: from nine to five, on no Saturday and no Sunday. Many countries rest on other days.
    package var isOfficeHours: Bool {
        // 1 January 1970, day 0, was a Thursday.
        (9 * 60..<17 * 60).contains(minutes) && ![2, 3].contains((day.number % 7 + 7) % 7)
    }
}
