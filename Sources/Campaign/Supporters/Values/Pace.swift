import Storage

/// How often somebody wants to be written to. Whatever it is, a same-day alert and the outcome of a followed action are told apart from it.
package enum Pace: String, Sendable, Codable, CaseIterable, Bindable, Readable {
    case atOnce = "at_once"
    case daily, weekly
    case twiceAMonth = "twice_a_month"
    case monthly
    /// Nothing but what is followed.
    case none

    /// Whether one case is told at a time, and not all that came up.
    var isOneCase: Bool { self == .weekly || self == .twiceAMonth || self == .monthly }
}
