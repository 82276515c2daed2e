package import Storage

extension Connection {
    /// The ids of the keys that seals still need.
    package func keysInUse() throws -> Set<String> {
        try Set(
            rows(
                """
                SELECT DISTINCT key_id FROM identity UNION SELECT DISTINCT key_id FROM push_subscription
                UNION SELECT DISTINCT key_id FROM phone UNION SELECT DISTINCT key_id FROM phone_code
                UNION SELECT DISTINCT key_id FROM mailed_link WHERE key_id IS NOT NULL
                UNION SELECT DISTINCT key_id FROM staff_address
                UNION SELECT DISTINCT key_id FROM staff WHERE key_id IS NOT NULL
                """
            ).map { try $0("key_id") })
    }

    /// How many browsers take notices.
    package func countBrowsers() throws -> Int {
        try row("SELECT COUNT(*) AS browsers FROM push_subscription")?("browsers") ?? 0
    }

    func identities(notSealedWith key: String, limit: Int) throws -> [(supporter: Supporter.ID, sealed: Sealed)] {
        try rows("SELECT supporter_id, key_id, sealed FROM identity WHERE key_id <> \(key) ORDER BY supporter_id LIMIT \(limit)")
            .map { (try $0("supporter_id"), try Sealed($0)) }
    }

    func browsers(notSealedWith key: String, limit: Int) throws -> [(supporter: Supporter.ID, sealed: Sealed)] {
        try rows("SELECT supporter_id, key_id, sealed FROM push_subscription WHERE key_id <> \(key) ORDER BY supporter_id LIMIT \(limit)")
            .map { (try $0("supporter_id"), try Sealed($0)) }
    }

    func links(notSealedWith key: String, limit: Int) throws -> [(tokenHash: String, sealed: Sealed)] {
        try rows("SELECT token_hash, key_id, sealed FROM mailed_link WHERE key_id <> \(key) ORDER BY token_hash LIMIT \(limit)")
            .map { (try $0("token_hash"), try Sealed($0)) }
    }

    func reseal(_ supporter: Supporter.ID, _ sealed: Sealed) throws {
        try execute("UPDATE identity SET key_id = \(sealed.keyID), sealed = \(sealed.bytes) WHERE supporter_id = \(supporter)")
    }

    func reseal(browserOf supporter: Supporter.ID, _ sealed: Sealed) throws {
        try execute("UPDATE push_subscription SET key_id = \(sealed.keyID), sealed = \(sealed.bytes) WHERE supporter_id = \(supporter)")
    }

    func reseal(link tokenHash: String, _ sealed: Sealed) throws {
        try execute("UPDATE mailed_link SET key_id = \(sealed.keyID), sealed = \(sealed.bytes) WHERE token_hash = \(tokenHash)")
    }
}
