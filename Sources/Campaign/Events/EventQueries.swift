package import Storage

extension Connection {
    /// Writes down what was done, bound to what was done before. Details are identifiers and field names, never the values they held.
    func log(_ name: String, subject: String, by: String, detail: String = "", id: String, at: Instant) throws {
        let event = Event(id: id, name: name, subject: subject, by: by, detail: detail, at: at)
        let last = try lastLink() ?? linkAllEvents()
        try execute(
            """
            INSERT INTO event (id, name, subject, by_name, detail, at)
            VALUES (\(id), \(name), \(subject), \(by), \(detail), \(at))
            """
        )
        try insert(last.next(for: event))
    }

    /// What was done, the latest first, a page at a time.
    ///
    /// - Parameter seq: only what came before that place; nil for the newest page.
    package func events(before seq: Int64?, limit: Int) throws -> [(seq: Int64, event: Event)] {
        try rows(
            """
            SELECT l.seq, e.* FROM event_link l JOIN event e ON e.id = l.event_id WHERE l.seq < \(seq ?? Int64.max) ORDER BY l.seq DESC LIMIT \(limit)
            """
        ).map { (try $0("seq"), try Event($0)) }
    }

    func links(after seq: Int64, limit: Int) throws -> [(link: EventLink, event: Event)] {
        try rows(
            """
            SELECT l.seq, l.event_id, l.hash, e.* FROM event_link l JOIN event e ON e.id = l.event_id
            WHERE l.seq > \(seq) ORDER BY l.seq LIMIT \(limit)
            """
        ).map { (try EventLink($0), try Event($0)) }
    }

    func countUnlinkedEvents() throws -> Int {
        try row("SELECT COUNT(*) AS events FROM event e LEFT JOIN event_link l ON l.event_id = e.id WHERE l.event_id IS NULL")?("events") ?? 0
    }

    func hasLinks() throws -> Bool { try lastLink() != nil }

    private func lastLink() throws -> EventLink? {
        try row("SELECT seq, event_id, hash FROM event_link ORDER BY seq DESC LIMIT 1").map(EventLink.init)
    }

    /// Binds what was written before there were links, in its order; the end of the chain.
    private func linkAllEvents() throws -> EventLink {
        var last = EventLink.beginning
        for event in try rows("SELECT * FROM event ORDER BY at, id").map(Event.init) {
            last = last.next(for: event)
            try insert(last)
        }
        return last
    }

    private func insert(_ link: EventLink) throws {
        try execute("INSERT INTO event_link (seq, event_id, hash) VALUES (\(link.seq), \(link.event), \(link.hash))")
    }
}

extension Event {
    fileprivate init(_ row: Row) throws {
        self.init(
            id: try row("id"), name: try row("name"), subject: try row("subject"), by: try row("by_name"), detail: try row("detail"),
            at: try row("at"))
    }
}

extension EventLink {
    fileprivate init(_ row: Row) throws {
        self.init(seq: try row("seq"), event: try row("event_id"), hash: try row("hash"))
    }
}
