import Campaign
import Foundation

extension Reader {
    /// A moment in the section's zone, to the minute.
    func moment(_ instant: Instant) -> String {
        let day = instant.day(in: section.timeZone)
        let local = instant.adding(seconds: section.timeZone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(instant.milliseconds) / 1_000)))
        return "\(days.long(day)), \(local.text.dropFirst(11).prefix(5))"
    }
}
