import Campaign
import Documents
import TestSupport
import Testing

@Suite struct EditionTests {
    @Test(arguments: Engine.available)
    func `readers see their section's edition, else the international one, else what there is`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru { $0.targets = [.amina, .highCommission(in: "Berne")] }, in: .swiss)
            #expect(try await store.city(for: .swiss) == "Berne")
            #expect(try await store.city(for: .american) == "Berne")
            try await store.take(.wanjiru(), in: .international)
            #expect(try await store.city(for: .swiss) == "Berne")
            #expect(try await store.city(for: .american) == "London")
            #expect(try await store.city(for: .international) == "London")
        }
    }

    @Test(arguments: Engine.available)
    func `a section shows what it or the international section has an edition of`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru(), in: .swiss)
            let action = try await store.action()
            #expect(action.isShown(by: .swiss))
            #expect(action.isShown(by: .international))
            #expect(!action.isShown(by: .american))
            try await store.take(.wanjiruCharged(), in: .international)
            #expect(try await store.action().isShown(by: .american))
        }
    }

    @Test(arguments: Engine.available)
    func `words are told in the reader's language, else in English, else in any`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru { $0.instructions = ["Write."] })
            try await store.take(
                .wanjiru { draft in (draft.language, draft.title, draft.instructions) = ("fr", "Journaliste en prison", ["Écrivez."]) })
            let output = try #require(try await store.action().latest), edition = try #require(output.edition(for: .international))
            #expect(output.text(in: ["de", "fr"])?.headline == "Journaliste en prison")
            #expect(output.text(in: ["de"])?.language == "en")
            #expect(edition.words(in: ["fr"])?.words.instructions == ["Écrivez."])
            #expect(edition.words(in: ["es"])?.language == "en")
        }
    }
}

extension Store {
    /// Where the mission sits that readers of the section are told to copy.
    fileprivate func city(for section: Section.Code) async throws -> String? {
        try await action().latest?.edition(for: section)?.addressees.first { $0.role == .copy }?.addressLines.last
    }
}
