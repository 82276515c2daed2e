import Documents
import Foundation
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5))) struct GoTests {
    private func go(_ amparo: RunningAmparo, _ query: String, _ more: String = "") async throws -> HTTPAnswer {
        let escaped = query.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
        return try await amparo.get("/go?q=\(escaped)\(more)")
    }

    @Test func `every printed form of a number leads to its action`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru { $0.indexCode = "AFR 32/4000/2021" })
            try await amparo.store.take(.wanjiruCharged())
            for (query, ordinal) in [
                ("UA 77/21", ""), ("ua 77/21", ""), ("77/21", ""), ("77-21", ""), ("UA 77.21", ""), ("UA: Kenya 77.21", ""), ("UA 077/21", ""),
                (" UA-077/2021 ", ""),
                ("AU 77/21", ""), ("FI 077/21-1", "/2"), ("UA-077/2021-1", "/2"), ("AFR 32/4000/2021", ""), ("afr32/4000/2021", ""),
                ("https://www.amnesty.org/en/documents/afr32/4000/2021/en/", ""), ("FI 077/21-7", ""),
                ("uaa07721.pdf", ""), ("UA 77/21 (Kenya)", ""), ("UA 77–21", ""), ("Acción urgente 77/21", ""), ("تحرك عاجل 77/21", ""),
            ] {
                let answer = try await go(amparo, query)
                #expect(answer.status == 302)
                #expect(answer["location"] == "/en/actions/77-21\(ordinal)")
            }
        }
    }

    @Test func `an unknown number is told on a page with the box, as it was typed`() async throws {
        try await withAmparo { amparo in
            for query in [
                "UA 55/21", "AFR 32/9999/2021", "nonsense", "", "   ", "\u{202E}12", "77/21/99999", "<script>alert(1)</script>",
                "\"><svg onload=alert(1)>", "{{query}}", "99999999999999999999/21",
            ] {
                let answer = try await go(amparo, query)
                #expect(answer.status == 404)
                #expect(answer["content-type"] == "text/html; charset=utf-8")
                let box = try #require(answer.text.firstMatch(of: /id="go-page"[^>]* value="([^"]*)"/))
                #expect(String(box.1).unescaped == query)
                if !query.isEmpty { #expect(answer.text.unescaped.contains("“\(query)”")) }
                #expect(!answer.text.contains("<script>") && !answer.text.contains("<svg onload"))
            }
        }
    }

    @Test func `the code of a document that is not here leads to the action whose page names it`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(
                .wanjiruCharged {
                    $0.previousReference = "https://www.amnesty.org/en/documents/afr32/7377/2021/en/"
                })
            #expect(try await amparo.get("/en/actions/77-21").words.contains("AFR 32/7377/2021"))
            #expect(try await go(amparo, "AFR 32/7377/2021")["location"] == "/en/actions/77-21")
        }
    }

    @Test func `blanks arrive as browsers send them`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            let found = try await amparo.get("/go?q=UA+77%2F21"), missing = try await amparo.get("/go?q=UA+78%2F21")
            #expect(found["location"] == "/en/actions/77-21")
            #expect(missing.text.contains("value=\"UA 78/21\""))
        }
    }

    @Test func `a query that is too long is cut, not answered with a fault`() async throws {
        try await withAmparo { amparo in
            let answer = try await go(amparo, String(repeating: "x", count: 5_000))
            #expect(answer.status == 404)
            #expect(answer.text.utf8.count < 20_000)
            #expect(try await amparo.get("/go").status == 404)
            #expect(try await amparo.get("/go?q=%ff%fe").status < 500)
        }
    }

    @Test func `the box keeps the language of the page it stood on`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            let page = try await amparo.get("/de/actions/77-21")
            #expect(page.text.contains("<input type=\"hidden\" name=\"language\" value=\"de\">"))
            #expect(try await go(amparo, "UA 77/21", "&language=de")["location"] == "/de/actions/77-21")
            #expect(try await go(amparo, "UA 1/21", "&language=de")["content-language"] == "de")
            #expect(try await go(amparo, "UA 77/21", "&language=xx")["location"] == "/en/actions/77-21")
        }
    }

    @Test func `an action that another section publishes is not found here`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru(), in: .american)
            #expect(try await amparo.get("/go?q=UA+77%2F21", host: "ch.localhost").status == 404)
            #expect(try await amparo.get("/go?q=UA+77%2F21", host: "us.localhost").status == 302)
        }
    }
}
