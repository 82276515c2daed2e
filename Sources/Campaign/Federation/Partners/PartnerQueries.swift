import Foundation
package import Storage

extension Connection {
    /// All other servers, those that were ended last.
    package func partners() throws -> [Partner] {
        let keys = try Dictionary(grouping: rows("SELECT * FROM partner_key ORDER BY made_at, key_id")) { try $0("partner_id") as Partner.ID }
            .mapValues { try $0.map(Partner.Key.init) }
        return try rows("SELECT * FROM partner ORDER BY CASE WHEN ended_at IS NULL THEN 0 ELSE 1 END, address").map { row in
            try Partner(row, keys: keys[row("id")] ?? [])
        }
    }

    package func partner(_ id: Partner.ID) throws -> Partner? { try partner(where: "id = \(id)") }

    package func partner(at address: String) throws -> Partner? { try partner(where: "address = \(address)") }

    private func partner(where condition: SQL) throws -> Partner? {
        guard let row = try row("SELECT * FROM partner WHERE \(condition)") else { return nil }
        let id: Partner.ID = try row("id")
        return try Partner(row, keys: rows("SELECT * FROM partner_key WHERE partner_id = \(id) ORDER BY made_at, key_id").map(Partner.Key.init))
    }

    func insert(_ id: Partner.ID, at address: String, name: String, by staff: String, at now: Instant) throws {
        try execute(
            """
            INSERT INTO partner (id, address, name, we_follow, follows_us, taken_seq, given_seq, told_seq, made_by, made_at)
            VALUES (\(id), \(address), \(name), \(false), \(false), 0, 0, 0, \(staff), \(now))
            """
        )
    }

    func rename(_ id: Partner.ID, _ name: String) throws {
        try execute("UPDATE partner SET name = \(name) WHERE id = \(id) AND name <> \(name)")
    }

    /// False when the key is another server's.
    func put(_ key: ServerKey, of partner: Partner.ID, accepted: Instant?) throws -> Bool {
        let made = Instant(key.made), retired = key.retired.flatMap { Instant($0) }
        return try execute(
            """
            INSERT INTO partner_key (key_id, partner_id, public_key, made_at, retired_at, accepted_at)
            VALUES (\(key.number), \(partner), \(key.publicKey), \(made), \(retired), \(accepted))
            ON CONFLICT (key_id) DO UPDATE SET retired_at = COALESCE(partner_key.retired_at, excluded.retired_at),
                accepted_at = COALESCE(partner_key.accepted_at, excluded.accepted_at)
            WHERE partner_key.partner_id = excluded.partner_id
            """
        ) > 0
    }

    func acceptKey(_ number: String, of partner: Partner.ID, at now: Instant) throws -> Bool {
        try execute("UPDATE partner_key SET accepted_at = \(now) WHERE key_id = \(number) AND partner_id = \(partner) AND accepted_at IS NULL") > 0
    }

    /// Retires what was accepted before a key that nobody vouched for, as of a moment ago, so that nothing more is taken that is signed with it.
    func retireKeys(of partner: Partner.ID, but number: String, at now: Instant) throws {
        try execute("UPDATE partner_key SET retired_at = \(now) WHERE partner_id = \(partner) AND key_id <> \(number) AND retired_at IS NULL")
    }

    func setRoles(of partner: Partner.ID, weFollow: Bool, followsUs: Bool, due: Instant?) throws {
        try execute(
            """
            UPDATE partner SET we_follow = \(weFollow), follows_us = \(followsUs), due_at = \(due), ended_at = NULL, left_out = NULL,
                contact_at = \(due) WHERE id = \(partner)
            """
        )
    }

    func endPartner(_ id: Partner.ID, at now: Instant) throws -> Bool {
        try execute("UPDATE partner SET ended_at = \(now), due_at = NULL, left_out = 'ended' WHERE id = \(id) AND ended_at IS NULL") > 0
    }

    /// Lets every server go.
    func endPartners(by name: String, _ world: World) throws {
        let now = world.now()
        for partner in try partners() where try endPartner(partner.id, at: now) {
            try touchCounted(by: partner.id)
            try log("partner.ended", subject: partner.id.text, by: name, id: world.newID(), at: now)
        }
    }

    /// What it counts is in the totals from now on, or not.
    func set(_ leftOut: Partner.LeftOut?, for partner: Partner.ID) throws {
        try execute("UPDATE partner SET left_out = \(leftOut) WHERE id = \(partner)")
        try touchCounted(by: partner)
    }

    func touchCounted(by partner: Partner.ID) throws {
        try execute("UPDATE action SET revision = revision + 1 WHERE id IN (SELECT action_id FROM partner_tally WHERE partner_id = \(partner))")
    }

    func noteContact(_ id: Partner.ID, at now: Instant) throws {
        try execute("UPDATE partner SET contact_at = \(now) WHERE id = \(id)")
    }

    func noteFailure(_ id: Partner.ID, _ why: String, at now: Instant) throws {
        try execute("UPDATE partner SET failed_at = \(now), failure = \(String(why.prefix(300))) WHERE id = \(id)")
    }

    /// Whoever does it next within the minute does not.
    func mayLookAtCard(_ id: Partner.ID, at now: Instant) throws -> Bool {
        try execute("UPDATE partner SET looked_at = \(now) WHERE id = \(id) AND (looked_at IS NULL OR looked_at < \(now.adding(seconds: -60)))") > 0
    }

    /// False for one that was seen before.
    func insertNonce(_ hash: String, of partner: Partner.ID, at now: Instant) throws -> Bool {
        try execute("DELETE FROM partner_nonce WHERE at < \(now.adding(seconds: -3 * SignatureFields.seconds))")
        return try execute(
            "INSERT INTO partner_nonce (partner_id, nonce_hash, at) VALUES (\(partner), \(hash), \(now)) ON CONFLICT (partner_id, nonce_hash) DO NOTHING"
        ) > 0
    }

    /// Those whom it is time to ask.
    func duePartners(at now: Instant) throws -> [Partner.ID] {
        try rows("SELECT id FROM partner WHERE we_follow AND ended_at IS NULL AND due_at <= \(now) ORDER BY id").map { try $0("id") }
    }

    func setDue(_ partner: Partner.ID, at due: Instant) throws {
        try execute("UPDATE partner SET due_at = \(due) WHERE id = \(partner) AND we_follow AND ended_at IS NULL")
    }

    /// Those that were not told that the log goes on.
    func partnersBehind() throws -> [Partner.ID] {
        try rows(
            """
            SELECT id FROM partner WHERE follows_us AND ended_at IS NULL AND told_seq < (SELECT MAX(seq) FROM event_link) ORDER BY id
            """
        ).map { try $0("id") }
    }

    func noteNudged(_ partner: Partner.ID, upTo seq: Int64) throws {
        try execute("UPDATE partner SET told_seq = \(seq) WHERE id = \(partner)")
    }

    func noteGiven(_ partner: Partner.ID, upTo seq: Int64) throws {
        try execute("UPDATE partner SET given_seq = \(seq) WHERE id = \(partner) AND given_seq < \(seq)")
    }

    func noteTaken(_ partner: Partner.ID, upTo seq: Int64) throws {
        try execute("UPDATE partner SET taken_seq = \(seq) WHERE id = \(partner)")
    }

    /// Those that were silent for too long, and those that are heard again.
    func partnersToJudge(at now: Instant) throws -> [(id: Partner.ID, leftOut: Partner.LeftOut?)] {
        let then = now.adding(seconds: -Partner.lateDays * 86_400)
        return try rows(
            """
            SELECT id, left_out FROM partner WHERE follows_us AND ended_at IS NULL
            AND ((left_out IS NULL AND contact_at < \(then)) OR (left_out = 'late' AND contact_at >= \(then))) ORDER BY id
            """
        ).map { row in
            let leftOut: Partner.LeftOut? = try row("left_out")
            return (try row("id"), leftOut == nil ? .late : nil)
        }
    }
}

extension Partner {
    fileprivate init(_ row: Row, keys: [Key]) throws {
        self.init(
            id: try row("id"), address: try row("address"), name: try row("name"), weFollow: try row("we_follow"), followsUs: try row("follows_us"),
            takenSeq: try row("taken_seq"), givenSeq: try row("given_seq"), toldSeq: try row("told_seq"), contactAt: try row("contact_at"),
            failedAt: try row("failed_at"), failure: try row("failure"), leftOut: try row("left_out"), endedAt: try row("ended_at"), keys: keys)
    }
}

extension Partner.Key {
    fileprivate init(_ row: Row) throws {
        self.init(
            number: try row("key_id"), publicKey: try row("public_key"), madeAt: try row("made_at"), retiredAt: try row("retired_at"),
            acceptedAt: try row("accepted_at"))
    }
}
