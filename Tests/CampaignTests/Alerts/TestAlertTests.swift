import Documents
import Mail
import Storage
import TestSupport
import Testing

@testable import Campaign

@Suite struct TestAlertTests {
    private func test(_ store: Store, _ outbox: Outbox) throws -> TestAlert {
        let writing = NoticeWriting(catalogue: try Catalogue.shipped(), links: Store.alertLinks, keyring: try .steady)
        let letterhead = Letterhead(sender: MailAddress("ua@example.org"), returnPath: nil)
        let carrier = MailCarrier(mailer: outbox, letterhead: letterhead, keyring: try .steady, world: store.world)
        return TestAlert(database: store.database, writing: writing, carrier: carrier)
    }

    /// A draft in English and French.
    private func draft(_ store: Store) async throws -> Alert.ID {
        try await store.take(.wanjiru())
        let id = try await store.composed()
        try await store.tamper(
            """
            INSERT INTO alert_text (alert_id, language, subject, plain, html, short)
            SELECT alert_id, 'fr', 'Action urgente', plain, html, short FROM alert_text WHERE alert_id = \(id)
            """)
        return id
    }

    @Test(arguments: Engine.available)
    func `Ivo gets each language as recipients would, as often as he asks, and nobody else anything`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.supporter("ana", address: true)
            let id = try await draft(store), outbox = Outbox(), address = try #require(MailAddress("ivo@example.org"))
            for _ in 0..<2 { #expect(try await test(store, outbox)(id, to: address, by: "Ivo") == 2) }
            #expect(outbox.messages.allSatisfy { $0.to == address && $0.unsubscribe != nil && $0.html != nil && $0.text.words.contains("77-21") })
            #expect(Set(outbox.messages.map(\.subject)).contains("Action urgente") && Set(outbox.messages.map(\.id)).count == 4)
            #expect(try await store.deliveries() == [:])
            #expect(try await store.database.read { try $0.alert(id).state } == .draft)
        }
    }

    @Test(arguments: Engine.available)
    func `Ivo is told what the server answered, and at once`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let id = try await draft(store), address = try #require(MailAddress("ivo@example.org"))
            let verdicts: [(Verdict, String)] = [
                (.refused("550 5.1.1 no"), "550 5.1.1 no"), (.refusedForNow("451 4.7.1 later"), "451 4.7.1 later"), (.postponed(.seconds(1)), ""),
            ]
            for (verdict, answer) in verdicts {
                let outbox = Outbox { _ in verdict }
                await #expect(throws: AlertRefusal.testRefused(answer)) { try await test(store, outbox)(id, to: address, by: "Ivo") }
            }
            await #expect(throws: AlertRefusal.unknown("none")) { try await test(store, Outbox())(Alert.ID("none"), to: address, by: "Ivo") }
        }
    }
}
