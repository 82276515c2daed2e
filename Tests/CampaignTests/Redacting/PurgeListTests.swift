import Documents
import Storage
import TestSupport
import Testing

@testable import Campaign

@Suite struct PurgeListTests {
    @Test(arguments: Engine.available)
    func `an old archive brings back neither a withdrawn action nor an erased name`(on engine: Engine) async throws {
        let (archive, other, list) = try await withStore(engine) { store in
            try await store.take(.wanjiru())
            try await store.take(.bishnu(until: "2022-01-20"))
            let export = ExportAction(database: store.database)
            let archive = try await export(.wanjiru), other = try await export(.bishnu())
            let rename = RenameSubject(database: store.database, world: store.world)
            _ = try await rename(.wanjiru, Renaming("Wanjiru Otieno", to: "M. O.", also: ["Wanjiru = M."]), by: "Rosa")
            try await store.withdraw(.bishnu())
            // where it is still known
            try await store.bring(archive, published: true)
            #expect(try await store.action().subjects.map(\.name) == ["M. O."])
            #expect(try await store.action().outputs[0].texts[0].lead?.hasPrefix("M. O. has been held") == true)
            await #expect(throws: ActionRefusal.alreadyWithdrawn(.bishnu())) { try await store.bring(other, published: true) }
            await #expect(throws: ActionRefusal.alreadyWithdrawn(.bishnu())) {
                try await store.take(.bishnu(until: "2022-01-20"), published: false, bytes: "again")
            }
            return (archive, other, try await PurgeLists(database: store.database, world: store.world).list().text)
        }
        for name in ["Wanjiru", "Otieno", "Bishnu", "Rai"] { #expect(!list.contains(name)) }
        try await withStore(engine) { store in
            // the list first, the archive afterwards
            let lists = PurgeLists(database: store.database, world: store.world)
            #expect(try await lists.apply(PurgeList(list), by: "Ivo") == (1, 0))
            try await store.bring(archive, published: true)
            #expect(try await store.action().subjects.map(\.name) == ["M. O."])
            #expect(try await store.action().outputs[0].texts[0].lead?.contains("Otieno") == false)
            await #expect(throws: ActionRefusal.alreadyWithdrawn(.bishnu())) { try await store.bring(other, published: true) }
        }
        try await withStore(engine) { store in
            // the backup first, the list afterwards, twice
            try await store.bring(archive, published: true)
            try await store.bring(other, published: true)
            let lists = PurgeLists(database: store.database, world: store.world)
            let done = try await lists.apply(PurgeList(list), by: "Ivo")
            #expect(done.withdrawn == 1 && done.places > 2)
            #expect(try await lists.apply(PurgeList(list), by: "Ivo") == (0, 0))
            await #expect(throws: ActionRefusal.withdrawn) { try await store.action(.bishnu()) }
            #expect(try await store.action().subjects.map(\.name) == ["M. O."])
            #expect(try await lists.list().text == list)
        }
    }

    @Test(arguments: ["{}", "nonsense", "{\"withdrawn\": 3}"])
    func `anything else is no purge list`(_ text: String) {
        #expect(throws: ImportRefusal.malformed("purge list")) { try PurgeList(text) }
    }
}

extension Store {
    fileprivate func bring(_ documents: [NativeDocument], published: Bool) async throws {
        for document in documents {
            let text = try NativeWriter()(document)
            _ = try await RestoreDocument(database: database, world: world)(
                document, Provenance(sha256: Digest.sha256(text), name: "old.md", by: "Ivo"), isPublished: published)
        }
    }
}
