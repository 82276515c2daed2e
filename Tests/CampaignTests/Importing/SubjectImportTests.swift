import Campaign
import Documents
import TestSupport
import Testing

@Suite struct SubjectImportTests {
    @Test(arguments: Engine.available)
    func `pronouns are added to the person they belong to, and nobody is lost`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru { $0.subjectNames = ["Wanjiru Otieno", "Kamau Otieno"] })
            let result = try await store.take(.wanjiruCharged { draft in (draft.subjectNames, draft.pronoun) = (["Wanjiru Otieno"], "she/her") })
            let subjects = try await store.action().subjects
            #expect(subjects.map(\.name) == ["Wanjiru Otieno", "Kamau Otieno"])
            #expect(subjects.map(\.pronouns) == ["she/her", nil])
            #expect(result.imported.findings.map(\.field) == ["subject_names"])
        }
    }

    @Test(arguments: Engine.available)
    func `one person keeps the first name when a page words it otherwise`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru())
            try await store.take(.wanjiruCharged { draft in (draft.subjectNames, draft.pronoun) = (["W. Otieno"], "she/her") })
            let subject = try #require(try await store.action().subjects.first)
            #expect(subject.name == "Wanjiru Otieno")
            #expect(subject.pronouns == "she/her")
        }
    }
}
