import Campaign
import Documents
import TestSupport
import Testing

@testable import Site

@Suite struct AuthoringPagesTests {
    private static let editor = "/desk/actions/1-21/outputs/1"

    /// A case that Rosa begins through the forms, with an addressee.
    private func begin(_ amparo: RunningAmparo, _ rosa: StaffAtWork) async throws {
        let page = try await amparo.get("/desk/actions/new", ["cookie": rosa.cookie])
        #expect(page.status == 200)
        let form = [
            ("series", "UA"), ("serial", "1"), ("proposed", "1"), ("year", "2021"), ("country", "Kenya"), ("language", "en"), ("headline", "Held"),
        ]
        let made = try await amparo.post("/desk/actions/new", form, ["cookie": rosa.cookie])
        #expect(made.status == 303 && made["location"] == Self.editor)
        let added = try await amparo.post(
            Self.editor + "/addressees", [("office", "Minister of Justice"), ("role", "target")], ["cookie": rosa.cookie])
        #expect(added.status == 303)
    }

    private func save(
        _ amparo: RunningAmparo, _ part: String, _ fields: [(String, String)], since: Int, _ member: StaffAtWork, _ headers: [String: String] = [:]
    ) async throws -> HTTPAnswer {
        try await amparo.post(
            "\(Self.editor)/parts/\(part)", [("since", String(since))] + fields, ["cookie": member.cookie].merging(headers) { $1 })
    }

    @Test(arguments: Engine.available)
    func `Rosa writes, Ben approves, and the page is there`(on engine: Engine) async throws {
        try await withAmparo(engine) { amparo in
            let rosa = try await amparo.store.staff("rosa", .editor), ben = try await amparo.store.staff("ben", .approver)
            try await begin(amparo, rosa)
            let text = [("headline", "Reporter held"), ("lead", "Held since Sunday."), ("call", "Call for her release.")]
            #expect(try await save(amparo, "text-en", text, since: 2, rosa).status == 303)
            #expect(try await amparo.post(Self.editor + "/approval", [("seen", "3")], ["cookie": rosa.cookie]).status == 403)
            #expect(try await amparo.post(Self.editor + "/review", [("do", "ask")], ["cookie": rosa.cookie]).status == 303)
            #expect(try await amparo.post("/desk/actions/1-21/publication", [], ["cookie": ben.cookie]).status == 409)
            #expect(try await amparo.get("/desk", ["cookie": ben.cookie]).words.contains("Waits for review"))
            #expect(try await amparo.post(Self.editor + "/approval", [("seen", "3")], ["cookie": ben.cookie]).status == 303)
            #expect(try await amparo.get("/en/actions/1-21").status == 404)
            #expect(try await amparo.post(Self.editor + "/publication", [], ["cookie": ben.cookie]).status == 303)
            let page = try await amparo.eventually("/en/actions/1-21") { $0.status == 200 }
            #expect(page.words.contains("Held since Sunday."))
            #expect(try await amparo.get(Self.editor + "/history", ["cookie": rosa.cookie]).status == 200)
            #expect(try await amparo.get(Self.editor, ["cookie": rosa.cookie]).status == 409)
        }
    }

    @Test func `the second of two sees both texts and chooses`() async throws {
        try await withAmparo { amparo in
            let rosa = try await amparo.store.staff("rosa", .editor), ben = try await amparo.store.staff("ben", .editor)
            try await begin(amparo, rosa)
            #expect(try await save(amparo, "text-en", [("headline", "Held"), ("lead", "Rosa's.")], since: 2, rosa).status == 303)
            let met = try await save(amparo, "text-en", [("headline", "Held"), ("lead", "Ben's.")], since: 2, ben)
            #expect(met.status == 409 && met.words.contains("Rosa's.") && met.words.contains("Ben's."))
            let chosen = met.hidden.map { ($0.key, $0.value) } + [("choose.lead", "theirs")]
            #expect(try await amparo.post(Self.editor + "/parts/text-en", chosen, ["cookie": ben.cookie]).status == 303)
            let page = try await amparo.get(Self.editor + "/parts/text-en", ["cookie": ben.cookie])
            #expect(page.text.contains("Rosa's.") || page.text.contains("Rosa&#39;s."))
            #expect(!page.words.contains("Ben's."))
        }
    }

    @Test func `a script is told the revision to go on from, and a conflict as such`() async throws {
        try await withAmparo { amparo in
            let rosa = try await amparo.store.staff("rosa", .editor), json = ["accept": "application/json"]
            try await begin(amparo, rosa)
            let saved = try await save(amparo, "text-en", [("headline", "Held"), ("lead", "One")], since: 2, rosa, json)
            #expect(saved.status == 200 && saved.text.contains("\"since\":3"))
            #expect(try await save(amparo, "text-en", [("headline", "Held"), ("lead", "Two")], since: 2, rosa, json).status == 409)
            let out = try await amparo.post(Self.editor + "/parts/text-en", [("since", "3")], json)
            #expect(out.status == 401)
        }
    }

    @Test func `what was typed into a session that is over is carried through the door`() async throws {
        try await withAmparo { amparo in
            let rosa = try await amparo.store.staff("rosa", .editor)
            try await begin(amparo, rosa)
            let typed = [("since", "2"), ("headline", "Held <b>& kept</b>"), ("lead", "Line one\nline two")]
            let door = try await amparo.post(Self.editor + "/parts/text-en", typed)
            #expect(door.status == 403 && door.forms.contains("/desk/sign-in"))
            let form = door.hidden.map { ($0.key, $0.value) } + [("login", "rosa"), ("password", rosa.password), ("code", rosa.recovery.printed[1])]
            let back = try await amparo.post("/desk/sign-in", form)
            #expect(back.status == 200 && back.forms.contains(Self.editor + "/parts/text-en"))
            let saved = try await amparo.post(
                Self.editor + "/parts/text-en", back.hidden.map { ($0.key, $0.value) }, ["cookie": back.cookies])
            #expect(saved.status == 303)
            let page = try await amparo.get(Self.editor + "/parts/text-en", ["cookie": back.cookies])
            #expect(page.text.unescaped.contains("Held <b>& kept</b>") && page.text.contains("Line one\nline two"))
        }
    }

    @Test func `what is wrong is said at its field, and everything typed stands there again`() async throws {
        try await withAmparo { amparo in
            let rosa = try await amparo.store.staff("rosa", .editor)
            try await begin(amparo, rosa)
            let facts = [("kind", "first"), ("countries", "Kenya; Atlantis"), ("issued_on", "soon"), ("name.1", "Wanjiru"), ("preferred", "sw")]
            let answer = try await save(amparo, "facts", facts, since: 2, rosa)
            #expect(answer.status == 422)
            for typed in ["Kenya; Atlantis", "soon", "Wanjiru"] { #expect(answer.text.contains(typed)) }
            let long = try await save(amparo, "text-en", [("headline", String(repeating: "x", count: 400))], since: 2, rosa)
            #expect(long.status == 422 && long.text.contains(String(repeating: "x", count: 400)))
            let flood = try await save(amparo, "text-en", [("background", String(repeating: "x", count: 10_000_000))], since: 2, rosa)
            #expect(flood.status == 413)
        }
    }

    @Test func `a preview is for staff of the section alone and kept by nobody`() async throws {
        try await withAmparo { amparo in
            let rosa = try await amparo.store.staff("rosa", .editor), lea = try await amparo.store.staff("lea", .admin, in: .swiss)
            try await begin(amparo, rosa)
            let path = Self.editor + "/preview/page?language=en"
            let page = try await amparo.get(path, ["cookie": rosa.cookie])
            #expect(page.status == 200 && page.words.contains("Held") && page["cache-control"] == "no-store")
            #expect(page["content-security-policy"]?.contains("frame-ancestors 'self'") == true)
            #expect(try await amparo.get(path).status == 303)
            #expect(try await amparo.get(path, host: "ch.localhost", ["cookie": lea.cookie]).status == 403)
            let sheet = try await amparo.get(Self.editor + "/preview/sheet.txt?language=en", ["cookie": rosa.cookie])
            #expect(sheet.status == 200 && sheet.text.contains("Held"))
            #expect(try await amparo.get(Self.editor + "/preview", ["cookie": rosa.cookie]).status == 200)
        }
    }
}
