import Campaign
import Documents
import Storage
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5))) struct DeskAlertTests {
    /// The draft of an alert about the case, and its page at the desk.
    private func drafted(_ amparo: RunningAmparo, by name: String) async throws -> String {
        let store = amparo.store
        try await store.take(.wanjiru(), published: false)
        _ = try await PublishAction(database: store.database, world: store.world)(.wanjiru, by: name)
        let compose = ComposeAlert(
            database: store.database, world: store.world, catalogue: try Catalogue.shipped(), links: AlertLinks { "https://\($0.host)" })
        return "/desk/alerts/\(try await compose(.wanjiru, for: .international, by: "amparo"))"
    }

    private func approvals(_ amparo: RunningAmparo) async throws -> [String] {
        try await amparo.store.database.read { db in
            try db.rows("SELECT detail FROM event WHERE name = 'alert.approved'").map { try $0("detail") }
        }
    }

    @Test(arguments: Engine.available)
    func `a draft is approved by who read it and did not publish it`(on engine: Engine) async throws {
        try await withAmparo(engine) { amparo in
            let ivo = try await amparo.store.staff("ivo", .approver), rosa = try await amparo.store.staff("rosa", .coordinator)
            let path = try await drafted(amparo, by: "ivo"), own = ["cookie": ivo.cookie], hers = ["cookie": rosa.cookie]
            let page = try await amparo.get(path, hers)
            #expect(page.words.contains("No test has gone out.") && page.words.contains("Reporter held over a budget question"))
            let unread = try await amparo.post("\(path)/approval", [], hers)
            #expect(unread.status == 409 && unread.words.contains("Nobody has looked at this alert yet."))
            let alone = try await amparo.post("\(path)/approval", [("read", "1")], own)
            #expect(alone.status == 409 && alone.words.contains("leaves the approval to somebody else"))
            #expect(try await approvals(amparo).isEmpty)
            #expect(try await amparo.post("\(path)/approval", [("read", "1")], hers).status == 303)
            #expect(try await approvals(amparo) == ["four read"])
        }
    }

    @Test func `what cannot wait passes with one, and says so on its page`() async throws {
        try await withAmparo { amparo in
            let ivo = try await amparo.store.staff("ivo", .approver)
            _ = try await amparo.store.staff("rosa", .coordinator)
            let path = try await drafted(amparo, by: "ivo"), own = ["cookie": ivo.cookie]
            #expect(try await amparo.post("\(path)/approval", [("read", "1"), ("emergency", "1")], own).status == 303)
            #expect(try await approvals(amparo) == ["emergency read"])
            #expect(try await amparo.get(path, own).words.contains("Approved as an emergency, by one person."))
        }
    }

    @Test func `without mail no test is offered, and asking for one says why`() async throws {
        try await withAmparo { amparo in
            let rosa = try await amparo.store.staff("rosa", .coordinator)
            let path = try await drafted(amparo, by: "Ivo"), hers = ["cookie": rosa.cookie]
            #expect(try await !amparo.get(path, hers).forms.contains("\(path)/test"))
            let asked = try await amparo.post("\(path)/test", [("to", "rosa@example.org")], hers)
            #expect(asked.words.contains("No mail server or no sender is set."))
        }
    }
}
