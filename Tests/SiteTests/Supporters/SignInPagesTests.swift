import Campaign
import Documents
import TestSupport
import Testing

@testable import Site

@Suite(.timeLimit(.minutes(5))) struct SignInPagesTests {
    @Test(arguments: Engine.available)
    func `the link opens in the browser that asked by one press, and elsewhere with the code`(on engine: Engine) async throws {
        try await withSupporters(engine) { visit in
            try await visit.join("rosa@example.org")
            let asked = try await visit.amparo.post("/en/my/sign-in", [("address", "rosa@example.org")])
            let path = try await visit.path(), own = try await visit.amparo.get(path, ["cookie": asked.cookies])
            #expect(!own.text.contains("name=\"code\"") && own.words.contains("Press the button"))
            let other = try await visit.amparo.get(path)
            #expect(other.text.contains("name=\"code\""))
            let wrong = try await visit.amparo.post(path, [("code", "AAAAAA")])
            #expect(wrong.status == 422 && wrong.links.contains("#code") && wrong["set-cookie"] == nil)
            let code = asked.cookies.split(separator: "=").last.map(String.init) ?? ""
            let entered = try await visit.amparo.post(path, [("code", " \(code.lowercased().prefix(3))-\(code.suffix(3))")])
            #expect(entered.status == 303 && entered["location"] == "/en/my")
            let again = try await visit.amparo.post(path, [("code", code)])
            #expect(again.status == 404 && again.words.contains("This link does not work any more"))
            #expect(try await visit.amparo.get("/en/my", ["cookie": entered.cookies]).words.contains("rosa@example.org"))
        }
    }

    @Test func `whoever signs in anew ends what their browser had before`() async throws {
        try await withSupporters { visit in
            try await visit.join("rosa@example.org")
            let before = try await visit.enter("rosa@example.org")
            let asked = try await visit.amparo.post("/en/my/sign-in", [("address", "rosa@example.org")])
            let entered = try await visit.amparo.post(try await visit.path(), [], ["cookie": "\(before); \(asked.cookies)"])
            #expect(try await visit.amparo.get("/en/my", ["cookie": entered.cookies]).status == 200)
            #expect(try await visit.amparo.get("/en/my", ["cookie": before]).status == 303)
        }
    }

    @Test func `a cookie is for this host, for no script and for no other site`() async throws {
        try await withSupporters { visit in
            try await visit.join("rosa@example.org")
            let asked = try await visit.amparo.post("/en/my/sign-in", [("address", "rosa@example.org")])
            let entered = try await visit.amparo.post(try await visit.path(), [], ["cookie": asked.cookies])
            for cookie in (asked.headers + entered.headers).filter({ $0.name == "set-cookie" }).map(\.value) {
                #expect(cookie.contains("; Path=/; HttpOnly; SameSite=Lax") && !cookie.contains("Domain"), "\(cookie)")
            }
            // no value of another cookie begins one of ours, or ends it
            let session = try #require(entered.cookies.split(separator: "; ").first { $0.hasPrefix("amparo-my=") })
            let mine = try await visit.amparo.get("/en/my", ["cookie": "x=\u{600}; \(session)"])
            #expect(mine.status == 200 && !mine.words.contains("There is no password to lose"))
            let nobodys = try await visit.amparo.get("/en/my", ["cookie": "x=1\u{37E}\(session)"])
            #expect(nobodys.status == 200 && nobodys.words.contains("There is no password to lose"))
            let secure = SupporterCookie.session.set("t", isSecure: true)
            #expect(secure == "__Host-amparo-my=t; Path=/; HttpOnly; SameSite=Lax; Secure")
        }
    }

    @Test func `who signed out, or never signed in, is asked to sign in`() async throws {
        try await withSupporters { visit in
            try await visit.join("rosa@example.org")
            let cookies = try await visit.enter("rosa@example.org")
            let left = try await visit.amparo.post("/en/my/sign-out", [], ["cookie": cookies])
            #expect(left.status == 303 && left["location"] == "/en/my")
            for headers in [["cookie": cookies], ["cookie": "amparo-my=nonsense"]] {
                for path in ["/en/my", "/en/my/data", "/en/my/data.json", "/en/my/erase"] {
                    let answer = try await visit.amparo.get(path, headers)
                    #expect(answer.status == 303 && answer["location"] == "/en/my", "\(path)")
                    #expect(answer["set-cookie"]?.contains("Max-Age=0") == true)
                }
            }
            #expect(try await visit.amparo.get("/en/my").words.contains("There is no password to lose"))
        }
    }
}
