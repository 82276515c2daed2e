/// The place of an event in the chain: a hash of the event and of the link before it. Whoever changes an event, or takes one out of the
/// middle, breaks every link after it.
struct EventLink: Sendable, Equatable {
    let seq: Int64
    let event: String
    let hash: String

    static let beginning = EventLink(seq: 0, event: "", hash: "")

    func next(for event: Event) -> EventLink {
        // Each field with its length, so that no two events read the same.
        let fields = [hash, event.id, event.name, event.subject, event.by, event.detail, event.at.text]
        return EventLink(seq: seq + 1, event: event.id, hash: Digest.sha256(fields.map { "\($0.utf8.count):\($0)" }.joined(separator: "\n")))
    }
}
