import Documents
import Storage
import TestSupport
import Testing

@testable import Campaign

@Suite struct SavingTests {
    @Test(arguments: Engine.available)
    func `what is typed is in the rows, and a version says who wrote it`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let reference = try await store.begin()
            try await store.type(["lead": "Held since Sunday.", "demands": "Release her.\nDrop the charges."], into: .text("en"), of: reference)
            let output = try #require(try await store.database.read { try $0.wholeAction(reference) }.outputs.first)
            #expect(output.texts.first?.headline == "Reporter held over a budget question")
            #expect(output.texts.first?.demands == ["Release her.", "Drop the charges."])
            #expect(output.publishedAt == nil)
            let versions = try await store.database.read { try $0.versions(of: output.id) }
            #expect(versions.map(\.by) == ["rosa", "rosa"] && versions.map(\.revision) == [2, 1])
        }
    }

    @Test(arguments: Engine.available)
    func `two who write in different fields of one part lose nothing`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let reference = try await store.begin()
            try await store.type(["lead": "Rosa's lead."], into: .text("en"), of: reference, since: 1)
            let second = try await store.type(["call": "Ben's call."], into: .text("en"), of: reference, since: 1, by: store.ben)
            guard case .saved = second else { return #expect(Bool(false), "\(second)") }
            let content = try await store.opened(reference).content
            #expect(content[.text("en"), "lead"] == "Rosa's lead." && content[.text("en"), "call"] == "Ben's call.")
        }
    }

    @Test(arguments: Engine.available)
    func `of two who write in the same field the second sees both, and the first stays until somebody chooses`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let reference = try await store.begin()
            try await store.type(["lead": "Rosa's lead."], into: .text("en"), of: reference, since: 1)
            let second = try await store.type(["lead": "Ben's lead."], into: .text("en"), of: reference, since: 1, by: store.ben)
            guard case .conflict(let conflict) = second else { return #expect(Bool(false), "\(second)") }
            #expect(conflict.fields == [.init(name: "lead", mine: "Ben's lead.", theirs: "Rosa's lead.")])
            #expect(conflict.by == "rosa" && conflict.revision == 2)
            #expect(try await store.opened(reference).content[.text("en"), "lead"] == "Rosa's lead.")
            try await store.type(["lead": "Ben's lead."], into: .text("en"), of: reference, since: conflict.revision, by: store.ben)
            #expect(try await store.opened(reference).content[.text("en"), "lead"] == "Ben's lead.")
        }
    }

    @Test func `somebody whose beginning is not kept any more conflicts rather than overwrites`() async throws {
        try await withStore(.sqlite) { store in
            let reference = try await store.begin()
            let result = try await store.type(["headline": "Another"], into: .text("en"), of: reference, since: 99)
            guard case .conflict(let conflict) = result else { return #expect(Bool(false), "\(result)") }
            #expect(conflict.fields.map(\.name) == ["headline"])
        }
    }

    @Test(arguments: Engine.available)
    func `saving the same again makes no version`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let reference = try await store.begin()
            try await store.type(["lead": "One.\n\n\n"], into: .text("en"), of: reference)
            let revision = try await store.opened(reference).manuscript.revision
            try await store.type(["lead": "One."], into: .text("en"), of: reference)
            #expect(try await store.opened(reference).manuscript.revision == revision)
        }
    }

    @Test(arguments: Engine.available)
    func `an imported draft gets its manuscript on first opening, and rows and fields say the same`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru(), published: false)
            let first = try await store.opened(.wanjiru)
            #expect(first.manuscript.writtenBy == Manuscript.elsewhere && first.manuscript.revision == 1)
            #expect(first.content[.facts, "countries"] == "KE" && first.content[.facts, "subjects"] == "Wanjiru Otieno")
            #expect(first.content.addressees.count == 2)
            let before = try await store.database.read { try $0.wholeAction(.wanjiru) }
            try await store.type(["index_code": "AFR 32/4711/2021"], into: .facts, of: .wanjiru)
            let after = try await store.database.read { try $0.wholeAction(.wanjiru) }
            #expect(after.outputs.first?.editions == before.outputs.first?.editions)
            #expect(after.outputs.first?.texts == before.outputs.first?.texts && after.outputs.first?.letters == before.outputs.first?.letters)
            #expect(after.subjects == before.subjects && after.outputs.first?.indexCode?.printed == "AFR 32/4711/2021")
        }
    }

    @Test(arguments: Engine.available)
    func `once something appeared a draft does not change whom readers see`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru())
            try await store.take(.wanjiruCharged(), published: false)
            let open = OpenManuscript(database: store.database, world: store.world), save = SavePart(database: store.database, world: store.world)
            let opened = try await open(.wanjiru, 2, for: .international, by: store.rosa)
            var typed = opened.content.typed(.facts)
            (typed["countries"], typed["subjects"]) = ("Peru", "Somebody Else")
            _ = try await save(.facts, typed, since: 1, of: .wanjiru, 2, for: .international, by: store.rosa)
            #expect(try await store.action().subjects.map(\.name) == ["Wanjiru Otieno"])
            await #expect(throws: ManuscriptRefusal.published(.wanjiru, 1)) { try await open(.wanjiru, 1, for: .international, by: store.rosa) }
        }
    }

    @Test(arguments: Engine.available)
    func `addressees are added, moved and taken away, and keep their contacts`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let reference = try await store.begin(), first = try await store.address(reference),
                second = try await store.address(reference, "Governor")
            let contacts = FieldLines.contacts([
                ContactPoint(channel: .post, place: "1 Road\nNairobi", checkedOn: Day("2021-11-01")), ContactPoint(channel: .email, place: nil),
            ])
            try await store.type(["contacts": contacts, "name": "Amina"], into: .addressee(first), of: reference)
            let address = AddressDraft(database: store.database, world: store.world)
            _ = try await address(.move(second, by: -1), of: reference, 1, for: .international, by: store.rosa)
            var edition = try #require(try await store.opened(reference).place.edition)
            #expect(edition.addressees.map(\.office) == ["Governor", "Minister of Justice"])
            #expect(edition.addressees.last?.contacts == FieldLines.contacts(contacts))
            _ = try await address(.remove(second), of: reference, 1, for: .international, by: store.rosa)
            edition = try #require(try await store.opened(reference).place.edition)
            #expect(edition.addressees.map(\.name) == ["Amina"])
            await #expect(throws: ManuscriptRefusal.nothingThere) { try await store.type(["name": "X"], into: .addressee(second), of: reference) }
        }
    }

    @Test(arguments: Engine.available)
    func `an old version is taken up again as a new one`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let reference = try await store.begin()
            try await store.type(["headline": "Second thought"], into: .text("en"), of: reference)
            let restored = try await RestoreVersion(database: store.database, world: store.world)(
                1, of: reference, 1, for: .international, by: store.ben)
            #expect(restored.revision == 3 && restored.writtenBy == "ben")
            #expect(try await store.opened(reference).content[.text("en"), "headline"] == "Reporter held over a budget question")
        }
    }

    @Test(arguments: Engine.available)
    func `cases begun at the same moment get different numbers, and a number that was typed is not another's`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let references = try await withThrowingTaskGroup(of: Reference.self) { group in
                for _ in 1...6 { group.addTask { try await store.begin() } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(references.map(\.serial).sorted() == [1, 2, 3, 4, 5, 6])
            #expect(try await store.begin(serial: 119).serial == 119)
            await #expect(throws: ManuscriptRefusal.numberTaken(Reference(series: .UA, serial: 119, year: 2021))) {
                try await store.begin(serial: 119)
            }
            #expect(try await store.begin().serial == 120)
        }
    }

    @Test(arguments: Engine.available)
    func `the log names fields and salted hashes, never a word, and its chain is whole`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let reference = try await store.begin()
            try await store.type(["lead": "Held in Kisumu."], into: .text("en"), of: reference)
            let events = try await store.database.read { try $0.events(before: nil, limit: 50) }.map(\.event)
            let saved = try #require(events.first { $0.name == "manuscript.saved" })
            #expect(saved.detail.contains("text.en.lead=") && saved.by == "rosa")
            #expect(!events.contains { $0.detail.contains("Kisumu") || $0.detail.contains("Reporter") })
            #expect(!saved.detail.contains(Digest.sha256("Held in Kisumu.").prefix(16)))
            #expect(try await VerifyEvents(database: store.database)().isEmpty)
        }
    }

    @Test(arguments: ["a\u{0}b", "a\u{7}b", "a\u{202E}b", "a\u{FFFD}"])
    func `signs that cannot be printed are named, and the rest is not lost`(text: String) {
        #expect { try ManuscriptContent.judged(["headline": text, "lead": "Kept"], as: .text("en")) } throws: { error in
            (error as? FormProblems)?.problems.map(\.field) == ["headline"]
        }
    }

    @Test func `Arabic with its marks, emoji and joined signs are what they are`() throws {
        let text = "أطلقوا سراحها \u{200F}فورا\u{200C}ً 👩🏽‍⚖️"
        #expect(try ManuscriptContent.judged(["headline": text], as: .text("ar"))["headline"] == text)
    }
}
