package import Storage

/// Walks the chain of events from its beginning and says where it is broken.
package struct VerifyEvents: Sendable {
    private static let page = 1_000

    let database: any Database

    package init(database: any Database) { self.database = database }

    /// Sentences for people; none when the chain is whole. What was cut off its end cannot be seen from here.
    package func callAsFunction() async throws -> [String] {
        var last = EventLink.beginning
        while true {
            let from = last
            let page = try await database.read { db in try db.links(after: from.seq, limit: Self.page) }
            for (link, event) in page {
                guard link == last.next(for: event) else { return ["the log of events is broken at place \(last.seq + 1)"] }
                last = link
            }
            if page.count < Self.page { break }
        }
        let loose = try await database.read { db in try db.hasLinks() ? db.countUnlinkedEvents() : 0 }
        return loose == 0 ? [] : ["\(loose) events stand beside the log and not in it"]
    }
}
