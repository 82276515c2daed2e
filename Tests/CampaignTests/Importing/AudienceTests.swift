import Documents
import Storage
import TestSupport
import Testing

@testable import Campaign

@Suite struct AudienceTests {
    @Test(arguments: [
        ("INTERNAL (for AI members only)", "members"), ("AI Index: AMR 46/05/92 internal", "internal"), ("Not for external publication", "internal"),
        ("INTERNO (sólo para miembros de AI)", "members"), ("Índice AI: AMR 46/05/92/s INTERNO", "internal"), ("Documento interno", "internal"),
        ("DOCUMENT INTERNE", "internal"), ("Réservé aux membres", "members"), ("Nur für Mitglieder", "members"), ("INTERN", "internal"),
        ("Nicht zur externen Veröffentlichung", "internal"), ("للأعضاء فقط", "members"), ("Internal", "internal"),
    ])
    func `a document says in its language that it is not for everybody`(_ line: String, _ audience: String) {
        #expect(AudienceMarks.audience(of: line) == audience)
    }

    @Test(arguments: [
        "EXTERNAL (for general distribution)", "EXTERNO (Para distribución general)", "Minister of Internal Affairs",
        "She works as an intern in Kisumu.",
        "La seguridad interna del Estado", "internal displacement (since 2019) grew", "Distr: UA/SC", "Members of her family were told",
    ])
    func `what only sounds like it is no mark`(_ line: String) {
        #expect(AudienceMarks.audience(of: line) == nil)
    }

    @Test(arguments: Engine.available)
    func `an internal document is published by nobody until a person says that everybody may read it`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let mark = [AudienceMarks.finding("internal", line: 2)]
            await #expect(throws: ImportRefusal.uncertain(["audience"])) { try await store.take(.wanjiru(), findings: mark) }
            await #expect(throws: ImportRefusal.notForEverybody(.wanjiru)) { try await store.take(.wanjiru(), accepting: true, findings: mark) }
            try await store.take(.wanjiru(), published: false, findings: mark)
            await #expect(throws: ActionRefusal.notForEverybody(.wanjiru, 1)) { try await store.publish() }
            await #expect(throws: StorageFailure.self, "not even past the program") {
                try await store.tamper("UPDATE output SET published_at = '2021-11-30T10:00:00.000Z', published_by = 'Eve'")
            }
            await #expect(throws: ActionRefusal.unknownReference("UA 77/21")) { try await store.action() }
            try await OpenToEverybody(database: store.database, world: store.world)(.wanjiru, ordinal: 1, by: "Ivo")
            #expect(try await store.publish() == [1])
            #expect(try await store.action().outputs[0].audience == .everybody)
            let events = try await store.database.read {
                try $0.rows("SELECT detail FROM event WHERE name = 'output.openedToEverybody'").map { try $0("detail") as String }
            }
            #expect(events == ["output 1 was internal"])
        }
    }

    @Test func `the reader finds the mark at the head of a document`() throws {
        let text =
            "INTERNAL (for AI members only)\nAI Index: AMR 46/05/92\n\nURGENT ACTION\nUA 64/92\n\nDear Minister,\n\nRelease him.\n\nYours sincerely,\n"
        let reading = DraftReader()(Array(text.utf8), named: "case.txt")
        let finding = try #require(reading.findings.first { $0.field == "audience" })
        #expect(finding.value == "members" && finding.line == 1 && finding.confidence < Finding.threshold)
    }
}
