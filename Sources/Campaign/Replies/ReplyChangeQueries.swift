import Documents
import Storage

extension Connection {
    func replyID(tokenHash: String) throws -> Reply.ID? {
        try row("SELECT id FROM reply WHERE token_hash = \(tokenHash)").map { try $0("id") }
    }

    func action(ofReply id: Reply.ID) throws -> Action.ID {
        guard let row = try row("SELECT action_id FROM reply WHERE id = \(id)") else { throw ReplyRefusal.unknown }
        return try row("action_id")
    }

    func insert(_ handed: HandedReply, _ id: Reply.ID, of action: Action.ID, tokenHash: String, on day: Day) throws {
        try execute(
            """
            INSERT INTO reply (id, action_id, section, token_hash, state, is_shared, office, language, received_on, revision, handed_on, entered_by)
            VALUES (\(id), \(action), \(handed.section), \(tokenHash), \(Reply.State.waiting), \(false), \(handed.office), \(handed.language),
                \(handed.receivedOn), 1, \(day), \(handed.member))
            """
        )
    }

    func insert(_ scan: CleanScan, at page: Int, of id: Reply.ID) throws {
        try execute(
            """
            INSERT INTO reply_page (reply_id, position, picture, width, height, hidden)
            VALUES (\(id), \(page), \(scan.jpeg), \(scan.width), \(scan.height), '')
            """
        )
    }

    func setFacts(_ facts: TendReply.Facts, of id: Reply.ID) throws {
        try execute(
            """
            UPDATE reply SET office = \(facts.office), language = \(facts.language), received_on = \(facts.receivedOn), is_shared = \(facts.isShared),
                revision = revision + 1 WHERE id = \(id)
            """
        )
    }

    /// No words, no row.
    func setWords(_ words: String, in language: Language, of id: Reply.ID) throws {
        try execute("DELETE FROM reply_text WHERE reply_id = \(id) AND language = \(language)")
        guard words.contains(where: { !$0.isWhitespace }) else { return }
        try execute("INSERT INTO reply_text (reply_id, language, words) VALUES (\(id), \(language), \(words))")
    }

    func raiseRevision(of id: Reply.ID) throws {
        try execute("UPDATE reply SET revision = revision + 1 WHERE id = \(id)")
    }

    func setState(_ state: Reply.State, of id: Reply.ID, by member: String, on day: Day, lookAgainOn: Day?) throws {
        try execute(
            """
            UPDATE reply SET state = \(state), decided_by = \(member), decided_on = \(day), look_again_on = \(lookAgainOn), revision = revision + 1
            WHERE id = \(id)
            """
        )
    }

    func hide(_ parts: [Blackening], onPage page: Int, of id: Reply.ID) throws {
        try execute("UPDATE reply_page SET hidden = \(parts.text) WHERE reply_id = \(id) AND position = \(page)")
    }

    /// A page in the place of what it was; nothing is left to hide on it.
    func replaceScan(_ page: Int, of id: Reply.ID, by scan: CleanScan) throws {
        try execute(
            """
            UPDATE reply_page SET picture = \(scan.jpeg), width = \(scan.width), height = \(scan.height), hidden = ''
            WHERE reply_id = \(id) AND position = \(page)
            """
        )
    }

    func eraseScan(_ page: Int, of id: Reply.ID) throws {
        try execute("DELETE FROM reply_page WHERE reply_id = \(id) AND position = \(page)")
    }

    /// Its words and pages.
    func emptyReply(_ id: Reply.ID) throws {
        try execute("DELETE FROM reply_page WHERE reply_id = \(id)")
        try execute("DELETE FROM reply_text WHERE reply_id = \(id)")
        try execute("UPDATE reply SET office = '', language = NULL, received_on = NULL, is_shared = \(false) WHERE id = \(id)")
    }

    func eraseReply(_ id: Reply.ID) throws {
        try emptyReply(id)
        try execute("DELETE FROM reply WHERE id = \(id)")
    }

    func replies(waitingSince before: Day) throws -> [Reply.ID] {
        try rows("SELECT id FROM reply WHERE state = 'waiting' AND handed_on < \(before) ORDER BY id").map { try $0("id") }
    }

    func eraseReplies(refusedBefore before: Day) throws {
        try execute("DELETE FROM reply WHERE state = 'refused' AND decided_on < \(before)")
    }

    /// Of an action that is taken down nothing is kept of what was answered.
    func eraseReplies(toWithdrawn action: Action.ID) throws {
        guard try row("SELECT 1 AS one FROM reply WHERE action_id = \(action) LIMIT 1") != nil else { return }
        try overwriteThoroughly()
        for row in try rows("SELECT id FROM reply WHERE action_id = \(action)") { try eraseReply(row("id")) }
    }

    /// Nobody can look for a name in a picture: when one is erased, the pictures of that case go, and the words stay.
    ///
    /// - Parameter day: only of what was handed in until then; nil for all.
    /// - Returns: of how many pages.
    @discardableResult
    func eraseScans(ofRepliesTo action: Action.ID, handedInUntil day: Day? = nil) throws -> Int {
        let old: SQL = day.map { "AND handed_on <= \($0)" } ?? ""
        let which: SQL = "reply_id IN (SELECT id FROM reply WHERE action_id = \(action) \(old))"
        guard try row("SELECT 1 AS one FROM reply_page WHERE \(which) LIMIT 1") != nil else { return 0 }
        try overwriteThoroughly()
        try execute("UPDATE reply SET revision = revision + 1 WHERE action_id = \(action)")
        return try execute("DELETE FROM reply_page WHERE \(which)")
    }
}
