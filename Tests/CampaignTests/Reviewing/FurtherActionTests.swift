import Converters
import Documents
import Storage
import TestSupport
import Testing

@testable import Campaign

/// A page that prints several actions in full: none of them is lost.
@Suite struct FurtherActionTests {
    private static let first = """
        UA 12/93 Fear of torture 3 March 1993
        PERU Ana Lind (f)
        Ana Lind was taken from her house on 1 March, and nobody has seen her since that day.
        APPEALS TO:
        Minister of Justice
        Mr Paul Berg
        Lima, Peru
        """
    private static let page =
        first + "\n\n"
        + first.replacing("UA 12/93", with: "UA 15/93").replacing("PERU", with: "CHILE").replacing("Ana Lind", with: "Rosa Paz")

    @Test(arguments: Engine.available)
    func `each further action becomes a document of its own, once, and the first says so`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            _ = try await store.staff("rosa", .editor)
            let rosa = try await store.database.read { db in try #require(try db.staffMembers().first).id }
            let take = TakeDocuments(database: store.database, world: store.world)
            let first = try await take([NewDocument(named: "week.txt", Array(Self.page.utf8))], in: .international, by: rosa)[0]
            let read = ReadReview(database: store.database, world: store.world, read: ReadDocument(workers: 1))
            try await read(first)
            try await read(first)
            let reviews = try await store.database.read { db in try db.reviews(of: .international, decidedSince: store.world.now(), limit: 9) }
            #expect(Set(reviews.map(\.name)) == ["week.txt", "2 week.txt"])
            let second = try #require(reviews.first { $0.id != first })
            #expect(second.state == .waiting && second.takenBy == rosa.text)
            try await read(second.id)
            let (one, two) = try await store.database.read { db in
                (try db.reviewedDocument(first, in: .international), try db.reviewedDocument(second.id, in: .international))
            }
            #expect(one.draft.caseNumber == 12 && two.draft.caseNumber == 15)
            #expect(two.draft.subjectNames == ["Rosa Paz"] && two.draft.additionalRecords.isEmpty)
            let note = try #require(one.reading.findings.first { $0.note?.code == .furtherAction })
            #expect(note.value?.contains("15/93") == true && note.confidence < Finding.threshold, "a person has to look")
        }
    }
}
