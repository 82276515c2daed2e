import Documents
import Storage

/// Reads what is to be sent as it is now: alert, withdrawal, supporter, suppression. Everything in one view of the data.
struct ReadParcels: Sendable {
    let database: any Database
    let world: World

    /// - Parameter deliveries: all held ones of a supporter make one parcel, each other its own.
    func callAsFunction(_ deliveries: [Delivery]) async throws -> [Parcel] {
        let now = world.now()
        return try await database.read { db in
            let alerts = try liveAlerts(of: deliveries, db, at: now)
            let ended = Set(alerts.values.filter { $0.alert.kind == .outcome }.compactMap(\.action))
            let readers = try db.alertReaders(Array(Set(deliveries.map(\.supporter))), whoHearTheEndOf: ended)
            let frames = NoticeFrames(),
                days = Dictionary(uniqueKeysWithValues: Set(alerts.values.map(\.section.timeZone)).map { ($0, now.day(in: $0)) })
            func parcel(_ part: [Delivery], isDigest: Bool) -> Parcel {
                var contents = Parcel.Contents(part, alerts, readers[part[0].supporter], frames) { days[$0.timeZone] ?? now.day(in: $0.timeZone) }
                if isDigest { contents.limitToOneCase() }
                return Parcel(deliveries: part, isDigest: isDigest, contents: contents, readAt: now)
            }
            let single = deliveries.filter { $0.state != .held }.map { parcel([$0], isDigest: false) }
            let held = Dictionary(grouping: deliveries.filter { $0.state == .held }, by: \.supporter)
            return single + held.values.map { parcel($0.sorted { $0.alert.text < $1.alert.text }, isDigest: true) }
        }
    }

    private func liveAlerts(of deliveries: [Delivery], _ db: any Connection, at now: Instant) throws -> [Alert.ID: LiveAlert] {
        let sections = try db.sections()
        return try Set(deliveries.map(\.alert)).reduce(into: [:]) { alerts, id in
            let alert = try db.alert(id)
            guard let section = sections.first(where: { $0.code == alert.section }) else { return }
            let texts = try Dictionary(db.texts(of: id).map { ($0.language, $0) }) { first, _ in first }
            let facts = try db.facts(of: alert.output, for: alert.section)
            alerts[id] = LiveAlert(
                alert: alert, action: try db.action(ofOutput: alert.output), reference: try db.reference(ofOutput: alert.output),
                reason: alert.reasonToSkip(facts, on: now.day(in: section.timeZone)), texts: texts, section: section, lastDay: facts.actUntil)
        }
    }
}
