import Campaign
import Documents
import Storage
import TestSupport
import Testing

@Suite struct ImportRefusalTests {
    @Test(arguments: Engine.available)
    func `a draft does not slip into an output the public reads`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru())
            let before = try await store.action()
            await #expect(throws: ImportRefusal.alreadyPublic(.wanjiru, 1)) {
                try await store.take(.wanjiru { $0.title = "Another headline" }, in: .swiss, published: false)
            }
            #expect(try await store.action() == before)
        }
    }

    @Test(arguments: Engine.available)
    func `what was read with little confidence waits for an editor, unless she accepts it`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let doubts = [Finding(field: "expiry_date", confidence: 0.2), Finding(field: "title", confidence: 0.9)]
            await #expect(throws: ImportRefusal.uncertain(["expiry_date"])) { try await store.take(.wanjiru(), findings: doubts) }
            let draft = try await store.take(.wanjiru(), published: false, findings: doubts)
            #expect(!draft.imported.isPublished)
            #expect(draft.imported.findings == doubts)
            let accepted = try await store.take(.wanjiru(), accepting: true, bytes: "again", findings: doubts)
            #expect(accepted.imported.isPublished)
        }
    }

    @Test(arguments: Engine.available)
    func `a document of no case is refused and leaves nothing`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            for reference in [nil, "UA 0/21", "no number here"] {
                let draft = ActionDraft.wanjiru { draft in
                    (draft.reference, draft.series, draft.caseNumber, draft.caseYear) = (reference, nil, nil, nil)
                }
                await #expect(throws: ImportRefusal.noReference) { try await store.take(draft) }
            }
            await #expect(throws: ImportRefusal.noReference) { try await store.take(.wanjiru { $0.caseYear = 1850 }) }
            let left = try await store.database.read { try $0.rows("SELECT id FROM action UNION ALL SELECT sha256 FROM document") }
            #expect(left.isEmpty)
        }
    }

    @Test(arguments: Engine.available)
    func `a refused file has no draft and is no case`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let importing = ImportDocument(database: store.database, world: store.world)
            let provenance = Provenance(sha256: Digest.sha256("x"), name: "x.txt", by: "Ivo")
            await #expect(throws: ImportRefusal.noReference) {
                try await importing(DraftReading(file: "x.txt", refused: "empty"), provenance, .init())
            }
        }
    }

    @Test(arguments: ["77.21", "UA: Kenya 77.21", "AU 77/21", "UA-077/2021"])
    func `a printed reference is enough`(_ printed: String) async throws {
        try await withStore(.sqlite) { store in
            let draft = ActionDraft.wanjiru { draft in (draft.reference, draft.series, draft.caseNumber, draft.caseYear) = (printed, nil, nil, nil) }
            let result = try await store.take(draft)
            #expect(result.imported.reference == .wanjiru)
        }
    }
}
