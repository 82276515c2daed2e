import Campaign
import Documents
import Storage
import TestSupport
import Testing

@testable import Site

@Suite struct RegisterPagesTests {
    private static let office = [
        ("key", "ke-attorney-general"), ("country", "KE"), ("title_en", "Attorney General"), ("name", "Amina Njoroge"), ("email", "ag@example.org"),
    ]
    private static let path = "/desk/officials/ke-attorney-general"

    @Test(arguments: Engine.available)
    func `a coordinator adds an office, says that a contact bounced, and checks it again`(on engine: Engine) async throws {
        try await withAmparo(engine) { amparo in
            let rosa = try await amparo.store.staff("rosa", .coordinator), cookie = ["cookie": rosa.cookie]
            #expect(try await amparo.post("/desk/officials", Self.office, cookie)["location"] == Self.path)
            #expect(try await amparo.post("/desk/officials", Self.office, cookie).status == 422)
            let list = try await amparo.get("/desk/officials?q=njoroge&state=checked", cookie)
            #expect(list.words.contains("Attorney General") && list.words.contains("Kenya"))
            #expect(try await !amparo.get("/desk/officials?country=PE", cookie).words.contains("Attorney"))
            let bounced = [("channel", "email"), ("place", "ag@example.org"), ("state", "bounced"), ("note", "550")]
            #expect(try await amparo.post(Self.path + "/contacts", bounced, cookie).status == 303)
            #expect(try await amparo.get("/desk/officials?state=failing", cookie).words.contains("Attorney General"))
            amparo.store.advance(days: 3)
            let again = try await amparo.store.staff("ana", .coordinator), check = [("channel", "email"), ("place", "ag@example.org")]
            #expect(try await amparo.post(Self.path + "/check", check, ["cookie": again.cookie]).status == 303)
            let page = try await amparo.get(Self.path, ["cookie": again.cookie])
            #expect(page.words.contains("Bounced") && page.words.contains("3 December 2021") && page.words.contains("Rosa · desk"))
            let editor = try await amparo.store.staff("ed", .editor)
            #expect(try await amparo.get(Self.path, ["cookie": editor.cookie]).forms.filter { $0.hasPrefix("/desk/officials") } == [])
        }
    }

    @Test(arguments: Engine.available)
    func `a minister has changed: the task stands on Today, and the page prints the new name once it is taken`(on engine: Engine) async throws {
        try await withAmparo(engine) { amparo in
            let rosa = try await amparo.store.staff("rosa", .admin), cookie = ["cookie": rosa.cookie]
            try await amparo.store.take(.wanjiru())
            #expect(try await amparo.post("/desk/officials", Self.office, cookie).status == 303)
            let changed = try await amparo.post(
                Self.path + "/holder", [("name", "Wafula Barasa"), ("honorific", "Hon."), ("since", "2021-11-28")], cookie)
            #expect(changed.words.contains("1 open place"))
            let today = try await amparo.get("/desk", cookie), task = try #require(today.hidden["task"])
            #expect(today.words.contains("Amina Njoroge") && today.words.contains("Hon. Wafula Barasa"))
            #expect(try await amparo.post("/desk/office-tasks", [("task", task), ("answer", "accepted")], cookie).status == 303)
            #expect(try await amparo.post("/desk/office-tasks", [("task", task), ("answer", "accepted")], cookie).status == 404)
            let page = try await amparo.eventually("/en/actions/77-21") { $0.words.contains("Wafula Barasa") }
            #expect(page.words.contains("Wafula Barasa") && !page.words.contains("Amina Njoroge"))
        }
    }

    @Test(arguments: Engine.available)
    func `a mission is found by who sends and who receives it`(on engine: Engine) async throws {
        try await withAmparo(engine) { amparo in
            let rosa = try await amparo.store.staff("rosa", .coordinator), cookie = ["cookie": rosa.cookie]
            let form = [
                ("key", "ke-ch"), ("country", "KE"), ("receiving", "CH"), ("mission_kind", "embassy"), ("title_en", "Embassy of Kenya"),
                ("post", "1 Example Street\r\nBern"),
            ]
            #expect(try await amparo.post("/desk/missions", form, cookie).status == 303)
            #expect(try await amparo.get("/desk/missions?country=KE&receiving=CH", cookie).words.contains("Embassy of Kenya"))
            for query in ["country=CH", "receiving=KE", "q=consulate"] {
                #expect(try await !amparo.get("/desk/missions?\(query)", cookie).words.contains("Embassy of Kenya"))
            }
            #expect(try await !amparo.get("/desk/officials", cookie).words.contains("Embassy of Kenya"))
        }
    }

    @Test(arguments: Engine.available)
    func `whom nothing is sent to is a mark until somebody asks, which is logged, and another section's is not there`(on engine: Engine) async throws
    {
        try await withAmparo(engine) { amparo in
            let rosa = try await amparo.store.staff("rosa", .coordinator), cookie = ["cookie": rosa.cookie]
            let lea = try await amparo.store.staff("lea", .coordinator, in: .swiss)
            #expect(try await amparo.post("/desk/suppressions", [("address", "nobody")], cookie).status == 422)
            #expect(try await amparo.post("/desk/suppressions", [("address", "olga@example.org")], cookie).status == 303)
            let list = try await amparo.get("/desk/suppressions", cookie), lookup = try #require(list.hidden["lookup"])
            #expect(list.words.contains("Kept out by staff") && !list.text.contains("olga@"))
            let field = [("lookup", lookup)]
            let theirs = ["cookie": lea.cookie]
            for path in ["reveal", "clear"] {
                let answer = try await amparo.post("/desk/suppressions/\(path)", field + [("because", "asked")], host: "ch.localhost", theirs)
                #expect(answer.status == 404, "\(path)")
            }
            #expect(try await amparo.post("/desk/suppressions/reveal", field, cookie).words.contains("Nobody is known by this mark"))
            #expect(try await amparo.post("/desk/suppressions/clear", field, cookie).status == 422)
            #expect(try await amparo.post("/desk/suppressions/clear", field + [("because", "mistake")], cookie).status == 303)
            #expect(try await amparo.get("/desk/suppressions", cookie).words.contains("Nobody."))
            let events = try await amparo.store.database.read { try $0.events(before: nil, limit: 3) }.map(\.event)
            #expect(events.map(\.name) == ["suppression.cleared", "address.revealed", "suppression.added"] && events[0].detail == "mistake")
            #expect(try await VerifyEvents(database: amparo.store.database)() == [])
        }
    }
}
