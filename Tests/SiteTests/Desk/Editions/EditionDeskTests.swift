import Campaign
import Documents
import Storage
import TestSupport
import Testing

@testable import Site

@Suite(.timeLimit(.minutes(5))) struct EditionDeskTests {
    private static let swiss = "ch.localhost"

    @Test(arguments: Engine.available)
    func `a section adapts an output with a day and an embassy of its own, and its host shows it`(on engine: Engine) async throws {
        try await withAmparo(engine) { amparo in
            try await amparo.store.take(.wanjiru())
            let lea = try await amparo.store.staff("lea", .coordinator, in: .swiss), cookie = ["cookie": lea.cookie]
            let list = try await amparo.get("/desk/editions", host: Self.swiss, cookie)
            #expect(list.words.contains("Reporter held over a budget question") && list.words.contains("on your pages"))
            let path = "/desk/editions/77-21/1"
            let wrong = try await amparo.post(
                path + "/adaptation", [("act_until", "2021-12-20"), ("copies", "somebody")], host: Self.swiss, cookie)
            #expect(wrong.status == 422 && wrong.text.contains("2021-12-20"))
            let copies = "office: Embassy of Kenya\npost: Nordring 8 / 3013 Berne"
            let done = try await amparo.post(
                path + "/adaptation", [("act_until", "2021-12-20"), ("copies", copies), ("languages", "en")], host: Self.swiss, cookie)
            #expect(done.status == 303)
            let page = try await amparo.eventually("/en/actions/77-21", host: Self.swiss) { $0.words.contains("20 days left") }
            #expect(page.words.contains("Nordring 8"))
            #expect(!(try await amparo.get("/en/actions/77-21")).words.contains("Nordring 8"))
            #expect(try await amparo.get("/en/actions/77-21").words.contains("34 days left"))
        }
    }

    @Test(arguments: Engine.available)
    func `what a section declined is a page that leads to where it is published`(on engine: Engine) async throws {
        try await withAmparo(engine) { amparo in
            try await amparo.store.take(.wanjiru())
            let lea = try await amparo.store.staff("lea", .approver, in: .swiss), cookie = ["cookie": lea.cookie]
            #expect(try await amparo.post("/desk/editions/77-21/1/refusal", [("reason", "")], host: Self.swiss, cookie).status == 422)
            let done = try await amparo.post("/desk/editions/77-21/1/refusal", [("reason", "no post goes there")], host: Self.swiss, cookie)
            #expect(done.status == 303)
            let page = try await amparo.eventually("/en/actions/77-21", host: Self.swiss) { $0.status == 404 }
            #expect(page.text.contains("http://localhost:\(amparo.port)/en/actions/77-21"))
            #expect(!page.text.contains("no post goes there") && !page.text.contains("Wanjiru"))
            #expect(try await amparo.get("/en/actions/77-21/write", host: Self.swiss).status == 404)
            #expect(try await amparo.get("/documents/77-21/1/en/sheet.txt", host: Self.swiss).status == 404)
            #expect(!(try await amparo.get("/en/", host: Self.swiss)).text.contains("77-21"))
            #expect(!(try await amparo.get("/en/archive/2021/11", host: Self.swiss)).text.contains("77-21"))
            #expect(try await amparo.get("/en/actions/77-21").status == 200)
        }
    }

    @Test func `the tally is one, with each section's share`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            try await amparo.report(20, host: Self.swiss)
            try await amparo.report(14)
            let page = try await amparo.eventually("/en/actions/77-21", host: Self.swiss) { $0.words.contains("34 appeals") }
            #expect(page.text.contains("<dd>20</dd>") && page.text.contains("<dd>14</dd>"))
            #expect(try await amparo.get("/en/actions/77-21").words.contains("34 appeals"))
        }
    }

    @Test func `the international desk proves who has taken up a correction`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            try await amparo.store.take(
                .wanjiru { ($0.outputOrdinal, $0.kind, $0.title, $0.issueDate) = (2, .correction, "Her name", Day("2021-11-29")) })
            try await amparo.store.decide(.adopt, 2)
            let rosa = try await amparo.store.staff("rosa", .editor), cookie = ["cookie": rosa.cookie]
            #expect(try await amparo.get("/desk/editions", cookie).words.contains("1 of 2 decided"))
            let proof = try await amparo.get("/desk/editions/77-21/2", cookie).words
            #expect(proof.contains("Adopted") && proof.contains("Shown at once"))
            #expect(!proof.contains("not seen yet"))
            try await amparo.store.tamper("UPDATE text SET headline = 'Her true name' WHERE headline = 'Her name'")
            #expect(try await amparo.get("/desk/editions/77-21/2", cookie).words.contains("not seen yet"))
        }
    }

    @Test func `a longer text is cut to where it differs`() {
        let words = (1...40).map { "w\($0)" }
        let cut = Excerpts(words.joined(separator: " "), words.map { $0 == "w20" ? "new" : $0 }.joined(separator: " "))
        #expect(cut.before == "… w14 w15 w16 w17 w18 w19 w20 w21 w22 w23 w24 w25 w26 …")
        #expect(cut.after.contains(" new ") && !cut.after.contains("w20"))
        #expect(Excerpts(nil, "now") == Excerpts("", "now"))
        #expect(Excerpts("a a", "a").before == "a a")
    }
}
