import Documents
import Storage

extension Connection {
    /// Where the browser of a supporter takes notices; nil for one who is written to by mail, or is gone.
    func browser(of supporter: Supporter.ID) throws -> PushSubscription? {
        try row("SELECT lookup, key_id, sealed FROM push_subscription WHERE supporter_id = \(supporter)").map(PushSubscription.init)
    }

    func browser(lookup: String) throws -> (supporter: Supporter.ID, subscription: PushSubscription)? {
        try row("SELECT supporter_id, lookup, key_id, sealed FROM push_subscription WHERE lookup = \(lookup)").map {
            (try $0("supporter_id"), try PushSubscription($0))
        }
    }

    /// Of several supporters, those who have one.
    func browsers(of supporters: [Supporter.ID]) throws -> [Supporter.ID: PushSubscription] {
        guard !supporters.isEmpty else { return [:] }
        return try rows("SELECT supporter_id, lookup, key_id, sealed FROM push_subscription WHERE supporter_id IN \(SQL.list(supporters))")
            .reduce(into: [:]) { browsers, row in browsers[try row("supporter_id")] = try PushSubscription(row) }
    }

    /// The day on which a supporter's browser was entered.
    func browserSince(of supporter: Supporter.ID) throws -> Day? {
        try row("SELECT since FROM push_subscription WHERE supporter_id = \(supporter)").map { try $0("since") }
    }

    /// Keeps where the browser of a supporter takes notices, in place of what was known before.
    func setBrowser(of supporter: Supporter.ID, _ subscription: PushSubscription, since day: Day) throws {
        let sealed = subscription.sealed
        try execute(
            """
            INSERT INTO push_subscription (supporter_id, lookup, key_id, sealed, since)
            VALUES (\(supporter), \(subscription.lookup), \(sealed.keyID), \(sealed.bytes), \(day))
            ON CONFLICT (supporter_id) DO UPDATE SET lookup = excluded.lookup, key_id = excluded.key_id, sealed = excluded.sealed
            """
        )
    }

    /// - Parameter lookup: only if this is still the browser's; nil for whichever it is.
    @discardableResult
    func deleteBrowser(of supporter: Supporter.ID, lookup: String? = nil) throws -> Bool {
        let same: SQL = lookup.map { "AND lookup = \($0)" } ?? ""
        return try execute("DELETE FROM push_subscription WHERE supporter_id = \(supporter) \(same)") > 0
    }
}

extension PushSubscription {
    init(_ row: Row) throws {
        self.init(lookup: try row("lookup"), sealed: try Sealed(row))
    }
}
