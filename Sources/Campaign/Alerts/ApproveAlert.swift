import Foundation
package import Storage

/// Lets a draft go out. From here on it is sent as it was read.
package struct ApproveAlert: Sendable {
    let database: any Database
    let world: World

    package init(database: any Database, world: World) {
        self.database = database
        self.world = world
    }

    /// - Parameters:
    ///   - sameDay: whether it also goes, at once and at any pace, to those on the same-day list.
    ///   - network: who it is for besides followers; nil for all.
    ///
    /// Throws `AlertRefusal`.
    package func callAsFunction(_ id: Alert.ID, sameDay: Bool, network: Network? = nil, by name: String) async throws {
        let now = world.now(), event = world.newID()
        try await database.write { db in
            let alert = try db.alert(id)
            guard alert.state == .draft else { throw AlertRefusal.notDraft(alert.state) }
            let zone = try db.sections().first { $0.code == alert.section }?.timeZone ?? .gmt
            if let reason = alert.reasonToSkip(try db.facts(of: alert.output, for: alert.section), on: now.day(in: zone)) {
                throw AlertRefusal.pointless(reason)
            }
            try db.approve(id, sameDay: sameDay, network: network, by: name, at: now)
            try db.enqueue(SelectRecipients.kind, subject: id.text, priority: Job.soon, id: "\(SelectRecipients.kind) \(id)", at: now)
            try db.log("alert.approved", subject: id.text, by: name, id: event, at: now)
        }
    }
}
