import Documents
import Foundation
import Storage
import TestSupport
import Testing

@testable import Campaign

@Suite struct FollowUpTests {
    private static let today = Day("2021-11-30")

    @Test(arguments: Engine.available)
    func `Rosa begins an update with the words, letters and addressees of the latest, and nobody sees it yet`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru { $0.makeFull() })
            #expect(try await store.followUp(.update) { $0.actUntil = Day("2022-01-17") } == 2)
            #expect(try await store.action().outputs.map(\.ordinal) == [1])
            let whole = try await store.whole(), first = whole.outputs[0], draft = whole.outputs[1]
            #expect(
                draft.kind == .update && draft.publishedAt == nil && draft.issuedOn == Self.today && draft.actUntilInDocument == Day("2022-01-17"))
            #expect(draft.texts == first.texts && draft.letters == first.letters && draft.socialPosts == first.socialPosts)
            #expect(draft.preferredLanguages == first.preferredLanguages && draft.ending == nil && draft.eventOn == nil)
            let addressees = draft.edition(for: .international)?.addressees ?? []
            #expect(!addressees.isEmpty && addressees == first.edition(for: .international)?.addressees)
            #expect(draft.edition(for: .international)?.words == first.edition(for: .international)?.words)
            await #expect(throws: FollowUpRefusal.draftWaiting(.wanjiru, 2)) { _ = try await store.followUp(.information) }
        }
    }

    @Test(arguments: Engine.available)
    func `once the update is out the letter before it stops, and followers read what changed`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru { $0.demands = ["Release her.", "Let her see a doctor."] })
            _ = try await store.followUp(.update) { $0.actUntil = Day("2022-01-17") }
            try await store.tamper(
                "UPDATE text SET demands = 'Release her.\nDrop the charge.' WHERE output_id IN (SELECT id FROM output WHERE ordinal = 2)")
            try await store.publish()
            let action = try await store.action(), first = action.outputs[0], today = try #require(Self.today)
            let offer = action.letterOffer(for: first, edition: first.edition(for: .international), in: .international, on: today)
            #expect(offer == .closed(.superseded(by: 2)))
            let text = try await store.alertText(of: .update)
            #expect(text.plain.contains("\n- Drop the charge.") && text.plain.contains("No longer asked for:\n- Let her see a doctor."))
            #expect(text.plain.contains("Still asked for:\n- Release her."))
        }
    }

    @Test(arguments: Engine.available)
    func `a correction says what was wrong, and of which document`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru())
            let problems = await #expect(throws: FormProblems.self) {
                _ = try await store.followUp(.correction) { $0.actUntil = Day("2021-11-29") }
            }
            #expect(problems?["correction"] != nil && problems?["act_until"] != nil)
            _ = try await store.followUp(.correction) {
                $0.actUntil = Day("2022-01-03")
                $0.corrections = ["en": "She is held in Kisumu, not in Nairobi."]
            }
            try await store.publish()
            let action = try await store.action()
            #expect(action.outputs[1].corrects == action.outputs[0].id)
            #expect(action.outputs[1].note(.correction, in: ["en"])?.words == "She is held in Kisumu, not in Nairobi.")
            #expect(try await store.alertText(of: .correction).plain.contains("She is held in Kisumu, not in Nairobi."))
        }
    }

    @Test(arguments: Engine.available)
    func `an information asks for nothing, whatever the document before it asked`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru { $0.makeFull() })
            _ = try await store.followUp(.information) { $0.eventOn = Day("2021-11-28") }
            let draft = try await store.whole().outputs[1]
            #expect(draft.letters.isEmpty && draft.socialPosts.isEmpty && draft.actUntilInDocument == nil && draft.eventOn == Day("2021-11-28"))
            #expect(draft.texts.allSatisfy { $0.demands.isEmpty && $0.call == nil } && draft.text(in: ["en"])?.headline != nil)
            #expect(draft.editions.allSatisfy(\.addressees.isEmpty) && !draft.editions.isEmpty)
        }
    }

    @Test(arguments: Engine.available)
    func `an early end gives its reason and leaves the outcome open; the outcome keeps its own day and words`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru())
            let close = CloseAction(database: store.database, world: store.world)
            let early = Closing(outcome: nil, endedOn: Day("2021-11-29"), reason: .withdrawnForSafety)
            try await close(.wanjiru, early, by: "Ivo")
            await #expect(throws: ActionRefusal.alreadyClosed(.wanjiru)) { try await close(.wanjiru, early, by: "Ivo") }
            var output = try #require(try await store.action().latest)
            #expect(output.ending == Ending(on: Day("2021-11-29"), reason: .withdrawnForSafety) && output.outcome == nil && output.eventOn == nil)
            let jobs = try await store.database.read { try $0.rows("SELECT subject FROM job").map { try $0("subject") as String } }
            #expect(!jobs.contains { $0.contains("outcome") }, "nobody is mailed that it is not safe")
            let closing = Closing(
                outcome: .executed, endedOn: nil, eventOn: Day("2021-11-28"), reason: nil, words: ["en": "Wanjiru was executed at dawn.", "sw": " "])
            try await close(.wanjiru, closing, by: "Ivo")
            output = try #require(try await store.action().latest)
            #expect(output.ending == Ending(on: Day("2021-11-29"), reason: .badOutcome) && output.eventOn == Day("2021-11-28"))
            #expect(output.notes == [OutputNote(.outcome, "en", "Wanjiru was executed at dawn.")])
            let text = try await store.alertText(of: .outcome)
            #expect(text.plain.contains("Wanjiru was executed at dawn.") && text.plain.contains("not looking away"))
            #expect(!text.plain.contains("good news") && !text.plain.contains("Many thanks"))
        }
    }

    @Test(arguments: Engine.available)
    func `an archive brings corrections, outcomes and audiences back as they were`(on engine: Engine) async throws {
        let documents = try await withStore(engine) { store in
            try await store.take(.wanjiru())
            _ = try await store.followUp(.correction) {
                $0.actUntil = Day("2022-01-03")
                $0.corrections = ["en": "Kisumu.", "de": "Kisumu, nicht Nairobi."]
            }
            try await store.publish()
            try await CloseAction(database: store.database, world: store.world)(
                .wanjiru, Closing(outcome: .released, endedOn: nil, reason: nil, words: ["en": "She is home."]), by: "Ivo")
            _ = try await store.followUp(.information)
            try await store.tamper("UPDATE output SET audience = 'members' WHERE ordinal = 3")
            return try await ExportAction(database: store.database)(.wanjiru)
        }
        try await withStore(engine) { store in
            for document in documents {
                let text = try NativeWriter()(document)
                _ = try await RestoreDocument(database: store.database, world: store.world)(
                    document, Provenance(sha256: Digest.sha256(text), name: "x.md", by: "Ivo"), isPublished: true)
            }
            #expect(try await ExportAction(database: store.database)(.wanjiru) == documents)
            #expect(try await store.whole().outputs.map(\.audience) == [.everybody, .everybody, .members])
        }
    }
}

extension ActionDraft {
    fileprivate mutating func makeFull() {
        demands = ["Release her."]
        socialPosts = ["Free Wanjiru #Kisumu"]
        preferredLanguages = ["en", "sw"]
        instructions = ["Write a letter."]
        safetyNote = "Do not name her paper."
    }
}

extension Store {
    fileprivate func followUp(_ kind: OutputKind, _ change: (inout FollowUp) -> Void = { _ in }) async throws -> Int {
        let today = world.now().day(in: .gmt)
        var followUp = FollowUp(kind, issuedOn: today)
        change(&followUp)
        return try await BeginFollowUp(database: database, world: world)(.wanjiru, followUp, on: today, by: "Rosa")
    }

    fileprivate func whole() async throws -> Action { try await database.read { try $0.wholeAction(.wanjiru) } }

    /// The English words of the draft alert that the latest document asks for.
    fileprivate func alertText(of kind: Alert.Kind) async throws -> AlertText {
        let compose = ComposeAlert(database: database, world: world, catalogue: try Catalogue.shipped(), links: Self.alertLinks)
        let id = try await compose(.wanjiru, kind: kind, for: .international, by: "Rosa")
        let texts = try await database.read { try $0.texts(of: id) }
        return try #require(texts.first { $0.language == "en" })
    }
}
