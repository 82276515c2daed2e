import Campaign
import Documents
import Storage
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5))) struct ErrorPageTests {
    @Test func `a missing page is told in a language the reader has, with the box`() async throws {
        try await withAmparo { amparo in
            for (path, wish, language) in [
                ("/fr/actions/1-99", "", "fr"), ("/de/nowhere", "", "de"), ("/xx/", "es", "es"), ("/xx/actions/77-21", "ja", "en"),
                ("/fr/archive/1200", "", "fr"),
                ("/en/archive/2021/13", "", "en"), ("/es/actions/%FF", "", "es"), ("/assets/none.css", "de", "de"),
                ("/en/..%2F..%2Fetc%2Fpasswd", "", "en"),
            ] {
                let page = try await amparo.get(path, ["accept-language": wish])
                #expect(page.status == 404)
                #expect(page["content-language"] == language)
                #expect(page.text.contains("<html lang=\"\(language)\""))
                #expect(page.text.contains("id=\"go-page\""))
                #expect(page.text.contains("<meta name=\"robots\" content=\"noindex\">"))
                #expect(page["cache-control"] == "no-store")
            }
        }
    }

    @Test func `an unknown number of the address stands in the box`() async throws {
        try await withAmparo { amparo in
            let page = try await amparo.get("/en/actions/ex-31-93")
            #expect(page.words.contains("No action with the number “EX 31/93” has been published here."))
            #expect(page.text.contains("value=\"EX 31/93\""))
        }
    }

    @Test func `a method that is not offered is refused with those that are`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            for (method, path, allowed) in [
                ("DELETE", "/en/actions/77-21", "GET, HEAD"), ("POST", "/en/actions/77-21", "GET, HEAD"),
                ("GET", "/en/actions/77-21/letters", "POST"),
                ("PUT", "/en/actions/77-21/reports", "POST"), ("POST", "/en/", "GET, HEAD"), ("POST", "/documents/77-21/1/en/sheet.txt", "GET, HEAD"),
            ] {
                let page = try await amparo.ask(method, path)
                #expect(page.status == 405)
                #expect(page["allow"]?.split(separator: ", ").sorted().joined(separator: ", ") == allowed)
                #expect(page.first("h1") == "This address cannot be used that way" || path == "/en/actions/77-21/letters")
            }
        }
    }

    @Test func `a method where there is no page is no wrong method`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            for (method, path) in [
                ("PUT", "/nope"), ("DELETE", "/xx/actions/77-21"), ("POST", "/en/actions/99-21"), ("GET", "/en/actions/99-21/letters"),
                ("GET", "/en/actions/nonsense/reports"),
            ] {
                #expect(try await amparo.ask(method, path).status == 404, "\(method) \(path)")
            }
            try await amparo.store.withdraw()
            for path in ["/letters", "/reports"] { #expect(try await amparo.get("/en/actions/77-21\(path)").status == 410) }
            #expect(try await amparo.ask("DELETE", "/en/actions/77-21").status == 410)
        }
    }

    @Test func `a host of the web is asked for by TLS alone, and says whom to tell of a hole`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.tamper("UPDATE section SET host = 'ua.example.org', contact_email = 'ua@example.org' WHERE code = 'ch'")
            let page = try await amparo.eventually("/de/", host: "ua.example.org") { $0["strict-transport-security"] != nil }
            #expect(page["strict-transport-security"] == "max-age=31536000")
            #expect(try await amparo.get("/en/")["strict-transport-security"] == nil)
            let text = try await amparo.get("/.well-known/security.txt", host: "ua.example.org").text
            for line in [
                "Contact: mailto:ua@example.org", "Expires: 2022-05-29T00:00:00Z", "Canonical: https://ua.example.org/.well-known/security.txt",
            ] {
                #expect(text.split(separator: "\n").contains { $0 == line }, "\(line)")
            }
        }
    }

    @Test func `a fault is ours, says what is safe, and bears a number that is in the log`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            let form = try await amparo.get("/en/actions/77-21/report").hidden.map { ($0.key, $0.value) } + [("channel", "post"), ("quantity", "1")]
            try await amparo.store.tamper("ALTER TABLE tally RENAME TO broken")
            for answer in [try await amparo.post("/en/actions/77-21/reports", form), try await amparo.get("/en/actions/77-21/thanks")] {
                #expect(answer.status == 500)
                #expect(answer.first("h1") == "A fault on our side")
                #expect(!answer.text.contains("tally") && !answer.text.contains("SQL"))
                let number = try #require(answer.text.firstMatch(of: /<bdi class="copyable">([^<]+)<\/bdi>/)?.1)
                #expect(amparo.log.all.contains { $0.hasPrefix("error fault") && $0.contains(number) })
            }
            #expect(try await amparo.post("/en/actions/77-21/reports", form).words.contains("Sending the same form again is safe"))
            try await amparo.store.tamper("ALTER TABLE broken RENAME TO tally")
            #expect(try await amparo.post("/en/actions/77-21/reports", form).status == 303)
            #expect(try await amparo.store.tally().lines.count == 1)
        }
    }

    @Test func `a database that takes nothing is told to visitors and to the supervisor, and counts nothing`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            let form = try await amparo.get("/en/actions/77-21/report").hidden.map { ($0.key, $0.value) } + [("channel", "post"), ("quantity", "1")]
            #expect(try await amparo.get("/readyz").status == 200)
            try await amparo.store.tamper("PRAGMA query_only = 1")
            let page = try await amparo.post("/en/actions/77-21/reports", form)
            #expect(page.status == 503)
            #expect(page["retry-after"] == "5")
            #expect(page.words.contains("Sending the same form again is safe"))
            #expect(amparo.log.all.contains { $0.hasPrefix("error fault") && $0.contains("readOnly") })
            #expect(try await amparo.eventually("/readyz") { $0.status == 503 }.status == 503)
            #expect(try await amparo.get("/en/actions/77-21").status == 200)
            #expect(try await amparo.store.tally().lines.isEmpty)
        }
    }

    @Test func `every answer keeps to itself`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            let css = try await amparo.get("/en/").text.firstMatch(of: /href="(\/assets\/site-[^"]+\.css)"/).map { String($0.1) } ?? ""
            for path in [
                "/", "/en/", "/en/actions/77-21", "/en/actions/77-21/write", "/en/actions/77-21/report", "/en/about", "/en/archive", "/go?q=x",
                "/nowhere", "/healthz", "/documents/77-21/1/en/sheet.txt", css,
            ] {
                let answer = try await amparo.get(path)
                #expect(answer["content-security-policy"]?.contains("default-src 'self'") == true, "\(path)")
                #expect(answer["content-security-policy"]?.contains("unsafe") == false, "\(path)")
                #expect(answer["referrer-policy"] == "no-referrer", "\(path)")
                #expect(answer["x-content-type-options"] == "nosniff", "\(path)")
                #expect(answer["cache-control"] != nil, "\(path)")
                #expect(answer["set-cookie"] == nil, "\(path)")
            }
        }
    }
}
