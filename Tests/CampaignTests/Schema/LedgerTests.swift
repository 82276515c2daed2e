import Campaign
import Documents
import Storage
import TestSupport
import Testing

@Suite struct LedgerTests {
    /// The tables refuse nonsense themselves, whoever writes.
    @Test(
        arguments: [
            "UPDATE report SET quantity = 0", "UPDATE report SET quantity = -1", "UPDATE report SET quantity = 501",
            "UPDATE report SET source = 'guess'",
            "UPDATE report SET channel = 'pigeon'", "UPDATE report SET token_hash = NULL", "UPDATE report SET output_id = 'nowhere'",
            "UPDATE output SET ordinal = 0", "UPDATE output SET kind = 'rumour'", "UPDATE output SET published_by = NULL",
            "UPDATE action SET serial = 0", "UPDATE action SET series = 'XX'", "UPDATE withdrawal SET reason = ''", "UPDATE event SET name = ''",
        ] as [SQL], Engine.available)
    func `the schema refuses nonsense`(_ statement: SQL, on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru())
            try await store.withReports { report in _ = try await report(store.form()) }
            try await store.withdraw()
            await #expect(throws: StorageFailure.self) { try await store.tamper(statement) }
        }
    }
}
