import Campaign
import Documents
import Foundation

/// A moment as a form has it: "2021-12-01T09:00", by the section's clock.
enum LocalMoment {
    static func text(_ instant: Instant, in zone: TimeZone) -> String {
        let offset = zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(instant.milliseconds) / 1_000))
        return String(instant.adding(seconds: offset).text.prefix(16))
    }

    /// nil for any other text. An hour that the clock leaves out is the one after it.
    static func instant(_ text: String, in zone: TimeZone) -> Instant? {
        guard text.utf8.count == 16, text.dropFirst(10).first == "T", let bare = Instant("\(text):00.000Z") else { return nil }
        let guess = Date(timeIntervalSince1970: Double(bare.milliseconds) / 1_000)
        let first = bare.adding(seconds: -zone.secondsFromGMT(for: guess))
        let offset = zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(first.milliseconds) / 1_000))
        return bare.adding(seconds: -offset)
    }
}
