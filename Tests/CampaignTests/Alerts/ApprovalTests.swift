import Documents
import Mail
import Storage
import TestSupport
import Testing

@testable import Campaign

@Suite struct ApprovalTests {
    private func approve(_ store: Store, _ id: Alert.ID, read: Bool = false, emergency: Bool = false, by name: String) async throws -> Eyes {
        try await ApproveAlert(database: store.database, world: store.world)(id, sameDay: false, hasRead: read, isEmergency: emergency, by: name)
    }

    private func writing() throws -> NoticeWriting {
        NoticeWriting(catalogue: try Catalogue.shipped(), links: Store.alertLinks, keyring: try .steady)
    }

    private func preview(_ store: Store, _ id: Alert.ID) async throws -> [AlertNotice] {
        try await PreviewAlert(database: store.database, world: store.world, writing: writing())(id, by: "Ivo")
    }

    private func approvals(_ store: Store) async throws -> [String] {
        try await store.database.read {
            try $0.rows("SELECT by_name, detail FROM event WHERE name = 'alert.approved' ORDER BY at, id").map {
                "\(try $0("by_name") as String): \(try $0("detail") as String)"
            }
        }
    }

    @Test(arguments: Engine.available)
    func `nobody approves what nobody looked at, and a corrected draft is looked at again`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru())
            let id = try await store.composed()
            await #expect(throws: AlertRefusal.untried) { try await approve(store, id, by: "Rosa") }
            await #expect(throws: AlertRefusal.untried) { try await approve(store, id, read: true, by: "Rosa") }
            #expect(try await preview(store, id).count == 1)
            await #expect(throws: AlertRefusal.untried, "who read it says so") { try await approve(store, id, by: "Rosa") }
            try await store.extend(until: "2022-01-17")
            #expect(try await store.composed() == id)
            await #expect(throws: AlertRefusal.untried) { try await approve(store, id, read: true, by: "Rosa") }
            _ = try await preview(store, id)
            #expect(try await approve(store, id, read: true, by: "Rosa") == .four)
            #expect(try await approvals(store) == ["Rosa: four read"])
        }
    }

    @Test(arguments: Engine.available)
    func `a draft that an event asks for takes no reading away from one that says the same`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru(), published: false)
            try await store.publish()
            let id = try await store.composed()
            _ = try await preview(store, id)
            #expect(try await store.drafts().contains("int first "))
            #expect(try await approve(store, id, read: true, by: "Rosa") == .four)
        }
    }

    @Test(arguments: Engine.available)
    func `a test that the mail server took is enough, one it refused is none`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru())
            let id = try await store.composed(), address = try #require(MailAddress("ivo@example.org"))
            func test(_ outbox: Outbox) async throws -> Int {
                let head = Letterhead(sender: MailAddress("alerts@example.org"), returnPath: nil)
                let carrier = MailCarrier(mailer: outbox, letterhead: head, keyring: try .steady, world: store.world)
                return try await TestAlert(database: store.database, writing: writing(), carrier: carrier)(id, to: address, by: "Ivo")
            }
            await #expect(throws: AlertRefusal.testRefused("550 no")) { try await test(Outbox { _ in .refused("550 no") }) }
            await #expect(throws: AlertRefusal.untried) { try await approve(store, id, by: "Rosa") }
            #expect(try await test(Outbox()) == 1)
            #expect(try await approve(store, id, by: "Rosa") == .four)
            #expect(try await approvals(store) == ["Rosa: four tested"])
            let kept = try await store.database.read { try $0.rows("SELECT by_name, detail FROM event WHERE name = 'alert.tested'") }
            #expect(try kept.map { "\(try $0("by_name") as String)\(try $0("detail") as String)" } == ["Ivo"], "the address is not written down")
        }
    }

    @Test(arguments: Engine.available)
    func `who published leaves the approval to a colleague, except in an emergency`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            _ = try await store.staff("ivo", .approver)
            _ = try await store.staff("rosa", .coordinator)
            try await store.take(.wanjiru())
            try await store.take(.bishnu(until: "2022-01-03"))
            let id = try await store.composed(), other = try await store.composed(.bishnu())
            for alert in [id, other] { _ = try await preview(store, alert) }
            let ids = try await store.database.read { try $0.staffMembers() }
            let ivo = try #require(ids.first { $0.login.text == "ivo" }).id.text
            for name in ["Ivo", "ivo", ivo] {
                await #expect(throws: AlertRefusal.sameEyes, "\(name)") { try await approve(store, id, read: true, by: name) }
            }
            #expect(try await approve(store, id, read: true, by: "rosa") == .four)
            #expect(try await approve(store, other, read: true, emergency: true, by: ivo) == .emergency)
            #expect(try await approvals(store) == ["rosa: four read", "\(ivo): emergency read"])
            let marked = try await store.database.read { db in try [id, other].map { try db.alert($0).checks.isEmergency } }
            #expect(marked == [false, true])
        }
    }

    @Test(arguments: Engine.available)
    func `a coordinator who works alone can send, and the log says so`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            // another section's staff, an editor and somebody who left are nobody to ask
            _ = try await store.staff("lea", .admin, in: .swiss)
            _ = try await store.staff("eva", .editor)
            _ = try await store.staff("old", .admin)
            try await EndStaffMember(database: store.database, world: store.world)("old", by: "test")
            try await store.take(.wanjiru())
            let id = try await store.composed()
            _ = try await preview(store, id)
            #expect(try await approve(store, id, read: true, by: "Ivo") == .alone)
            #expect(try await approvals(store) == ["Ivo: alone read"])
        }
    }

    @Test(arguments: Engine.available)
    func `who closed a case or extended its deadline wrote that alert`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            _ = try await store.staff("rosa", .coordinator)
            try await store.take(.wanjiru(), published: false)
            _ = try await PublishAction(database: store.database, world: store.world)(.wanjiru, by: "Ana")
            try await store.extend(until: "2022-01-17")
            _ = try await store.drafts()
            try await store.close(.released)
            _ = try await store.drafts()
            for kind in ["deadline", "outcome"] {
                let authors = try await store.database.read { db in
                    let rows = try db.rows("SELECT id FROM alert WHERE section = 'int' AND kind = \(kind)")
                    return try rows.map { try db.authors(of: db.alert($0("id"))) }.first
                }
                #expect(authors == ["Ana", "Ivo"], "\(kind)")
            }
        }
    }

    @Test(arguments: Engine.available)
    func `the alerts of a withdrawn action end at once, and nothing keeps what they said`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru(), published: false)
            try await store.publish()
            try await store.supporter("ana")
            let going = try await store.going(), draft = try await store.composed(kind: .lastCall)
            _ = try await store.drafts()
            try await store.extend(until: "2022-02-01")
            try await store.withdraw()
            #expect(try await store.count("alert_text") == 0)
            let states = try await store.database.read { try $0.rows("SELECT DISTINCT state FROM alert").map { try $0("state") as String } }
            #expect(states == ["stopped"])
            for id in [going, draft] {
                await #expect(throws: AlertRefusal.pointless(.withdrawn)) { _ = try await preview(store, id) }
                await #expect(throws: AlertRefusal.notDraft(.stopped)) { try await approve(store, id, read: true, emergency: true, by: "Rosa") }
            }
            #expect(try await store.drafts().isEmpty, "the extension's draft, asked for before, is made no more")
            let dead = try await store.database.read { try $0.jobs() }.filter { $0.failure != nil }
            #expect(dead.isEmpty)
            let basket = Basket()
            try await store.deliver(basket)
            #expect(basket.people.isEmpty)
            #expect(try await store.deliveries() == ["ana": "skipped withdrawn"])
        }
    }
}
