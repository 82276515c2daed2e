package import Storage

extension Connection {
    /// The links that staff made for staff so short a while ago that the two count as one person.
    package func sharedHands(at now: Instant) throws -> SharedHands {
        try SharedHands(
            links: rows(
                """
                SELECT e.subject, e.by_name, e.at FROM event e JOIN staff s ON s.id = e.by_name
                WHERE e.name IN ('staff.added', 'staff.reset') AND e.at > \(now.adding(seconds: -SharedHands.days * 86_400))
                    AND e.subject <> e.by_name
                ORDER BY e.at, e.id
                """
            ).map { SharedHands.Link(member: try $0("subject"), by: try $0("by_name"), at: try $0("at")) })
    }

    /// Throws `SharedHandsRefusal` when somebody may be the same person as one of the authors.
    func expectOwnHands(of member: String, besides authors: Set<String>, at now: Instant) throws {
        guard try !sharedHands(at: now).join(member, to: authors) else { throw SharedHandsRefusal() }
    }
}
