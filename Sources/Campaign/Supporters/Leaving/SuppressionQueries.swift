package import Storage

extension Connection {
    /// Whether nothing may be sent to the address with that lookup.
    package func isSuppressed(_ lookup: String) throws -> Bool {
        try suppression(lookup) != nil
    }

    /// Why nothing is sent to the address with that lookup.
    package func suppression(_ lookup: String) throws -> Suppression.Reason? {
        try row("SELECT reason FROM suppression WHERE lookup = \(lookup)").map { try $0("reason") }
    }

    /// Has nothing sent there from now on. A person's own wish does not take the place of a reason that is not theirs to take back.
    package func suppress(_ suppression: Suppression) throws {
        let replaced: [any Bindable] = suppression.reason.isOwnWish ? Suppression.Reason.allCases.filter(\.isOwnWish) : Suppression.Reason.allCases
        try execute(
            """
            INSERT INTO suppression (lookup, section, reason, detail, at)
            VALUES (\(suppression.lookup), \(suppression.section), \(suppression.reason), \(suppression.detail), \(suppression.at))
            ON CONFLICT (lookup) DO UPDATE SET reason = excluded.reason, detail = excluded.detail, at = excluded.at
            WHERE suppression.reason IN \(SQL.list(replaced))
            """
        )
    }

    /// Lifts what the person had wished themselves.
    func liftOwnSuppression(_ lookup: String) throws {
        let own: [any Bindable] = Suppression.Reason.allCases.filter(\.isOwnWish)
        try execute("DELETE FROM suppression WHERE lookup = \(lookup) AND reason IN \(SQL.list(own))")
    }
}
