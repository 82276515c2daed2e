import Campaign
import Documents
import Foundation
import TestSupport
import Testing

/// One output, for whoever asks for it.
@Suite struct ExportOutputTests {
    @Test(arguments: Engine.available)
    func `the latest output in English is what one gets unasked`(_ engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru())
            try await store.take(
                .wanjiru {
                    $0.language = "fr"
                    $0.title = "Détenue"
                })
            try await store.take(.wanjiruFree())
            let export = ExportOutput(database: store.database)
            #expect(try await export(.wanjiru).chosen.ordinal == 2)
            let french = try await export(.wanjiru, ordinal: 1, language: "fr")
            #expect(french.chosen.words.headline == "Détenue")
            #expect(french.chosen.editions.count == 1)
            await #expect(throws: ActionRefusal.unknownOutput(.wanjiru, 3)) { try await export(.wanjiru, ordinal: 3) }
            await #expect(throws: ActionRefusal.unknownLanguage(.wanjiru, 2, ["en"])) { try await export(.wanjiru, language: "fr") }
            await #expect(throws: ActionRefusal.self) { try await export(.bishnu()) }
            try await store.withdraw()
            await #expect(throws: ActionRefusal.withdrawn) { try await export(.wanjiru) }
        }
    }

    @Test(arguments: Engine.available)
    func `the object for programs has the keys of a draft and all the letters`(_ engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru())
            let encoded = try JSONEncoder().encode(await ExportOutput(database: store.database)(.wanjiru))
            let draft = try JSONDecoder().decode(ActionDraft.self, from: encoded)
            #expect(draft.title == "Reporter held over a budget question")
            #expect(draft.letters.count == 2)
            #expect(draft.targets.first?.emails == ["ag@example.org"])
            let object = try #require(try JSONSerialization.jsonObject(with: encoded) as? [String: Any])
            #expect(["countries", "subjects", "published", "editions", "languages"].allSatisfy { object[$0] != nil })
        }
    }

    @Test(arguments: Engine.available)
    func `the sheet for people has the words and whom to write to`(_ engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru())
            let text = CaseSheet(try await ExportOutput(database: store.database)(.wanjiru), try Catalogue.shipped()).plainText
            for words in ["Reporter held over a budget question", "UA 77/21", "Amina Njoroge", "ag@example.org", "Yours sincerely,"] {
                #expect(text.contains(words))
            }
        }
    }
}
