import Documents
import Foundation

/// A moment as a header field holds it (RFC 5322 section 3.3), in UTC: `Mon, 22 Nov 2021 09:00:00 +0000`.
struct MailDate {
    let text: String

    init(_ date: Date) {
        let seconds = Int(max(-6e10, min(2e11, date.timeIntervalSince1970.rounded(.down))))
        let days = Int((Double(seconds) / 86_400).rounded(.down)), rest = seconds - days * 86_400
        let day = Day(number: days)
        let clock = "\(Self.padded(rest / 3_600)):\(Self.padded(rest / 60 % 60)):\(Self.padded(rest % 60))"
        text = "\(Self.weekdays[day.weekday.rawValue - 1]), \(day.day) \(Self.months[day.month - 1]) \(day.year) \(clock) +0000"
    }

    private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
