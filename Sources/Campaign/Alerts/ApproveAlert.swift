import Foundation
package import Storage

/// Lets a draft go out. From here on it is sent as it was read.
package struct ApproveAlert: Sendable {
    let database: any Database
    let world: World
    let pause: GreatPause?

    /// - Parameter pause: how long a great mailing waits; nil for none, as a script wants it.
    package init(database: any Database, world: World, pause: GreatPause? = nil) {
        self.database = database
        self.world = world
        self.pause = pause
    }

    /// - Parameters:
    ///   - sameDay: whether it also goes, at once and at any pace, to those on the same-day list.
    ///   - network: who it is for besides followers; nil for all.
    ///   - hasRead: that the approver says to have read it; asked for when no test of it went out.
    ///   - isShown: whether it stood on the page on which the approver says so.
    ///   - isEmergency: that it cannot wait for a second person. It is written down.
    ///
    /// Returns how many people stand behind it. Throws `AlertRefusal`.
    @discardableResult
    package func callAsFunction(
        _ id: Alert.ID, sameDay: Bool, network: Network? = nil, hasRead: Bool = false, isShown: Bool = false, isEmergency: Bool = false,
        by name: String
    ) async throws -> Eyes {
        let now = world.now(), event = world.newID(), pause = pause
        return try await database.write { db in
            let alert = try db.alert(id)
            guard alert.state == .draft else { throw AlertRefusal.notDraft(alert.state) }
            let zone = try db.sections().first { $0.code == alert.section }?.timeZone ?? .gmt
            if let reason = alert.reasonToSkip(try db.facts(of: alert.output, for: alert.section), on: now.day(in: zone)) {
                throw AlertRefusal.pointless(reason)
            }
            let isTested = alert.checks.testedAt != nil
            if hasRead, isShown { try db.noteReading(of: id, by: name, at: now) }
            guard isTested || hasRead && (isShown || alert.checks.readAt != nil) else { throw AlertRefusal.untried }
            let approver = try db.person(name), others = try db.senders(of: alert.section, besides: approver)
            var authors = try db.authors(of: alert)
            if !authors.contains(approver), try db.sharedHands(at: now).join(approver, to: authors) {
                guard isEmergency else { throw SharedHandsRefusal() }
                authors.insert(approver)
            }
            let eyes = try Eyes(approver: approver, authors: authors, others: others, isEmergency: isEmergency)
            try db.approve(id, sameDay: sameDay, network: network, isEmergency: eyes == .emergency, by: name, at: now)
            let waits = try eyes != .emergency && pause.map { try db.hasReaders($0.people, in: alert.section) } ?? false
            let due = waits ? now.adding(seconds: pause?.seconds ?? 0) : now
            try db.enqueue(SelectRecipients.kind, subject: id.text, priority: Job.soon, due: due, id: "\(SelectRecipients.kind) \(id)", at: now)
            try db.log("alert.approved", subject: id.text, by: name, detail: "\(eyes) \(isTested ? "tested" : "read")", id: event, at: now)
            return eyes
        }
    }
}
