import Converters
import Documents
import Storage
import TestSupport
import Testing

@testable import Campaign

/// A document that waits for a decision is no place where an erased name stays.
@Suite struct ReviewNamesTests {
    private static let text = """
        UA 77/21 KENYA
        WANJIRU OTIENO HELD
        The journalist Wanjiru
        Otieno was arrested on 2 December 2021. Otieno & Sons is a shop.
        PLEASE SEND APPEALS TO
        Minister of the Interior, Harambee Avenue, Nairobi, Kenya
        """

    @Test(arguments: Engine.available)
    func `a name that is erased goes from what waits and from what comes later, with the file`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            _ = try await store.staff("rosa", .editor)
            let rosa = try await store.database.read { db in try #require(try db.staffMembers().first).id }
            try await store.take(.wanjiru())
            let waiting = try await read(Self.text, in: store, by: rosa)
            let other = try await read(Self.text.replacing("77/21", with: "78/21"), in: store, by: rosa)
            _ = try await RenameSubject(database: store.database, world: store.world)(
                .wanjiru, try Renaming("Wanjiru Otieno", to: "M. O."), by: "Rosa")
            let later = try await read(Self.text + "\nMore.", in: store, by: rosa)
            for id in [waiting, later] {
                let document = try await document(id, in: store)
                let words = document.lines.map(\.text).joined(separator: "\n")
                #expect(!words.lowercased().contains("wanjiru") && words.contains("M. O."))
                #expect(words.contains("Otieno & Sons"), "half a name may be somebody else's")
                #expect(!String(describing: document.draft).lowercased().contains("wanjiru"))
                #expect(!String(describing: document.reading).lowercased().contains("wanjiru"))
                #expect(!document.hasFile)
                await #expect(throws: ReviewRefusal.unknown) {
                    try await store.database.read { db in try db.reviewContent(id, in: .international) }
                }
            }
            #expect(try await document(waiting, in: store).lines.map(\.number) == Array(1...6), "the lines keep their numbers")
            let untouched = try await document(other, in: store)
            #expect(untouched.hasFile && untouched.lines.contains { $0.text.contains("Wanjiru") }, "another case is not touched")
        }
    }

    private func read(_ text: String, in store: Store, by rosa: StaffMember.ID) async throws -> Review.ID {
        let take = TakeDocuments(database: store.database, world: store.world)
        let id = try await take([NewDocument(named: "Wanjiru Otieno.txt", Array(text.utf8))], in: .international, by: rosa)[0]
        try await ReadReview(database: store.database, world: store.world, read: ReadDocument(workers: 1))(id)
        return id
    }

    private func document(_ id: Review.ID, in store: Store) async throws -> ReviewedDocument {
        try await store.database.read { db in try db.reviewedDocument(id, in: .international) }
    }
}
