import Storage

// A note says of many deliveries at once that they went out: one line, where each row would cost a page of the database's log and its place
// in two indexes. Some hundred of them are then entered in the rows together. So a row says at most half a second late that it was sent;
// until then it is its worker's, who knows. When that worker is gone, whoever claims next enters what it left first.
extension SQL {
    /// Notes that alerts went out to these, one at least, whom `worker` claimed, and whose claims last for ``Delivery/noteSeconds`` at least. Noted
    /// twice it means the same.
    static func note(of deliveries: [Delivery], by worker: String, at now: Instant) -> SQL {
        let lines = Dictionary(grouping: deliveries, by: \.alert).map { alert, deliveries in
            [worker, alert, deliveries.map(\.supporter.text).joined(separator: ","), now] as [any Bindable]
        }
        return "INSERT INTO delivery_note (worker, alert_id, supporters, sent_at) VALUES \(values(lines))"
    }
}

extension Connection {
    /// Enters in the rows what `worker` noted.
    func foldNotes(of worker: String) throws { try foldNotes("worker = \(worker)") }

    /// Enters in the rows what whoever noted it should have entered by now. To be done before claims are taken that came to their end, or those
    /// who were told are told again.
    func foldOldNotes(at now: Instant) throws {
        try foldNotes("sent_at <= \(now.adding(seconds: -Delivery.noteSeconds / 2))")
    }

    /// Enters in the rows what those noted whom the query names, whatever their clocks said.
    func foldNotes(ofWorkers query: SQL) throws { try foldNotes("worker IN (\(query))") }

    private func foldNotes(_ chosen: SQL) throws {
        let notes = try rows("DELETE FROM delivery_note WHERE \(chosen) RETURNING worker, alert_id, supporters, sent_at").map(DeliveryNote.init)
        for (origin, notes) in Dictionary(grouping: notes, by: \.origin) {
            guard let last = notes.map(\.sentAt).max() else { continue }
            for statement in noting(notes.flatMap(\.supporters), of: origin.alert, by: origin.worker, at: last) { try execute(statement) }
        }
    }
}

/// That an alert went out to some, as one line.
private struct DeliveryNote {
    struct Origin: Hashable {
        let worker: String
        let alert: Alert.ID
    }

    let origin: Origin
    let supporters: [Supporter.ID]
    let sentAt: Instant

    init(_ row: Row) throws {
        origin = Origin(worker: try row("worker"), alert: try row("alert_id"))
        let list: String = try row("supporters")
        supporters = list.utf8.split(separator: UInt8(ascii: ",")).map { Supporter.ID(String(Substring($0))) }
        sentAt = try row("sent_at")
    }
}
