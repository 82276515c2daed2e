import Campaign
import TestSupport
import Testing

@testable import Site

@Suite struct DeskDoorTests {
    @Test func `one network fails so often and no more, and a colleague elsewhere comes in`() async throws {
        try await withAmparo { amparo in
            let rosa = try await amparo.store.staff("rosa", .editor)
            let wrong = [("login", "nobody"), ("password", "something long"), ("code", "000000")], theirs = ["x-forwarded-for": "198.51.100.7"]
            for left in (0..<DeskDoor.attempts).reversed() {
                let answer = try await amparo.post("/desk/sign-in", wrong, theirs)
                #expect(answer.status == 403 && answer["ratelimit"] == "\"sign-ins\";r=\(left);t=600")
            }
            let right = [("login", "rosa"), ("password", rosa.password), ("code", rosa.recovery.printed[1])]
            for form in [wrong, right] {
                let refused = try await amparo.post("/desk/sign-in", form, theirs)
                #expect(refused.status == 429 && refused["retry-after"] == "600" && refused["ratelimit"] == "\"sign-ins\";r=0;t=600")
            }
            #expect(try await amparo.post("/desk/sign-in", right, ["x-forwarded-for": "203.0.113.9"])["location"] == "/desk")
            amparo.store.advance(seconds: 600)
            let again = [("login", "rosa"), ("password", rosa.password), ("code", rosa.recovery.printed[2])]
            let answer = try await amparo.post("/desk/sign-in", again, theirs)
            #expect(answer["location"] == "/desk" && answer["ratelimit"] == "\"sign-ins\";r=30;t=600", "who comes in is not counted")
        }
    }

    @Test func `a code asked for again, and a new password, give the session a new token`() async throws {
        try await withAmparo { amparo in
            let rosa = try await amparo.store.staff("rosa", .editor)
            amparo.store.advance(seconds: 601)
            #expect(try await amparo.get("/desk/me/password", ["cookie": rosa.cookie])["location"] == "/desk/code?next=/desk/me/password")
            let code = [("code", try rosa.phone.code(at: amparo.store.world.now())), ("next", "/desk/me/password")]
            let proved = try await amparo.post("/desk/code", code, ["cookie": rosa.cookie])
            #expect(proved["location"] == "/desk/me/password" && proved.cookies != rosa.cookie)
            #expect(try await amparo.get("/desk", ["cookie": rosa.cookie]).status == 303, "the old token is nothing")
            let page = try await amparo.get("/desk/me/password", ["cookie": proved.cookies])
            #expect(page.status == 200 && page.forms.contains("/desk/me/password"))
            let path = "/desk/me/password", old = ("old", rosa.password)
            let wrong = try await amparo.post(path, [("old", "not the one"), ("password", "a heron in the reeds")], ["cookie": proved.cookies])
            #expect(wrong.status == 422 && wrong.words.contains("This is not your password"))
            #expect(try await amparo.post(path, [old, ("password", "rosa 2026 amparo")], ["cookie": proved.cookies]).status == 422)
            let done = try await amparo.post(path, [old, ("password", "a heron in the reeds")], ["cookie": proved.cookies])
            #expect(done["location"] == "/desk/me")
            #expect(try await amparo.get("/desk", ["cookie": proved.cookies]).status == 303)
            #expect(try await amparo.get("/desk", ["cookie": done.cookies]).status == 200)
        }
    }

    @Test func `a browser is told apart by a cookie of its own, which opens nothing`() async throws {
        try await withAmparo { amparo in
            let rosa = try await amparo.store.staff("rosa", .editor)
            let form = [("login", "rosa"), ("password", rosa.password)]
            let first = try await amparo.post("/desk/sign-in", form + [("code", rosa.recovery.printed[1])])
            let mark = try #require(first.cookies.split(separator: "; ").first { $0.contains("amparo-desk-known=") }.map(String.init))
            #expect(try await amparo.get("/desk", ["cookie": mark]).status == 303)
            let second = try await amparo.post("/desk/sign-in", form + [("code", rosa.recovery.printed[2])], ["cookie": mark])
            #expect(second["location"] == "/desk" && !second.cookies.contains("amparo-desk-known"))
            let page = try await amparo.get("/desk/me", ["cookie": second.cookies])
            #expect(page.forms.contains("/desk/me/end-others"))
            #expect(try await amparo.post("/desk/me/end-others", [], ["cookie": second.cookies]).status == 303)
            #expect(try await amparo.get("/desk", ["cookie": first.cookies]).status == 303)
            #expect(try await amparo.get("/desk", ["cookie": second.cookies]).status == 200)
            let left = try await amparo.post("/desk/sign-out", [], ["cookie": second.cookies])
            #expect(left["clear-site-data"] == "\"storage\"", "what was typed and not saved goes as well")
        }
    }
}
