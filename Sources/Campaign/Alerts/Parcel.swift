import Documents
import Storage

/// What goes to one supporter in one hand-over: one delivery, or all those of a digest.
final class Parcel: Sendable {
    let deliveries: [Delivery]
    let isDigest: Bool
    /// What was read of it, and when.
    let contents: Contents
    let readAt: Instant

    init(deliveries: [Delivery], isDigest: Bool, contents: Contents, readAt: Instant) {
        self.deliveries = deliveries
        self.isDigest = isDigest
        self.contents = contents
        self.readAt = readAt
    }

    /// For each delivery why it is skipped, and what is told in the others.
    struct Contents: Sendable {
        var skipped: [(Delivery, SkipReason)] = []
        var told: [(delivery: Delivery, alert: LiveAlert)] = []
        var reader: AlertReader?
        var language: Language?
        /// Shared by all that was read together.
        let frames: NoticeFrames
    }
}

/// An alert as it is at this moment; one for all parcels that tell of it.
final class LiveAlert: Sendable {
    let alert: Alert
    let action: Action.ID?
    let reference: Reference
    let reason: SkipReason?
    let texts: [Language: AlertText]
    let section: Section
    /// The last day on which its letters are wanted.
    let lastDay: Day?

    init(
        alert: Alert, action: Action.ID?, reference: Reference, reason: SkipReason?, texts: [Language: AlertText], section: Section, lastDay: Day?
    ) {
        self.alert = alert
        self.action = action
        self.reference = reference
        self.reason = reason
        self.texts = texts
        self.section = section
        self.lastDay = lastDay
    }
}

extension Parcel.Contents {
    /// The judgement on each delivery of one supporter, as things are now.
    init(
        _ deliveries: [Delivery], _ alerts: [Alert.ID: LiveAlert], _ reader: AlertReader?, _ frames: NoticeFrames, on today: (Section) -> Day
    ) {
        self.reader = reader
        self.frames = frames
        for delivery in deliveries {
            guard let live = alerts[delivery.alert] else { continue }
            let offered = live.section.languages.filter { live.texts[$0] != nil }
            let language = reader.flatMap { Audience.language(of: offered, own: $0.language, others: $0.languages) }
            if let reason = live.reason ?? reader.reason(live, on: today(live.section)) {
                skipped.append((delivery, reason))
            } else if let language {
                self.language = self.language ?? language
                told.append((delivery, live))
            } else {
                skipped.append((delivery, .language))
            }
        }
    }

    /// Keeps one case of a digest for whom one is enough: the one with the most time to write in. What they follow is told besides, and so
    /// is what sets something right.
    mutating func limitToOneCase() {
        guard let reader, reader.pace.isOneCase else { return }
        let optional = told.filter { $0.alert.alert.kind.asksForLetters && $0.alert.action.map(reader.follows.contains) != true }
        guard let chosen = optional.max(by: { Self.place($0) < Self.place($1) })?.alert.action else { return }
        let others = optional.filter { $0.alert.action != chosen }.map(\.delivery)
        skipped += others.map { ($0, .pace) }
        told.removeAll { others.contains($0.delivery) }
    }

    private static func place(_ one: (delivery: Delivery, alert: LiveAlert)) -> (String, String) {
        (one.alert.lastDay?.text ?? "", one.alert.alert.approvedAt?.text ?? "")
    }
}

extension AlertReader? {
    fileprivate func reason(_ live: LiveAlert, on today: Day) -> SkipReason? {
        guard let reader = self else { return .unsubscribed }
        if reader.isSuppressed { return .suppressed }
        if reader.pausedUntil.map({ today < $0 }) == true { return .paused }
        let follows = live.action.map(reader.follows.contains) == true
        if live.alert.kind == .outcome { return follows || live.action.map(reader.awaited.contains) == true ? nil : .unsubscribed }
        let isWanted = reader.pace != .none || live.alert.isSameDay || follows
        return isWanted ? nil : .unsubscribed
    }
}
