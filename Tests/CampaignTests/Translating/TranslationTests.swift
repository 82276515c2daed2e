import Documents
import Storage
import TestSupport
import Testing

@testable import Campaign

@Suite struct TranslationTests {
    private static let place = TranslationPlace(reference: .wanjiru, ordinal: 1, language: "de", section: .international)

    private func members(_ store: Store) async throws -> (rosa: StaffMember.ID, ben: StaffMember.ID) {
        _ = try await store.staff("rosa", .editor)
        _ = try await store.staff("ben", .approver)
        let all = try await store.database.read { db in try db.staffMembers() }
        return (try #require(all.first { $0.name == "Rosa" }).id, try #require(all.first { $0.name == "Ben" }).id)
    }

    private func draft(_ change: (inout ActionDraft) -> Void = { _ in }) -> ActionDraft {
        .wanjiru {
            $0.letters = [
                .init(language: "en", salutation: "Dear Minister,", body: "Release Wanjiru Otieno.\n\nShe wrote 12 reports.", closing: "Sincerely,")
            ]
            $0.background = "First paragraph.\n\nSecond paragraph of 2019."
            change(&$0)
        }
    }

    private func look(_ store: Store, _ place: TranslationPlace = place) async throws -> Translation {
        try await store.database.read { db in try db.translation(place) }
    }

    private func all(_ translation: Translation, _ prefix: String = "DE ") -> [String: TranslateOutput.Typed] {
        translation.items.reduce(into: [:]) { $0[$1.piece.id] = .init(target: prefix + $1.piece.words) }
    }

    @Test(arguments: Engine.available)
    func `a language is hidden until headline, lead and letter are there and another person has checked them`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(draft())
            let (rosa, ben) = try await members(store), translate = TranslateOutput(database: store.database, world: store.world)
            let open = try await look(store)
            #expect(open.count(.untranslated) == open.items.count && open.source == "en")
            var typed = all(open)
            typed["background.2"] = nil
            typed["letter.closing"] = nil
            #expect(try await translate.save(typed, at: Self.place, by: rosa) == [])
            await #expect(throws: TranslationRefusal.sameEyes) { try await translate.check(Self.place, by: rosa) }
            await #expect(throws: TranslationRefusal.notEnough) { try await translate.check(Self.place, by: ben) }
            #expect(try await store.action().outputs[0].texts.map(\.language) == ["en"])
            try await translate.save(["letter.closing": .init(target: "Hochachtungsvoll")], at: Self.place, by: rosa)
            try await translate.check(Self.place, by: ben)
            let output = try await store.action().outputs[0]
            let german = try #require(output.texts.first { $0.language == "de" })
            #expect(german.headline == "DE Reporter held over a budget question" && german.background == ["DE First paragraph."])
            let letter = try #require(output.letters.first { $0.language == "de" })
            #expect(letter.body == ["DE Release Wanjiru Otieno.", "DE She wrote 12 reports."] && letter.closing == "Hochachtungsvoll")
            let row = try #require(try await look(store).row)
            #expect(row.translatedBy == rosa.text && row.checkedBy == ben.text)
        }
    }

    @Test(arguments: Engine.available)
    func `a piece whose source changes is stale and shows what it was; one that moved is not`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(draft(), published: false)
            let (rosa, ben) = try await members(store), translate = TranslateOutput(database: store.database, world: store.world)
            try await translate.save(all(try await look(store)), at: Self.place, by: rosa)
            let output = try await look(store).output
            try await store.database.write { db in
                let old = try #require(try db.text(of: output, in: "en"))
                try db.replace(
                    Text(
                        language: "en", headline: "Reporter charged", lead: old.lead, call: old.call, background: ["A new one."] + old.background,
                        demands: old.demands), in: output)
            }
            let stale = try await look(store)
            #expect(stale.items.filter { $0.state == .stale }.map(\.piece.id) == ["headline"])
            #expect(stale.items.first?.formerSource == "Reporter held over a budget question")
            #expect(stale.items.filter { $0.state == .untranslated }.map(\.piece.id) == ["background.1"])
            #expect(stale.items.first { $0.piece.id == "background.3" }?.target == "DE Second paragraph of 2019.")
            let today = try #require(Day("2021-11-30"))
            #expect(try await store.database.read { db in try db.staleTranslations(for: .international, since: today) }.count == 1)
            await #expect(throws: TranslationRefusal.notEnough) { try await translate.check(Self.place, by: ben) }
            let target = try #require(stale.items.first).target
            try await translate.save(["headline": .init(target: target, former: target, stillHolds: true)], at: Self.place, by: rosa)
            #expect(try await look(store).count(.stale) == 0)
        }
    }

    @Test(arguments: Engine.available)
    func `two translators at once lose nothing`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(draft())
            let (rosa, ben) = try await members(store), translate = TranslateOutput(database: store.database, world: store.world)
            try await translate.save(["lead": .init(target: "Eins", former: "")], at: Self.place, by: rosa)
            let collisions = try await translate.save(
                ["lead": .init(target: "Zwei", former: ""), "headline": .init(target: "Titel", former: "")], at: Self.place, by: ben)
            #expect(collisions == ["lead"])
            let items = try await look(store).items
            #expect(items.first { $0.piece.id == "lead" }?.target == "Eins" && items.first { $0.piece.id == "headline" }?.target == "Titel")
        }
    }

    @Test(arguments: Engine.available)
    func `phrases are remembered between actions, those of withdrawn ones are not`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(draft())
            try await store.take(
                .bishnu(until: "2021-12-24") { $0.letters = [.init(language: "en", body: "She wrote 12 long reports.", closing: "Sincerely,")] })
            let (rosa, _) = try await members(store), translate = TranslateOutput(database: store.database, world: store.world)
            try await translate.save(all(try await look(store)), at: Self.place, by: rosa)
            let other = TranslationPlace(reference: .bishnu(), ordinal: 1, language: "de", section: .international)
            let translation = try await look(store, other)
            let memory = try await store.database.read { db in try db.memory(for: translation, in: .international) }
            #expect(memory.matches("Sincerely,").map(\.percent) == [100] && memory.matches("Sincerely,").first?.target == "DE Sincerely,")
            let near = try #require(memory.matches("She wrote 12 long reports.").first)
            #expect(near.percent < 100 && near.source == "She wrote 12 reports.")
            #expect(memory.matches("Nothing of the kind was ever said here.").isEmpty)
            try await WithdrawAction(database: store.database, world: store.world)(.wanjiru, reason: "asked", by: "Rosa")
            #expect(try await store.database.read { db in try db.memory(for: translation, in: .international) }.matches("Sincerely,").isEmpty)
        }
    }

    @Test(arguments: Engine.available)
    func `XLIFF comes back: what still fits is taken, what changed is named`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(draft())
            let (rosa, _) = try await members(store), exchange = ExchangeTranslation(database: store.database, world: store.world)
            for version in TranslationFile.Version.allCases {
                var file = try XLIFFReader()(Array(try await exchange.file(Self.place, version).utf8))
                #expect(file.units.flatMap(\.source).contains(.kept("Wanjiru Otieno")))
                for place in file.units.indices {
                    file.units[place].target = [.words("\(version.rawValue) "), .words(file.units[place].source.text)]
                    file.units[place].notes = ["seen"]
                }
                file.units[1].source = [.words("Something else")]
                file.units.append(.init(id: "nothing.9", source: [.words("x")], target: [.words("y")], state: .initial))
                let taken = try await exchange.take(Array(XLIFFWriter()(file).utf8), at: Self.place, by: rosa)
                #expect(taken.changed == ["lead"] && taken.unknown == ["nothing.9"] && taken.taken == file.units.count - 2)
                let items = try await look(store).items
                #expect(items[0].target == "\(version.rawValue) Reporter held over a budget question" && items[0].note == "seen")
                #expect(items[1].state == .untranslated)
                file.target = "fr"
                await #expect(throws: TranslationRefusal.self) {
                    try await exchange.take(Array(XLIFFWriter()(file).utf8), at: Self.place, by: rosa)
                }
            }
        }
    }

    @Test func `words that came with a document in the language are linked by saving`() async throws {
        try await withStore(.sqlite) { store in
            try await store.take(draft())
            let french = TranslationPlace(reference: .wanjiru, ordinal: 1, language: "fr", section: .international)
            try await store.take(
                draft {
                    $0.language = "fr"; $0.title = "Une journaliste"; $0.summary = "Un résumé."; $0.letters = []
                }, published: true)
            let (rosa, _) = try await members(store), translate = TranslateOutput(database: store.database, world: store.world)
            let before = try await look(store, french)
            #expect(before.items.first?.state == .unlinked && before.items.first?.target == "Une journaliste")
            try await translate.save(["headline": .init(target: "Une journaliste", former: "Une journaliste")], at: french, by: rosa)
            #expect(try await look(store, french).items.first?.state == .translated)
        }
    }
}
