import Documents
package import Storage

extension Connection {
    /// Whether a section has so many readers who confirmed their address. Counts no further.
    func hasReaders(_ count: Int, in section: Section.Code) throws -> Bool {
        try row("SELECT id FROM supporter WHERE section = \(section) AND state = 'confirmed' LIMIT 1 OFFSET \(max(0, count - 1))") != nil
    }

    /// When an approved alert begins to go out; nil once it did.
    package func beginning(of alert: Alert.ID) throws -> Instant? {
        let id: String = "\(SelectRecipients.kind) \(alert)"
        return try row("SELECT due_at FROM job WHERE id = \(id) AND state = \(Job.State.waiting)").map { try $0("due_at") }
    }
}
