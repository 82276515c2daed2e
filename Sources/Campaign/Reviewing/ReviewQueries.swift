import Documents
import Foundation
package import Storage

extension Connection {
    /// The documents of a section that wait for a decision, and those decided lately; what is to be done first.
    package func reviews(of section: Section.Code, decidedSince: Instant, limit: Int) throws -> [Review] {
        try rows(
            """
            SELECT \(reviewColumns) FROM review r \(reviewPlace)
            WHERE r.section = \(section) AND (r.decided_at IS NULL OR r.decided_at >= \(decidedSince))
            ORDER BY CASE WHEN r.decided_at IS NULL THEN 0 ELSE 1 END, r.taken_at DESC, r.id DESC LIMIT \(limit)
            """
        ).map(Review.init)
    }

    /// Throws `ReviewRefusal.unknown`; of another section as if it were not there.
    package func review(_ id: Review.ID, in section: Section.Code) throws -> Review {
        let row = try row("SELECT \(reviewColumns) FROM review r \(reviewPlace) WHERE r.id = \(id) AND r.section = \(section)")
        guard let row else { throw ReviewRefusal.unknown }
        return try Review(row)
    }

    /// Whatever section it is of.
    func review(_ id: Review.ID) throws -> Review? {
        try row("SELECT \(reviewColumns) FROM review r \(reviewPlace) WHERE r.id = \(id)").map(Review.init)
    }

    /// The document with its lines and its draft. Throws `ReviewRefusal` when there is nothing to look at, with whoever decided.
    package func reviewedDocument(_ id: Review.ID, in section: Section.Code) throws -> ReviewedDocument {
        let review = try review(id, in: section)
        switch review.state {
        case .accepted: throw ReviewRefusal.accepted(by: try colleague(review.decidedBy))
        case .declined: throw ReviewRefusal.declined(by: try colleague(review.decidedBy))
        case .waiting, .reading, .refused: throw ReviewRefusal.notRead
        case .read: break
        }
        guard let row = try row("SELECT source, reading, draft, settled, content IS NOT NULL AS has_file FROM review WHERE id = \(id)") else {
            throw ReviewRefusal.unknown
        }
        let settled: String = try row("settled")
        return ReviewedDocument(
            review: review, lines: try ReviewText.value(of: row("source")), reading: try ReviewText.value(of: row("reading")),
            draft: try ReviewText.value(of: row("draft")), settled: Set(settled.split(separator: " ").compactMap { Int($0) }),
            hasFile: try row("has_file"))
    }

    /// A colleague's name for people; of a command its own.
    package func colleague(_ id: String?) throws -> String {
        guard let id else { return "–" }
        return try row("SELECT name FROM staff WHERE id = \(id)").map { try $0("name") } ?? id
    }

    /// The bytes of a document under review, as they came.
    package func reviewContent(_ id: Review.ID, in section: Section.Code) throws -> (name: String, bytes: [UInt8]) {
        guard let row = try row("SELECT name, content FROM review WHERE id = \(id) AND section = \(section) AND content IS NOT NULL") else {
            throw ReviewRefusal.unknown
        }
        return (try row("name"), try row("content"))
    }

    /// A review of the same bytes in that section that nobody has decided.
    func openReview(of sha256: String, in section: Section.Code) throws -> Review.ID? {
        try row(
            "SELECT id FROM review WHERE sha256 = \(sha256) AND section = \(section) AND state IN ('waiting', 'reading', 'read') LIMIT 1"
        ).map { try $0("id") }
    }

    func outputID(importedFrom sha256: String) throws -> Output.ID? {
        try row("SELECT output_id FROM document WHERE sha256 = \(sha256)").map { try $0("output_id") }
    }

    func insertReview(_ id: Review.ID, of document: NewDocument, in section: Section.Code, by member: String, output: Output.ID?, at now: Instant)
        throws
    {
        let state: Review.State = document.trouble == nil ? .waiting : .refused
        try execute(
            """
            INSERT INTO review (id, section, name, sha256, state, content, settled, trouble, output_id, revision, taken_at, taken_by)
            VALUES (\(id), \(section), \(document.name), \(document.sha256), \(state), \(document.trouble == nil ? document.bytes : nil), '',
                \(document.trouble), \(output), 1, \(now), \(member))
            """
        )
    }

    /// The bytes to read; nil when somebody has read or decided them.
    func beginReading(_ id: Review.ID) throws -> (name: String, bytes: [UInt8])? {
        let row = try row(
            "UPDATE review SET state = 'reading' WHERE id = \(id) AND state IN ('waiting', 'reading') AND content IS NOT NULL RETURNING name, content"
        )
        return try row.map { (try $0("name"), try $0("content")) }
    }

    /// False when somebody decided meanwhile.
    @discardableResult
    func keepReading(_ id: Review.ID, lines: [SourceLine], _ reading: DraftReading) throws -> Bool {
        try execute(
            """
            UPDATE review SET state = 'read', source = \(ReviewText.text(of: lines)), reading = \(ReviewText.text(of: reading)),
                draft = \(ReviewText.text(of: reading.draft ?? ActionDraft())), revision = revision + 1
            WHERE id = \(id) AND state = 'reading'
            """
        ) == 1
    }

    /// It cannot be read: nothing of it is kept but why.
    func refuseReview(_ id: Review.ID, because trouble: ReviewTrouble) throws {
        try execute(
            """
            UPDATE review SET state = 'refused', trouble = \(trouble), content = NULL, source = NULL, reading = NULL, draft = NULL,
                revision = revision + 1 WHERE id = \(id) AND state IN ('waiting', 'reading')
            """
        )
    }

    /// False when it was changed or decided since `revision`.
    func mendReview(_ id: Review.ID, _ draft: ActionDraft, settled: Set<Int>, since revision: Int) throws -> Bool {
        let places = settled.sorted().map(String.init).joined(separator: " ")
        return try execute(
            """
            UPDATE review SET draft = \(ReviewText.text(of: draft)), settled = \(places), revision = revision + 1
            WHERE id = \(id) AND state = 'read' AND revision = \(revision)
            """
        ) == 1
    }

    /// The words go, the decision stays.
    func decideReview(_ id: Review.ID, _ state: Review.State, output: Output.ID? = nil, by member: String, at now: Instant) throws {
        try execute(
            """
            UPDATE review SET state = \(state), name = '', content = NULL, source = NULL, reading = NULL, draft = NULL, settled = '',
                output_id = COALESCE(\(output), output_id), decided_by = \(member), decided_at = \(now), revision = revision + 1 WHERE id = \(id)
            """
        )
    }

    /// Those nobody decided about since `before`, by section.
    func reviews(undecidedSince before: Instant) throws -> [Review.ID] {
        try rows("SELECT id FROM review WHERE decided_at IS NULL AND taken_at < \(before) ORDER BY id").map { try $0("id") }
    }

    func eraseReview(_ id: Review.ID) throws {
        try execute("DELETE FROM review WHERE id = \(id)")
    }

    func eraseReviews(decidedBefore before: Instant) throws {
        try execute("DELETE FROM review WHERE decided_at < \(before)")
    }

    private var reviewColumns: SQL {
        """
        r.id, r.section, r.name, r.sha256, r.state, r.trouble, r.revision, r.taken_at, r.taken_by, r.decided_at, r.decided_by,
        a.series, a.serial, a.year, o.ordinal
        """
    }

    private var reviewPlace: SQL { "LEFT JOIN output o ON o.id = r.output_id LEFT JOIN action a ON a.id = o.action_id" }
}

extension Review {
    fileprivate init(_ row: Row) throws {
        let ordinal: Int? = try row("ordinal")
        self.init(
            id: try row("id"), section: try row("section"), name: try row("name"), sha256: try row("sha256"), state: try row("state"),
            trouble: try row("trouble"), revision: try row("revision"), takenAt: try row("taken_at"), takenBy: try row("taken_by"),
            decidedBy: try row("decided_by"), decidedAt: try row("decided_at"),
            place: try ordinal.map { Place(reference: try Reference(row), ordinal: $0) })
    }
}

/// A value of a review as its column holds it: JSON.
enum ReviewText {
    static func text(of value: some Encodable) throws -> String {
        String(decoding: try JSONEncoder().encode(value), as: UTF8.self)
    }

    static func value<Value: Decodable>(of text: String) throws -> Value {
        try JSONDecoder().decode(Value.self, from: Data(text.utf8))
    }
}
