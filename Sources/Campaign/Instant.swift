package import Documents
package import Foundation

/// A moment, in whole milliseconds since 1 January 1970 UTC.
///
/// Stored as fixed-width UTC text (`2021-11-23T09:00:00.000Z`), which sorts as text and reads the same in both engines.
package struct Instant: Hashable, Comparable, Sendable {
    package let milliseconds: Int64

    package init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    /// Reads the stored form only; nil for any other text.
    package init?(_ text: String) {
        guard text.utf8.count == 24, text.hasSuffix("Z"), let day = Day(String(text.prefix(10))) else { return nil }
        let digits = text.dropFirst(11).dropLast().split(whereSeparator: { $0 == ":" || $0 == "." }).compactMap { Int64($0) }
        guard digits.count == 4 else { return nil }
        let seconds = Int64(day.number) * 86_400 + digits[0] * 3_600 + digits[1] * 60 + digits[2]
        self.init(milliseconds: seconds * 1_000 + digits[3])
        guard self.text == text else { return nil }
    }

    /// The stored form, always 24 characters.
    package var text: String {
        let (seconds, thousandths) = milliseconds.floored(by: 1_000), (days, rest) = seconds.floored(by: 86_400)
        let clock = [rest / 3_600, rest / 60 % 60, rest % 60].map { padded($0, 2) }.joined(separator: ":")
        return "\(Day(number: Int(days)).text)T\(clock).\(padded(thousandths, 3))Z"
    }

    /// The calendar day it is then in `zone`: deadlines end when that day ends there, not in UTC.
    package func day(in zone: TimeZone) -> Day {
        let seconds = Double(milliseconds) / 1_000
        let local = seconds + Double(zone.secondsFromGMT(for: Date(timeIntervalSince1970: seconds)))
        return Day(number: Int((local / 86_400).rounded(.down)))
    }

    package func adding(seconds: Int) -> Instant {
        Instant(milliseconds: milliseconds + Int64(seconds) * 1_000)
    }

    package static func < (one: Instant, other: Instant) -> Bool {
        one.milliseconds < other.milliseconds
    }

    private func padded(_ number: Int64, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}

extension Int64 {
    /// Quotient and rest as a calendar counts: the rest is never negative. Of any number, since some come out of forms.
    fileprivate func floored(by divisor: Int64) -> (quotient: Int64, rest: Int64) {
        let (quotient, rest) = quotientAndRemainder(dividingBy: divisor)
        return rest < 0 ? (quotient - 1, rest + divisor) : (quotient, rest)
    }
}
