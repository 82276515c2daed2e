import Storage

extension Connection {
    /// The link with that token, for that purpose, unless it is over.
    func mailedLink(_ token: String, _ purpose: MailedLink.Purpose, at now: Instant) throws -> MailedLink? {
        try row(
            "SELECT * FROM mailed_link WHERE token_hash = \(Digest.sha256(token)) AND purpose = \(purpose) AND expires_at > \(now)"
        ).map(MailedLink.init)
    }

    /// How many links of a kind went to a supporter since then.
    func countLinks(to supporter: Supporter.ID, _ purpose: MailedLink.Purpose, since: Instant) throws -> Int {
        try row(
            """
            SELECT COUNT(*) AS links FROM mailed_link
            WHERE supporter_id = \(supporter) AND purpose = \(purpose) AND sent_at > \(since)
            """
        )?("links") ?? 0
    }

    func insert(_ link: MailedLink) throws {
        try execute(
            """
            INSERT INTO mailed_link (token_hash, purpose, supporter_id, code_hash, attempts, lookup, key_id, sealed, sent_at, expires_at)
            VALUES (\(link.tokenHash), \(link.purpose), \(link.supporter), \(link.codeHash), \(link.attempts), \(link.lookup),
                \(link.sealed?.keyID), \(link.sealed?.bytes), \(link.sentAt), \(link.endsAt))
            """
        )
    }

    /// Notes that the link has done its work; what it carried is let go.
    func use(_ link: MailedLink, at now: Instant) throws {
        try execute(
            """
            UPDATE mailed_link SET used_at = \(now), lookup = NULL, key_id = NULL, sealed = NULL, code_hash = NULL
            WHERE token_hash = \(link.tokenHash)
            """
        )
    }

    func noteWrongCode(_ link: MailedLink) throws {
        try execute("UPDATE mailed_link SET attempts = attempts + 1 WHERE token_hash = \(link.tokenHash)")
    }
}

extension MailedLink {
    init(_ row: Row) throws {
        tokenHash = try row("token_hash")
        purpose = try row("purpose")
        supporter = try row("supporter_id")
        codeHash = try row("code_hash")
        attempts = try row("attempts")
        lookup = try row("lookup")
        sealed = try row("sealed") as [UInt8]? == nil ? nil : Sealed(row)
        sentAt = try row("sent_at")
        endsAt = try row("expires_at")
        usedAt = try row("used_at")
    }
}
