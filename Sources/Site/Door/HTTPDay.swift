import Campaign
import Documents

/// A second as header fields write it (RFC 9110, 5.6.7): always 29 characters.
///
///     HTTPDay(instant).text   // "Sun, 06 Nov 1994 08:49:37 GMT"
struct HTTPDay {
    let second: Int64
    let bytes: [UInt8]

    static let blank = String(repeating: " ", count: 29)

    init(_ instant: Instant) {
        let stored = Array(instant.text), number = instant.milliseconds
        second = number >= 0 ? number / 1_000 : (number - 999) / 1_000
        let days = Int(second >= 0 ? second / 86_400 : (second - 86_399) / 86_400)
        let weekday = Self.weekdays[((days + 4) % 7 + 7) % 7], month = Self.months[(Int(String(stored[5...6])) ?? 1) - 1]
        bytes = Array("\(weekday), \(String(stored[8...9])) \(month) \(String(stored[0...3])) \(String(stored[11...18])) GMT".utf8)
    }

    var text: String { String(decoding: bytes, as: UTF8.self) }

    private static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
}
