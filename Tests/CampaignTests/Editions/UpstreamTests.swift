import Documents
import Storage
import TestSupport
import Testing

@testable import Campaign

@Suite struct UpstreamTests {
    @Test(arguments: Engine.available)
    func `what changed upstream is told field by field, kept or taken`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru { $0.postalNote = "1.50" })
            var own = OwnEdition.bernese()
            own.words["en"] = EditionWords(instructions: [], postalNote: "Porto: CHF 2.30", safetyNote: nil)
            try await store.decide(.adapt(own))
            #expect(try await store.changes() == [])
            try await store.tamper("UPDATE text SET headline = 'Reporter held over a question'")
            try await store.tamper("UPDATE output SET act_until = '2022-01-10'")
            try await store.tamper("UPDATE edition_words SET postal_note = '1.70' WHERE postal_note = '1.50'")
            try await store.tamper("UPDATE action SET revision = revision + 1")
            #expect(try await store.changes() == ["deadline", "headline.en", "postal_note.en"])
            #expect(try await store.listedAsChanged() == [1])
            let decide = DecideEdition(database: store.database, world: store.world)
            try await decide.settle(.wanjiru, 1, field: "deadline", taking: false, for: .swiss, by: "Lea")
            try await decide.settle(.wanjiru, 1, field: "postal_note.en", taking: true, for: .swiss, by: "Lea")
            #expect(try await store.changes() == ["headline.en"])
            try await decide.settle(.wanjiru, 1, field: "headline.en", taking: true, for: .swiss, by: "Lea")
            #expect(try await store.listedAsChanged() == [])
            let output = try #require(try await store.action().latest)
            #expect(output.actUntil(for: .swiss) == Day("2021-12-20"))
            #expect(output.edition(for: .swiss)?.words(in: ["en"])?.words.postalNote == "1.70")
            #expect(output.edition(for: .swiss)?.addressees.last?.office == "Embassy of Kenya")
            await #expect(throws: EditionRefusal.unchanged("headline.en")) {
                try await decide.settle(.wanjiru, 1, field: "headline.en", taking: true, for: .swiss, by: "Lea")
            }
        }
    }

    @Test(arguments: Engine.available)
    func `a section decides for itself, with a reason, about what is published`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru(), published: false)
            await #expect(throws: ActionRefusal.self) { try await store.decide(.adopt) }
            await #expect(throws: EditionRefusal.international) { try await store.decide(.adopt, for: .international) }
            try await store.take(.bishnu(until: "2022-01-10"))
            await #expect(throws: EditionRefusal.noReason) { try await store.decide(.decline(" . "), of: .bishnu()) }
            await #expect(throws: EditionRefusal.notPublished(.bishnu(), 4)) { try await store.decide(.adopt, 4, of: .bishnu()) }
            #expect(try await store.database.read { try $0.isWithdrawn(Action.ID("none")) } == false)
        }
    }

    @Test(arguments: Engine.available)
    func `the international desk sees how many sections decided, corrections first`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru())
            store.advance(seconds: 60)
            try await store.take(.wanjiru { ($0.outputOrdinal, $0.kind, $0.title, $0.issueDate) = (2, .correction, "Her name", Day("2021-11-29")) })
            store.advance(seconds: 60)
            try await store.take(.bishnu(until: "2022-01-10"))
            try await store.decide(.adopt, 2)
            try await store.decide(.decline("own"), of: .bishnu(), for: .american)
            let taken = try await store.database.read { try $0.takenUp(in: "en", limit: 10) }
            #expect(taken.map(\.output.kind) == [.correction, .first, .first])
            #expect(taken.map(\.decided) == [1, 1, 0])
        }
    }

    @Test(arguments: Engine.available)
    func `a document of the section's own is listed as such, and is no longer asked about`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru())
            try await store.take(.wanjiru { $0.postalNote = "2.30" }, in: .swiss)
            try await store.take(.bishnu(until: "2022-01-10"))
            let today = try #require(Day("2021-11-30"))
            let (asked, listed) = try await store.database.read { db in
                (
                    try db.undecidedOutputs(for: .swiss, in: "en", on: today, limit: 10),
                    try db.decidedOutputs(of: .swiss, in: "en", on: today, limit: 10)
                )
            }
            #expect(asked.map(\.reference) == [.bishnu()])
            #expect(listed.map(\.reference) == [.wanjiru])
            #expect(listed.map(\.hasOwnEdition) == [true] && listed[0].state == nil)
        }
    }

    @Test func `what was seen is stored without an escape, so that a name in it can be found`() throws {
        let seen = Upstream(fields: ["lead.en": "She said:\nWanjiru \"Wa\" Otieno / 7", "deadline": "2021-12-20"])
        guard case .text(let stored) = seen.value else { throw Unreadable(seen.value, as: Upstream.self) }
        #expect(stored.contains("She said:\nWanjiru \"Wa\" Otieno / 7"))
        #expect(try Upstream.read(seen.value) == seen)
        #expect(try Upstream.read(Upstream().value) == Upstream())
    }

    @Test func `addressees are read as they are typed, and a line nobody understands is named`() throws {
        let typed = "name: Elena Brunner\noffice: Embassy of Kenya\n\npost: A / B"
        #expect(throws: AddresseeLines.Unclear(line: "post: A / B")) { try AddresseeLines.addressees(typed, role: .copy) }
        let read = try AddresseeLines.addressees("Name: Elena Brunner\npost: Nordring 8 / 3013 Berne\nemail: a@example.org", role: .copy)
        #expect(read.first?.addressLines == ["Nordring 8", "3013 Berne"])
        #expect(try AddresseeLines.addressees(AddresseeLines.text(of: read), role: .copy) == read)
        #expect(throws: AddresseeLines.Unclear(line: "hello")) { try AddresseeLines.addressees("hello", role: .copy) }
    }
}

extension Store {
    fileprivate func changes() async throws -> [String] {
        let output = try #require(try await action().latest)
        return try #require(output.adoption(of: .swiss)).seen.changes(to: Upstream(output)).map(\.field)
    }

    fileprivate func listedAsChanged() async throws -> [Int] {
        try await database.read { try $0.changedOutputs(for: .swiss, in: "en", limit: 10).map(\.ordinal) }
    }
}
