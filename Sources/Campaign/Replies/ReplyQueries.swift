package import Documents
package import Storage

extension Connection {
    /// A reply with its words, and its pages without their pictures. Throws `ReplyRefusal.unknown`.
    package func reply(_ id: Reply.ID) throws -> Reply {
        guard let reply = try replies("r.id = \(id)").first else { throw ReplyRefusal.unknown }
        return reply
    }

    /// Those on the pages of an action at a section, the latest answer first.
    package func publishedReplies(of action: Action.ID, at section: Section.Code) throws -> [Reply] {
        try replies("r.action_id = \(action) AND r.state = 'published' AND (r.section = \(section) OR r.is_shared)")
    }

    /// Those that a section's desk has: its own in every state, and what others share of what they decided. What is to be looked at comes first.
    package func replies(atDeskOf section: Section.Code, limit: Int) throws -> [Reply] {
        try replies(
            "(r.section = \(section) OR (r.is_shared AND r.state IN ('published', 'kept')))",
            order: "CASE r.state WHEN 'waiting' THEN 0 WHEN 'refused' THEN 2 ELSE 1 END, r.handed_on DESC, r.id DESC", limit: limit)
    }

    package func replies(of action: Action.ID, atDeskOf section: Section.Code) throws -> [Reply] {
        try replies(
            "r.action_id = \(action) AND r.state <> 'refused' AND (r.section = \(section) OR (r.is_shared AND r.state IN ('published', 'kept')))")
    }

    package func countWaitingReplies(of section: Section.Code) throws -> Int {
        try row("SELECT COUNT(*) AS waiting FROM reply WHERE section = \(section) AND state = 'waiting'")?("waiting") ?? 0
    }

    /// What whoever handed it in may see of it: nil for a token that is of none.
    package func reply(handedInWith token: String) throws -> Reply? {
        try replyID(tokenHash: Digest.sha256(token)).map { try reply($0) }
    }

    /// The picture of a page; nil where there is none.
    package func scan(_ page: Int, of id: Reply.ID) throws -> CleanScan? {
        guard let row = try row("SELECT picture FROM reply_page WHERE reply_id = \(id) AND position = \(page)") else { return nil }
        return CleanScan(jpeg: try row("picture"))
    }

    /// Whether a name was erased from the case before: a picture may still show it.
    package func hasErasedNames(_ reference: Reference) throws -> Bool { try !erasedNames(of: reference).isEmpty }

    private func replies(_ which: SQL, order: SQL = "r.received_on DESC NULLS LAST, r.handed_on DESC, r.id DESC", limit: Int = 200) throws -> [Reply]
    {
        let found = try rows(
            """
            SELECT r.*, a.series, a.serial, a.year FROM reply r JOIN action a ON a.id = r.action_id WHERE \(which) ORDER BY \(order) LIMIT \(limit)
            """
        ).map(Reply.init)
        guard !found.isEmpty else { return [] }
        let ids = SQL.joined(found.map { "\($0.id)" })
        var texts: [Reply.ID: [Language: String]] = [:], scans: [Reply.ID: [Reply.Scan]] = [:]
        for row in try rows("SELECT reply_id, language, words FROM reply_text WHERE reply_id IN (\(ids))") {
            texts[try row("reply_id"), default: [:]][try row("language")] = try row("words")
        }
        for row in try rows("SELECT reply_id, position, width, height, hidden FROM reply_page WHERE reply_id IN (\(ids)) ORDER BY position") {
            scans[try row("reply_id"), default: []].append(
                Reply.Scan(
                    position: try row("position"), width: try row("width"), height: try row("height"),
                    hidden: Blackening.all(in: try row("hidden")) ?? []))
        }
        return found.map { reply in
            var whole = reply
            whole.texts = texts[reply.id] ?? [:]
            whole.scans = scans[reply.id] ?? []
            return whole
        }
    }
}

extension Reply {
    fileprivate init(_ row: Row) throws {
        self.init(
            id: try row("id"), reference: try Reference(row), section: try row("section"), state: try row("state"), isShared: try row("is_shared"),
            office: try row("office"), language: try row("language"), receivedOn: try row("received_on"), revision: try row("revision"),
            handedOn: try row("handed_on"), isFromDesk: try row("entered_by") as String? != nil, decidedBy: try row("decided_by"),
            lookAgainOn: try row("look_again_on"))
    }
}
