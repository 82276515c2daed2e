import Documents
import Storage
import TestSupport
import Testing

@testable import Campaign

@Suite struct ReviewTests {
    /// A draft of the reviewed document, as if it had been read.
    private func reviewed(_ draft: ActionDraft, _ findings: [Finding] = [], in store: Store, text: String = "a case", by rosa: StaffMember.ID)
        async throws -> ReviewedDocument
    {
        let ids = try await TakeDocuments(database: store.database, world: store.world)(
            [NewDocument(named: "case.txt", Array(text.utf8))], in: .international, by: rosa)
        let id = try #require(ids.first)
        return try await store.database.write { db in
            _ = try db.beginReading(id)
            let reading = DraftReading(file: "case.txt", draft: draft, findings: findings)
            try db.keepReading(id, lines: [SourceLine(number: 1, text: "a case")], reading)
            return try db.reviewedDocument(id, in: .international)
        }
    }

    private func rosa(_ store: Store) async throws -> StaffMember.ID {
        _ = try await store.staff("rosa", .editor)
        return try await store.database.read { db in try #require(try db.staffMembers().first).id }
    }

    @Test(arguments: Engine.available)
    func `an unsure finding has to be ticked or mended before anything is accepted`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let rosa = try await rosa(store), decide = DecideReview(database: store.database, world: store.world)
            let unsure = Finding(field: "expiry_date", value: "2022-01-03", line: 1, confidence: 0.3)
            let document = try await reviewed(.wanjiru(), [unsure], in: store, by: rosa)
            let id = document.review.id, revision = document.review.revision
            await #expect(throws: ReviewRefusal.unsettled(["expiry_date"])) {
                try await decide.accept(.init(id: id, revision: revision, draft: document.draft, settled: []), in: .international, by: rosa)
            }
            #expect(document.with(.wanjiru { $0.expiryDate = Day("2022-01-09") }).unsettled.isEmpty)
            let done = try await decide.accept(.init(id: id, revision: revision, draft: document.draft, settled: [0]), in: .international, by: rosa)
            #expect(done.reference == .wanjiru && !done.isPublished)
        }
    }

    @Test(arguments: Engine.available)
    func `what was decided leaves its hash and no word`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let rosa = try await rosa(store), decide = DecideReview(database: store.database, world: store.world)
            let first = try await reviewed(.wanjiru(), in: store, text: "one", by: rosa)
            let second = try await reviewed(.bishnu(until: "2021-12-24"), in: store, text: "two", by: rosa)
            try await decide.decline(first.review.id, in: .international, by: rosa)
            _ = try await decide.accept(
                .init(id: second.review.id, revision: second.review.revision, draft: second.draft, settled: []), in: .international, by: rosa)
            let rows = try await store.database.read { db in try db.rows("SELECT name, content, source, reading, draft, settled FROM review") }
            for row in rows {
                #expect(try row("name") as String == "" && row("content") as [UInt8]? == nil)
                for column in ["source", "reading", "draft"] { #expect(try row(column) as String? == nil) }
            }
            await #expect(throws: ReviewRefusal.declined(by: "Rosa")) {
                try await decide.decline(first.review.id, in: .international, by: rosa)
            }
            let details = try await store.database.read { db in try db.events(before: nil, limit: 50).map(\.event.detail) }
            #expect(details.contains(Digest.sha256("one")) && !details.contains { $0.contains("Wanjiru") })
        }
    }

    @Test(arguments: Engine.available)
    func `the same bytes are reviewed once, and known once they are part of an action`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let rosa = try await rosa(store), take = TakeDocuments(database: store.database, world: store.world)
            let document = try await reviewed(.wanjiru(), in: store, by: rosa)
            let again = try await take([NewDocument(named: "copy.txt", Array("a case".utf8))], in: .international, by: rosa)
            #expect(again == [document.review.id])
            _ = try await DecideReview(database: store.database, world: store.world).accept(
                .init(id: document.review.id, revision: document.review.revision, draft: document.draft, settled: []), in: .international, by: rosa)
            let third = try await take([NewDocument(named: "copy.txt", Array("a case".utf8))], in: .international, by: rosa)
            let review = try await store.database.read { db in try db.review(third[0], in: .international) }
            #expect(review.state == .refused && review.trouble == .known && review.place?.reference == .wanjiru)
        }
    }

    @Test(arguments: Engine.available)
    func `what accepting would do is told, and nothing of it stays`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let rosa = try await rosa(store), foresee = ForeseeAcceptance(database: store.database, world: store.world)
            try await store.take(.wanjiru { $0.letters = [] }, published: false)
            let document = try await reviewed(.wanjiru { $0.expiryDate = Day("2022-01-17") }, in: store, by: rosa)
            guard case .place(let place) = try await foresee(document) else { return #expect(Bool(false), "it has a place") }
            #expect(!place.isNewAction && !place.isNewOutput && place.additions == ["letters"])
            #expect(place.contradictions.map(\.field) == ["expiry_date"])
            let letters = try await store.database.read { db in try db.wholeAction(.wanjiru).outputs.flatMap(\.letters) }
            #expect(letters.isEmpty)
            let nameless = document.with(ActionDraft())
            guard case .refused(let message) = try await foresee(nameless) else { return #expect(Bool(false), "it has no number") }
            #expect(message == ImportRefusal.noReference.message)
        }
    }

    @Test func `what nobody decides about is gone after thirty days`() async throws {
        try await withStore(.sqlite) { store in
            let rosa = try await rosa(store), tidy = TidyReviews(database: store.database, world: store.world)
            let document = try await reviewed(.wanjiru(), in: store, by: rosa)
            store.advance(days: ReviewBounds.keptDays)
            try await tidy()
            _ = try await store.database.read { db in try db.review(document.review.id, in: .international) }
            store.advance(seconds: 1)
            try await tidy()
            await #expect(throws: ReviewRefusal.unknown) {
                try await store.database.read { db in try db.review(document.review.id, in: .international) }
            }
        }
    }

    @Test(arguments: [
        ("<?xml version=\"1.0\"?>\n<!-- x --><svg xmlns=\"x\">", ReviewTrouble.drawing), ("  <SVG onload=alert(1)>", .drawing), ("", .empty),
    ])
    func `a drawing and nothing are refused before they are read`(text: String, trouble: ReviewTrouble) {
        #expect(NewDocument(named: "x", Array(text.utf8)).trouble == trouble)
    }

    @Test func `a page about drawings is none, and a name leads nowhere`() {
        let page = NewDocument(named: "..\\..\\C:\\a\u{202E}b.html", Array("<html><p>write &lt;svg&gt;: <svg></svg></html>".utf8))
        #expect(page.trouble == nil && page.name == "ab.html")
    }
}
