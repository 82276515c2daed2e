import Documents
import Foundation

/// When the digests of a pace are due: at eight in the morning where the supporter is.
enum DigestMoment {
    private static let hour = 8

    /// The first such moment after `now`; `now` itself for a pace without digests.
    static func next(_ pace: Pace, after now: Instant, in zone: TimeZone) -> Instant {
        guard pace != .atOnce, pace != .none else { return now }
        var day = now.day(in: zone)
        for _ in 0..<40 {
            if isDay(day, of: pace) {
                let moment = beginning(of: day, in: zone)
                if moment > now { return moment }
            }
            day = day.adding(days: 1)
        }
        return now
    }

    private static func isDay(_ day: Day, of pace: Pace) -> Bool {
        switch pace {
        case .weekly: day.weekday == .monday
        case .twiceAMonth: day.day == 1 || day.day == 15
        case .monthly: day.day == 1
        case .atOnce, .daily, .none: true
        }
    }

    private static func beginning(of day: Day, in zone: TimeZone) -> Instant {
        let local = Int64(day.number) * 86_400 + Int64(hour) * 3_600
        func moment(_ offset: Int) -> Int64 { local - Int64(offset) }
        func offset(at moment: Int64) -> Int { zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(moment))) }
        // The offset that holds at that hour, not the one of the hours before: clocks change in the night.
        return Instant(milliseconds: moment(offset(at: moment(offset(at: local)))) * 1_000)
    }
}
