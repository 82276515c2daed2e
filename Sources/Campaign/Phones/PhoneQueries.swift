import Storage

extension Connection {
    /// The number of a supporter; nil for one who gave none.
    func phone(of supporter: Supporter.ID, _ keyring: Keyring) throws -> MobileNumber? {
        guard let row = try row("SELECT key_id, sealed FROM phone WHERE supporter_id = \(supporter)") else { return nil }
        return MobileNumber(typed: try keyring.opened(Sealed(row), for: IdentityPlace.phone(of: supporter)))
    }

    func phoneSince(of supporter: Supporter.ID) throws -> String? {
        try row("SELECT since FROM phone WHERE supporter_id = \(supporter)")?("since")
    }

    /// Keeps a number as a supporter's alone: whoever typed its code has it now.
    func setPhone(of supporter: Supporter.ID, lookup: String, _ sealed: Sealed, since day: String) throws {
        try execute("DELETE FROM phone WHERE lookup = \(lookup) OR supporter_id = \(supporter)")
        try execute(
            """
            INSERT INTO phone (supporter_id, lookup, key_id, sealed, since)
            VALUES (\(supporter), \(lookup), \(sealed.keyID), \(sealed.bytes), \(day))
            """
        )
        try execute("UPDATE supporter SET same_day = \(true) WHERE id = \(supporter)")
    }

    @discardableResult
    func deletePhone(of supporter: Supporter.ID) throws -> Bool {
        try execute("DELETE FROM phone WHERE supporter_id = \(supporter)") > 0
    }

    @discardableResult
    func deletePhones(lookups: [String]) throws -> Int {
        try execute("DELETE FROM phone WHERE lookup IN \(SQL.list(lookups))")
    }

    func insert(_ code: PhoneCode) throws {
        try execute(
            """
            INSERT INTO phone_code (token_hash, supporter_id, lookup, key_id, sealed, code_hash, attempts, sent_at, expires_at)
            VALUES (\(code.tokenHash), \(code.supporter), \(code.lookup), \(code.sealed.keyID), \(code.sealed.bytes), \(code.codeHash), 0,
                \(code.sentAt), \(code.endsAt))
            """
        )
    }

    func phoneCode(tokenHash: String, at now: Instant) throws -> PhoneCode? {
        try row("SELECT * FROM phone_code WHERE token_hash = \(tokenHash) AND expires_at > \(now)").map(PhoneCode.init)
    }

    /// The number that somebody gave with their sign-up.
    func waitingPhone(of supporter: Supporter.ID, at now: Instant) throws -> PhoneCode? {
        try row("SELECT * FROM phone_code WHERE supporter_id = \(supporter) AND code_hash IS NULL AND expires_at > \(now)").map(PhoneCode.init)
    }

    func deleteWaitingPhone(of supporter: Supporter.ID) throws {
        try execute("DELETE FROM phone_code WHERE supporter_id = \(supporter) AND code_hash IS NULL")
    }

    func noteWrongCode(_ code: PhoneCode) throws {
        try execute("UPDATE phone_code SET attempts = attempts + 1 WHERE token_hash = \(code.tokenHash)")
    }

    /// The code opens nothing any more; the row stays to be counted.
    func use(_ code: PhoneCode) throws {
        try execute("UPDATE phone_code SET attempts = \(Retention.wrongCodes) WHERE token_hash = \(code.tokenHash)")
    }

    /// How many codes went to a supporter, or to a number, since then.
    func countCodes(to supporter: Supporter.ID, or lookup: String, since then: Instant) throws -> Int {
        try row(
            """
            SELECT COUNT(*) AS codes FROM phone_code
            WHERE (supporter_id = \(supporter) OR lookup = \(lookup)) AND code_hash IS NOT NULL AND sent_at > \(then)
            """
        )?("codes") ?? 0
    }

    /// Numbers that nobody confirmed, once their codes are counted no more.
    @discardableResult
    func deleteOldPhoneCodes(at now: Instant) throws -> Int {
        try execute("DELETE FROM phone_code WHERE expires_at <= \(now) AND sent_at <= \(now.adding(seconds: -Retention.linkCountSeconds))")
    }

    func phones(notSealedWith key: String, limit: Int) throws -> [(supporter: Supporter.ID, sealed: Sealed)] {
        try rows("SELECT supporter_id, key_id, sealed FROM phone WHERE key_id <> \(key) ORDER BY supporter_id LIMIT \(limit)")
            .map { (try $0("supporter_id"), try Sealed($0)) }
    }

    func phoneCodes(notSealedWith key: String, limit: Int) throws -> [(tokenHash: String, sealed: Sealed)] {
        try rows("SELECT token_hash, key_id, sealed FROM phone_code WHERE key_id <> \(key) ORDER BY token_hash LIMIT \(limit)")
            .map { (try $0("token_hash"), try Sealed($0)) }
    }

    func reseal(phoneOf supporter: Supporter.ID, _ sealed: Sealed) throws {
        try execute("UPDATE phone SET key_id = \(sealed.keyID), sealed = \(sealed.bytes) WHERE supporter_id = \(supporter)")
    }

    func reseal(phoneCode tokenHash: String, _ sealed: Sealed) throws {
        try execute("UPDATE phone_code SET key_id = \(sealed.keyID), sealed = \(sealed.bytes) WHERE token_hash = \(tokenHash)")
    }
}

extension PhoneCode {
    fileprivate init(_ row: Row) throws {
        self.init(
            tokenHash: try row("token_hash"), supporter: try row("supporter_id"), lookup: try row("lookup"), sealed: try Sealed(row),
            codeHash: try row("code_hash"), attempts: try row("attempts"), sentAt: try row("sent_at"), endsAt: try row("expires_at"))
    }
}
