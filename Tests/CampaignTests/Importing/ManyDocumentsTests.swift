import Campaign
import Documents
import Storage
import TestSupport
import Testing

@Suite struct ManyDocumentsTests {
    @Test(arguments: Engine.available)
    func `one refused among many harms none of the others`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let numberless = ActionDraft.wanjiru { draft in (draft.reference, draft.series, draft.caseNumber, draft.caseYear) = (nil, nil, nil, nil) }
            let answers = try await store.takeTogether([.bishnu(serial: 1, until: nil), numberless, .wanjiru(), .bishnu(serial: 2, until: nil)])
            #expect(answers.map(\.word) == ["added", "import.refused.no_reference", "added", "added"])
            let actions = try await store.database.read { try $0.rows("SELECT id FROM action") }
            #expect(actions.count == 3)
        }
    }

    @Test(arguments: Engine.available)
    func `a value the database does not keep refuses its document alone`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let answers = try await store.takeTogether([.wanjiru(), .bishnu(until: nil) { $0.title = "A zero \u{0} inside" }])
            #expect(answers.map(\.word).first == "added")
            let documents = try await store.database.read { try $0.rows("SELECT sha256 FROM document") }
            #expect(documents.count == answers.count { $0.word == "added" })
        }
    }

    @Test(arguments: Engine.available)
    func `the same document twice among many is known the second time`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let answers = try await store.takeTogether([.wanjiru(), .wanjiru()])
            #expect(answers.map(\.word) == ["added", "known"])
            let importing = ImportDocuments(database: store.database, world: store.world)
            let known = try await importing.known(Digest.sha256("\(ActionDraft.wanjiru())")), other = try await importing.known(Digest.sha256("x"))
            #expect(known?.reference == .wanjiru)
            #expect(other == nil)
        }
    }
}

extension Store {
    fileprivate func takeTogether(_ drafts: [ActionDraft]) async throws -> [ImportDocuments.Answer] {
        let documents = drafts.map { draft in
            ImportDocuments.Document(
                DraftReading(file: "case.txt", draft: draft, findings: []),
                Provenance(sha256: Digest.sha256("\(draft)"), name: "case.txt", by: "Ivo")
            )
        }
        return try await ImportDocuments(database: database, world: world)(documents, ImportDocument.Terms())
    }
}

extension ImportDocuments.Answer {
    fileprivate var word: String {
        switch self {
        case .taken(.added): "added"
        case .taken(.known): "known"
        case .refused(let refusal): refusal.message.key
        }
    }
}
