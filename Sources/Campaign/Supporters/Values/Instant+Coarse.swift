import Documents
import Foundation

/// What is kept beside supporters instead of a moment, which could be laid beside the moment of a report.
extension Instant {
    /// The hour it is in, without its minutes.
    var hour: Instant { Instant(milliseconds: milliseconds - milliseconds % 3_600_000) }

    /// The day it is in UTC.
    var universalDay: Day { day(in: .gmt) }
}
