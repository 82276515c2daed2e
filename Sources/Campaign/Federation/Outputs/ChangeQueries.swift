import Documents
import Storage

extension Connection {
    /// What became of our own actions after a place in the log: each once, as it is now. What came from another server is that one's to tell.
    func changes(after seq: Int64, of server: String) throws -> ChangePage {
        let rows = try rows(
            """
            SELECT MAX(l.seq) AS seq, a.id, a.series, a.serial, a.year FROM event_link l JOIN event e ON e.id = l.event_id
                LEFT JOIN output o ON o.id = e.subject JOIN action a ON a.id = COALESCE(o.action_id, e.subject)
            WHERE l.seq > \(seq) AND NOT EXISTS (SELECT 1 FROM followed f WHERE f.action_id = a.id)
                AND EXISTS (SELECT 1 FROM output p WHERE p.action_id = a.id AND p.published_at IS NOT NULL)
            GROUP BY a.id, a.series, a.serial, a.year ORDER BY 1 LIMIT \(ChangeBounds.actions + 1)
            """
        )
        var changes: [ActionChange] = [], bytes = 0
        for row in rows.prefix(ChangeBounds.actions) {
            guard bytes < ChangeBounds.bytes else { break }
            let change = try change(row("seq"), Reference(row), of: server)
            bytes += change.documents.reduce(0) { $0 + $1.utf8.count }
            changes.append(change)
        }
        let hasMore = changes.count < rows.count
        return ChangePage(server: server, changes: changes, next: hasMore ? changes.last?.seq ?? seq : try lastEventPlace(), hasMore: hasMore)
    }

    /// Whether there is anything to tell after a place in the log.
    func hasChanges(after seq: Int64) throws -> Bool {
        try row(
            """
            SELECT 1 AS one FROM event_link l JOIN event e ON e.id = l.event_id
                LEFT JOIN output o ON o.id = e.subject JOIN action a ON a.id = COALESCE(o.action_id, e.subject)
            WHERE l.seq > \(seq) AND NOT EXISTS (SELECT 1 FROM followed f WHERE f.action_id = a.id)
                AND EXISTS (SELECT 1 FROM output p WHERE p.action_id = a.id AND p.published_at IS NOT NULL) LIMIT 1
            """
        ) != nil
    }

    private func change(_ seq: Int64, _ reference: Reference, of server: String) throws -> ActionChange {
        var action = try wholeAction(reference)
        guard try withdrawal(of: action) == nil else {
            return ActionChange(seq: seq, reference: reference.printed(), isWithdrawn: true, documents: [])
        }
        action.outputs = action.outputs.filter { $0.publishedAt != nil }
        let sections = Dictionary(action.outputs.map { ($0.ordinal, $0.mainSection) }) { first, _ in first }, write = NativeWriter()
        let documents = try natives(of: action).map { native in
            try write(.output(native.abroad(by: server, of: sections[native.ordinal] ?? Section.Code.international.rawValue)))
        }
        return ActionChange(seq: seq, reference: reference.printed(), isWithdrawn: false, documents: documents)
    }

    func followed(_ reference: Reference, from partner: Partner.ID) throws -> Followed? {
        try row("SELECT * FROM followed WHERE partner_id = \(partner) AND reference = \(reference.printed())").map(Followed.init)
    }

    /// From whom an action came; nil for one of our own.
    func origin(of action: Action.ID) throws -> Partner.ID? {
        try row("SELECT partner_id FROM followed WHERE action_id = \(action)").map { try $0("partner_id") }
    }

    func put(_ followed: Followed, of reference: Reference, from partner: Partner.ID) throws {
        try execute(
            """
            INSERT INTO followed (partner_id, reference, action_id, seq, hash, brought, refusal, told_seq)
            VALUES (\(partner), \(reference.printed()), \(followed.action), \(followed.seq), \(followed.hash), \(followed.brought.joined(separator: " ")),
                \(followed.refusal), 0)
            ON CONFLICT (partner_id, reference) DO UPDATE SET action_id = COALESCE(excluded.action_id, followed.action_id), seq = excluded.seq,
                hash = excluded.hash, brought = excluded.brought, refusal = excluded.refusal
            """
        )
    }

    /// What was not taken, and why: number, reason.
    package func refusedChanges(from partner: Partner.ID) throws -> [(reference: String, why: String)] {
        try rows("SELECT reference, refusal FROM followed WHERE partner_id = \(partner) AND refusal IS NOT NULL ORDER BY reference").map {
            (try $0("reference"), try $0("refusal"))
        }
    }

    /// How many actions are here from a server.
    package func countFollowed(from partner: Partner.ID) throws -> Int {
        try row("SELECT COUNT(*) AS actions FROM followed WHERE partner_id = \(partner) AND action_id IS NOT NULL")?("actions") ?? 0
    }

    /// Takes away what the other server said of an output, for what it says now to stand in its place. What sections of ours say stays.
    func clear(_ output: Output.ID, languages: [String]) throws {
        for language in languages {
            for table: SQL in ["text", "model_letter", "output_note"] {
                try execute("DELETE FROM \(table) WHERE output_id = \(output) AND language = \(language)")
            }
        }
        try execute("DELETE FROM social_post WHERE output_id = \(output)")
        try execute("DELETE FROM deadline_extension WHERE output_id = \(output) AND section = \(Section.Code.international)")
        if let edition = try edition(of: output, in: .international) {
            for table: SQL in ["edition_words", "download", "addressee"] { try execute("DELETE FROM \(table) WHERE edition_id = \(edition)") }
        }
        try execute("UPDATE output SET corrects = NULL WHERE id = \(output)")
        try update(
            output,
            OutputFacts(
                isFinal: false, indexCode: nil, issuedOn: nil, actUntil: nil, endedOn: nil, endReason: nil, outcome: nil, eventOn: nil,
                preferredLanguages: [], ownLanguageWelcome: nil, previousLink: nil))
    }

    /// The people and countries of a case, to be said anew, and its topics where the other server says some.
    func clearCase(_ action: Action.ID, topicsToo: Bool) throws {
        if topicsToo { try set([], of: action) }
        try execute("DELETE FROM subject WHERE action_id = \(action)")
        try execute("DELETE FROM action_country WHERE action_id = \(action)")
    }
}

/// What is here of another server's action.
struct Followed: Sendable, Equatable {
    /// nil where it was not taken.
    var action: Action.ID?
    var seq: Int64
    /// Of what came last, so that the same is not taken twice.
    var hash: String
    /// Outputs and languages: "1:en".
    var brought: [String]
    var refusal: String?
}

/// How much is told at once.
enum ChangeBounds {
    static let actions = 50
    static let bytes = 1_000_000
    /// How many pages are taken at one turn; the next one goes on.
    static let pages = 1_000
    /// What is taken of one action at most.
    static let documents = 400
}

extension Followed {
    init(_ row: Row) throws {
        let brought: String = try row("brought")
        self.init(
            action: try row("action_id"), seq: try row("seq"), hash: try row("hash"), brought: brought.split(separator: " ").map(String.init),
            refusal: try row("refusal"))
    }
}

extension Output {
    /// The edition that goes to other servers: the international one, else the first.
    fileprivate var mainSection: String {
        let sections = editions.map(\.section)
        return (sections.contains(.international) ? .international : sections.first ?? .international).rawValue
    }
}
