import Documents
package import Storage

extension Connection {
    /// What the mailed link with that token confirms; nil for one that was never ours or is over.
    package func pendingSignUp(_ token: String, at now: Instant) throws -> PendingSignUp? {
        let link = try row(
            "SELECT supporter_id FROM mailed_link WHERE token_hash = \(Digest.sha256(token)) AND purpose = \("confirm") AND expires_at > \(now)")
        guard let link, let supporter = try supporter(link("supporter_id")) else { return nil }
        let follows = try rows(
            """
            SELECT a.series, a.serial, a.year FROM follow f JOIN action a ON a.id = f.action_id
            WHERE f.supporter_id = \(supporter.id) ORDER BY a.year, a.serial
            """
        ).map(Reference.init)
        return PendingSignUp(supporter: supporter, follows: follows)
    }
}
