import Campaign
import Documents
import TestSupport
import Testing

@testable import Site

@Suite struct DeskPagesTests {
    @Test(arguments: Engine.available)
    func `Rosa signs in with name, password and code, and finds where she wanted to go`(on engine: Engine) async throws {
        try await withAmparo(engine) { amparo in
            let rosa = try await amparo.store.staff("rosa", .admin)
            let asked = try await amparo.get("/desk/staff")
            #expect(asked["location"] == "/desk/sign-in?next=/desk/staff")
            let form = [("login", "Rosa"), ("password", rosa.password), ("code", rosa.recovery.printed[1]), ("next", "/desk/staff")]
            let answer = try await amparo.post("/desk/sign-in", form)
            #expect(answer["location"] == "/desk/staff")
            let cookie = try #require(answer["set-cookie"])
            #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"))
            #expect(try await amparo.get("/desk/staff", ["cookie": answer.cookies]).words.contains("Rosa"))
        }
    }

    @Test func `whoever signs in anew ends what their browser had before`() async throws {
        try await withAmparo { amparo in
            let rosa = try await amparo.store.staff("rosa", .editor)
            let form = [("login", "rosa"), ("password", rosa.password), ("code", rosa.recovery.printed[1])]
            let answer = try await amparo.post("/desk/sign-in", form, ["cookie": rosa.cookie])
            #expect(try await amparo.get("/desk", ["cookie": answer.cookies]).status == 200)
            #expect(try await amparo.get("/desk", ["cookie": rosa.cookie]).status == 303)
        }
    }

    @Test func `a wrong code keeps the name and says nothing of what was wrong`() async throws {
        try await withAmparo { amparo in
            let rosa = try await amparo.store.staff("rosa", .admin)
            let answer = try await amparo.post("/desk/sign-in", [("login", "rosa"), ("password", rosa.password), ("code", "000000")])
            #expect(answer.status == 403)
            #expect(answer.text.contains("value=\"rosa\""))
            #expect(!answer.text.contains(rosa.password))
            #expect(answer["set-cookie"] == nil)
        }
    }

    @Test(arguments: ["//evil.example", "https://evil.example", "/deskx", "/en/", "/desk\\evil", "/desk/ x"])
    func `the way back never leaves the desk`(next: String) {
        #expect(DeskLinks.back(next) == "/desk")
    }

    @Test(arguments: Engine.available)
    func `an approver withdraws an action, and it is gone within a second`(on engine: Engine) async throws {
        try await withAmparo(engine) { amparo in
            try await amparo.store.take(.wanjiru())
            let rosa = try await amparo.store.staff("rosa", .approver)
            #expect(try await amparo.get("/en/actions/77-21").status == 200)
            let page = try await amparo.get("/desk/actions/77-21", ["cookie": rosa.cookie])
            #expect(page.forms.contains("/desk/actions/77-21/withdrawal"))
            let empty = try await amparo.post("/desk/actions/77-21/withdrawal", [("reason", " ")], ["cookie": rosa.cookie])
            #expect(empty.status == 422)
            let done = try await amparo.post("/desk/actions/77-21/withdrawal", [("reason", "the family asked")], ["cookie": rosa.cookie])
            #expect(done.status == 303)
            #expect(try await amparo.comes(410, of: "/en/actions/77-21"))
            #expect(try await amparo.get("/desk/actions/77-21", ["cookie": rosa.cookie]).forms.isEmpty)
        }
    }

    @Test(arguments: Engine.available)
    func `an approver closes an action and says how it ended`(on engine: Engine) async throws {
        try await withAmparo(engine) { amparo in
            try await amparo.store.take(.wanjiru())
            let rosa = try await amparo.store.staff("rosa", .approver)
            let path = "/desk/actions/77-21/outcome"
            #expect(try await amparo.post(path, [("outcome", ""), ("on", "2199-01-01")], ["cookie": rosa.cookie]).status == 422)
            #expect(try await amparo.post(path, [("outcome", "released"), ("on", "2021-11-29")], ["cookie": rosa.cookie]).status == 303)
            #expect(try await amparo.get("/desk/actions/77-21", ["cookie": rosa.cookie]).words.contains("Ended"))
        }
    }

    @Test func `what cannot be undone asks for a code again when the last is ten minutes old`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            let rosa = try await amparo.store.staff("rosa", .approver)
            amparo.store.advance(seconds: 601)
            let path = "/desk/actions/77-21/withdrawal"
            let asked = try await amparo.post(path, [("reason", "asked")], ["cookie": rosa.cookie])
            #expect(asked["location"] == "/desk/code?next=/desk/actions/77-21")
            let code = [("code", try rosa.phone.code(at: amparo.store.world.now())), ("next", "/desk/actions/77-21")]
            let proved = try await amparo.post("/desk/code", code, ["cookie": rosa.cookie])
            #expect(proved["location"] == "/desk/actions/77-21")
            #expect(try await amparo.post(path, [("reason", "asked")], ["cookie": proved.cookies]).status == 303)
            #expect(try await amparo.comes(410, of: "/en/actions/77-21"))
        }
    }

    @Test func `an invitation shows its key once opened, and ten codes once accepted`() async throws {
        try await withAmparo { amparo in
            let rosa = try await amparo.store.staff("rosa", .admin)
            let form = [("login", "ben"), ("name", "Ben"), ("role", "editor"), ("section", "int")]
            let made = try await amparo.post("/desk/staff", form, ["cookie": rosa.cookie])
            let link = try #require(made.words.split(separator: " ").first { $0.contains("/desk/enter/") })
            let path = String(link[(try #require(link.firstRange(of: "/desk/"))).lowerBound...])
            let page = try await amparo.get(path)
            #expect(page.status == 200)
            #expect(try await amparo.get(path + "/code.svg")["content-type"] == "image/svg+xml")
            #expect(try await amparo.get("/desk/enter/another").status == 404)
            #expect(try await amparo.post(path, [("password", "short"), ("code", "1")]).status == 422)
        }
    }

    @Test func `what a role does not allow is refused, and stands in the program's log by route and id`() async throws {
        try await withAmparo { amparo in
            let rosa = try await amparo.store.staff("rosa", .editor)
            #expect(try await amparo.post("/desk/staff", [("login", "mallory")], ["cookie": rosa.cookie]).status == 403)
            let line = try #require(amparo.log.all.first { $0.hasPrefix("notice refused") })
            #expect(line.contains("route=/desk/staff") && line.contains("staff="))
            #expect(!line.contains("rosa") && !line.contains("mallory"))
        }
    }

    @Test func `one ends a session of one's own and nobody else's`() async throws {
        try await withAmparo { amparo in
            let rosa = try await amparo.store.staff("rosa", .admin), ben = try await amparo.store.staff("ben", .admin)
            let hash = Digest.sha256(ben.session.token)
            _ = try await amparo.post("/desk/me/end", [("session", hash)], ["cookie": rosa.cookie])
            #expect(try await amparo.get("/desk", ["cookie": ben.cookie]).status == 200)
            amparo.store.advance(seconds: 601)
            #expect(try await amparo.post("/desk/me/end", [("session", hash)], ["cookie": ben.cookie])["location"] == "/desk/code?next=/desk/me")
            #expect(try await amparo.get("/desk", ["cookie": ben.cookie]).status == 200)
            let code = [("code", try ben.phone.code(at: amparo.store.world.now())), ("next", "/desk/me")]
            let proved = try await amparo.post("/desk/code", code, ["cookie": ben.cookie])
            let now = ["cookie": proved.cookies], renewed = Digest.sha256(String(try #require(proved.cookies.split(separator: "=").last)))
            #expect(proved.status == 303 && renewed != hash)
            #expect(try await amparo.get("/desk", now).status == 200)
            _ = try await amparo.post("/desk/me/end", [("session", renewed)], now)
            #expect(try await amparo.get("/desk", now).status == 303)
        }
    }

    @Test func `nothing of the desk is kept by anybody, and the log holds no secret`() async throws {
        try await withAmparo { amparo in
            let rosa = try await amparo.store.staff("rosa", .admin)
            let page = try await amparo.get("/desk/log", ["cookie": rosa.cookie])
            #expect(page["cache-control"] == "no-store")
            #expect(page.words.contains("staff.signedIn"))
            for secret in [rosa.password, rosa.session.token] + rosa.recovery.printed { #expect(!amparo.log.all.joined().contains(secret)) }
        }
    }
}

extension RunningAmparo {
    /// Whether a page answers so within a second of a change elsewhere.
    fileprivate func comes(_ status: Int, of path: String) async throws -> Bool {
        for _ in 1...50 {
            if try await get(path).status == status { return true }
            try await Task.sleep(for: .milliseconds(20))
        }
        return false
    }
}
