/// Deadlines as a calendar (RFC 5545, RFC 7986): one whole day for each output that asks for letters.
package struct DeadlineCalendar: Sendable {
    package let name: String
    package let sourceURL: String
    package let events: [Event]

    package init(name: String, sourceURL: String, events: [Event]) {
        self.name = name
        self.sourceURL = sourceURL
        self.events = events
    }

    /// The last day of one output. What ended or was taken down stays, cancelled: a calendar that kept the day crosses it out.
    package struct Event: Sendable {
        /// Stays the same for good, and names nobody.
        package let uid: String
        /// Grows with every change, so that a calendar takes the later one.
        package let sequence: Int
        /// When it last changed: RFC 3339 in UTC.
        package let changed: String
        package let day: Day
        package let summary: String
        package let text: String
        package let url: String
        package let isCancelled: Bool

        package init(uid: String, sequence: Int, changed: String, day: Day, summary: String, text: String, url: String, isCancelled: Bool) {
            self.uid = uid
            self.sequence = sequence
            self.changed = changed
            self.day = day
            self.summary = summary
            self.text = text
            self.url = url
            self.isCancelled = isCancelled
        }
    }

    /// The calendar as it is sent: lines end with CR LF, none is longer than 75 octets.
    package func text() -> String {
        let lines =
            [
                "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Amparo//Urgent actions//EN", "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
                "NAME:\(name.calendarText)", "X-WR-CALNAME:\(name.calendarText)", "SOURCE;VALUE=URI:\(sourceURL)",
                "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
            ] + events.flatMap(\.lines) + ["END:VCALENDAR"]
        return lines.map { $0.folded + "\r\n" }.joined()
    }
}

extension DeadlineCalendar.Event {
    fileprivate var lines: [String] {
        [
            "BEGIN:VEVENT", "UID:\(uid)", "SEQUENCE:\(sequence)", "DTSTAMP:\(Self.stamp(changed))", "LAST-MODIFIED:\(Self.stamp(changed))",
            "DTSTART;VALUE=DATE:\(Self.digits(day))", "DTEND;VALUE=DATE:\(Self.digits(day.adding(days: 1)))", "SUMMARY:\(summary.calendarText)",
            "DESCRIPTION:\(text.calendarText)", "URL:\(url)", "STATUS:\(isCancelled ? "CANCELLED" : "CONFIRMED")", "TRANSP:TRANSPARENT",
            "CLASS:PUBLIC", "END:VEVENT",
        ]
    }

    private static func digits(_ day: Day) -> String { day.text.filter { $0 != "-" } }

    /// "2021-11-23T09:00:00.000Z" as "20211123T090000Z".
    private static func stamp(_ moment: String) -> String {
        moment.prefix(19).filter { $0 != "-" && $0 != ":" } + "Z"
    }
}

extension String {
    /// As a TEXT value (RFC 5545, section 3.3.11); control characters have no place in one.
    fileprivate var calendarText: String {
        var text = ""
        for scalar in unicodeScalars {
            switch scalar {
            case "\\": text += "\\\\"
            case ";": text += "\\;"
            case ",": text += "\\,"
            case "\n": text += "\\n"
            default: if scalar.value >= 32, scalar.value != 127 { text.unicodeScalars.append(scalar) }
            }
        }
        return text
    }

    /// Cut after at most 75 octets, never inside a sign; what follows begins with a blank (section 3.1).
    fileprivate var folded: String {
        var result = "", width = 0
        for scalar in unicodeScalars {
            let size = scalar.utf8.count
            if width + size > 75 {
                result += "\r\n "
                width = 1
            }
            result.unicodeScalars.append(scalar)
            width += size
        }
        return result
    }
}
