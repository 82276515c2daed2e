package import Documents
package import Storage

extension Connection {
    /// An action of ours that is published, and that the other server fetched. Throws `TallyTold.Refusal`.
    func action(_ reference: Reference, fetchedBy partner: Partner) throws -> Action.ID {
        guard let action: Action.ID = try actionRow(reference).map({ try $0("id") }), try hasPublishedOutput(action), try origin(of: action) == nil
        else {
            throw TallyTold.Refusal.unknownAction
        }
        if try isWithdrawn(action) { throw TallyTold.Refusal.withdrawn }
        let first: Int64? = try row(
            """
            SELECT MIN(l.seq) AS seq FROM event_link l JOIN event e ON e.id = l.event_id
            WHERE e.subject = \(action) AND e.name IN ('action.published', 'document.imported')
            """)?("seq")
        guard let first, first <= partner.givenSeq else { throw TallyTold.Refusal.notTakenUp }
        return action
    }

    func partnerTallies(of action: Action.ID, by partner: Partner.ID) throws -> [PartnerTally] {
        try rows("SELECT * FROM partner_tally WHERE action_id = \(action) AND partner_id = \(partner) ORDER BY state").map(PartnerTally.init)
    }

    package func partnerTallies(by partner: Partner.ID) throws -> [PartnerTally] {
        try rows("SELECT * FROM partner_tally WHERE partner_id = \(partner) ORDER BY action_id, state").map(PartnerTally.init)
    }

    /// All that other servers told, the latest first: each with the number of its action.
    package func partnerTallies(limit: Int) throws -> [(tally: PartnerTally, reference: Reference)] {
        try rows(
            """
            SELECT t.*, a.series, a.serial, a.year FROM partner_tally t JOIN action a ON a.id = t.action_id
            ORDER BY CASE t.state WHEN 'held' THEN 0 ELSE 1 END, t.at DESC, t.partner_id, a.year, a.serial LIMIT \(limit)
            """
        ).map { (try PartnerTally($0), try Reference($0)) }
    }

    func put(_ tally: PartnerTally) throws {
        try execute(
            """
            INSERT INTO partner_tally (partner_id, action_id, state, seq, appeals, message, authority, input, signature, at, base,
                base_at)
            VALUES (\(tally.partner), \(tally.action), \(tally.state), \(tally.seq), \(tally.appeals), \(tally.message), \(tally.authority),
                \(tally.fields.input), \(tally.fields.signature), \(tally.at), \(tally.base), \(tally.baseAt))
            ON CONFLICT (partner_id, action_id, state) DO UPDATE SET seq = excluded.seq, appeals = excluded.appeals, message = excluded.message,
                authority = excluded.authority, input = excluded.input, signature = excluded.signature, at = excluded.at,
                base = excluded.base, base_at = excluded.base_at
            """
        )
    }

    func forgetTally(of action: Action.ID, by partner: Partner.ID, _ state: PartnerTally.State) throws {
        try execute("DELETE FROM partner_tally WHERE action_id = \(action) AND partner_id = \(partner) AND state = \(state)")
    }

    /// As if a server had never told anything.
    func forgetTallies(by partner: Partner.ID) throws {
        try touchCounted(by: partner)
        try execute("DELETE FROM partner_figure WHERE partner_id = \(partner)")
        try execute("DELETE FROM partner_tally WHERE partner_id = \(partner)")
    }

    /// The figures of a message that came at `moment` in the place of those before.
    func count(_ told: TallyTold, of action: Action.ID, by partner: Partner.ID, at moment: Instant) throws {
        try markCollections(of: action, by: partner, told: moment)
        try execute("DELETE FROM partner_figure WHERE partner_id = \(partner) AND output_id IN (SELECT id FROM output WHERE action_id = \(action))")
        let outputs = Dictionary(try outputPlaces(of: action).map { ($0.ordinal, $0.id) }) { first, _ in first }
        for figure in told.figures {
            guard let output = outputs[figure.output] else { throw TallyTold.Refusal.malformed }
            try execute(
                """
                INSERT INTO partner_figure (partner_id, output_id, channel, appeals)
                VALUES (\(partner), \(output), \(figure.channel), \(figure.appeals))
                """
            )
        }
        try touch(action)
    }

    /// As ``VerifyPartners`` compares them: "1 post 40".
    func partnerFigures(of action: Action.ID, by partner: Partner.ID) throws -> [String] {
        try rows(
            """
            SELECT o.ordinal, f.channel, f.appeals FROM partner_figure f JOIN output o ON o.id = f.output_id
            WHERE o.action_id = \(action) AND f.partner_id = \(partner)
            """
        ).map { "\(try $0("ordinal") as Int) \(try $0("channel") as String) \(try $0("appeals") as Int)" }
    }

    func strayFigures(of partner: Partner.ID) throws -> Int {
        try row(
            """
            SELECT COUNT(*) AS figures FROM partner_figure f JOIN output o ON o.id = f.output_id WHERE f.partner_id = \(partner) AND NOT EXISTS (
                SELECT 1 FROM partner_tally t WHERE t.partner_id = f.partner_id AND t.action_id = o.action_id AND t.state = 'counted')
            """)?("figures") ?? 0
    }

    /// What servers that are not left out counted of an action.
    func partnerLines(of action: Action.ID) throws -> [Tally.Line] {
        try rows(
            """
            SELECT o.ordinal, f.channel, f.appeals, p.name FROM partner_figure f JOIN output o ON o.id = f.output_id JOIN partner p ON p.id = f.partner_id
            WHERE o.action_id = \(action) AND p.left_out IS NULL ORDER BY o.ordinal, p.address, f.channel
            """
        ).map {
            Tally.Line(
                ordinal: try $0("ordinal"), section: .international, channel: try $0("channel"), source: .program, isLate: false,
                appeals: try $0("appeals"), server: try $0("name"))
        }
    }

    /// What came from a server, is published and not withdrawn, and what it was told of each last.
    func followedTallies(from partner: Partner.ID) throws -> [(reference: Reference, action: Action.ID, toldSeq: Int64, toldHash: String?)] {
        try rows(
            """
            SELECT a.id, a.series, a.serial, a.year, f.told_seq, f.told_hash FROM followed f JOIN action a ON a.id = f.action_id
            WHERE f.partner_id = \(partner) AND NOT EXISTS (SELECT 1 FROM withdrawal w WHERE w.action_id = a.id)
                AND EXISTS (SELECT 1 FROM tally t JOIN output o ON o.id = t.output_id WHERE o.action_id = a.id) ORDER BY a.id
            """
        ).map { (try Reference($0), try $0("id"), try $0("told_seq"), try $0("told_hash")) }
    }

    /// Has a server told everything once more, what came down to nothing too.
    func tellAnew(_ partner: Partner.ID) throws {
        try execute("UPDATE followed SET told_hash = '' WHERE partner_id = \(partner) AND told_hash IS NOT NULL")
    }

    func noteTold(_ action: Action.ID, to partner: Partner.ID, seq: Int64, hash: String) throws {
        try execute("UPDATE followed SET told_seq = \(seq), told_hash = \(hash) WHERE action_id = \(action) AND partner_id = \(partner)")
    }
}

extension PartnerTally {
    fileprivate init(_ row: Row) throws {
        self.init(
            partner: try row("partner_id"), action: try row("action_id"), state: try row("state"), seq: try row("seq"), appeals: try row("appeals"),
            at: try row("at"), base: try row("base"), baseAt: try row("base_at"), message: try row("message"), authority: try row("authority"),
            fields: SignatureFields(input: try row("input"), signature: try row("signature")))
    }
}

extension SQL {
    /// What counts of the chosen outputs, here and at servers that are not left out: `output_id`, `channel`, `appeals`.
    static func countedEverywhere(of outputs: SQL) -> SQL {
        """
        SELECT output_id, channel, appeals FROM tally WHERE source <> 'import' AND output_id IN (\(outputs)) UNION ALL
        SELECT f.output_id, f.channel, f.appeals FROM partner_figure f JOIN partner p ON p.id = f.partner_id
        WHERE p.left_out IS NULL AND f.output_id IN (\(outputs))
        """
    }
}
