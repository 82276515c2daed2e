import Campaign
import Documents
import TestSupport
import Testing

@testable import Site

@Suite(.timeLimit(.minutes(5))) struct SearchPageTests {
    @Test(arguments: Engine.available)
    func `Rosa searches, narrows by a link and opens what she found`(on engine: Engine) async throws {
        try await withAmparo(engine) { amparo in
            try await amparo.store.take(.wanjiru { $0.background = "Her editor said <script>alert(1)</script> & left." })
            for serial in 1...3 { try await amparo.store.take(.bishnu(serial: serial, until: "2021-12-05")) }
            let all = try await amparo.get("/en/actions")
            #expect(all.words.contains("4 actions found") && all["cache-control"] == "no-store")
            #expect(all.links.contains("/en/actions?country=np"))
            let nepal = try await amparo.get("/en/actions?country=np")
            #expect(nepal.words.contains("3 actions found") && !nepal.words.contains("Reporter"))
            let found = try await amparo.get("/en/actions?q=editors")
            #expect(found.links.contains("/en/actions/77-21") && found.text.contains("<mark>editor</mark> said &lt;script&gt;"))
            #expect(!found.text.contains("<script>alert"))
            #expect(found.text.contains("noindex"))
            let near = try await amparo.get("/en/actions?q=Otineo")
            #expect(near.links.contains("/en/actions/77-21") && near.words.contains("Otineo") && near.words.contains("Otieno"))
            let none = try await amparo.get("/es/actions?q=zanahoria")
            #expect(none.status == 200 && none.words.contains("Ninguna acción contiene todo esto: zanahoria"))
            let number = try await amparo.get("/en/actions?q=UA+77%2F21")
            #expect(number.status == 302 && number["location"] == "/en/actions/77-21")
            let other = try await amparo.get("/en/search?q=Otieno&country=ke")
            #expect(other.status == 302 && other["location"] == "/en/actions?q=Otieno&country=ke")
        }
    }

    @Test func `a quotation mark under an accent ends no attribute, and a search keeps its words in each link`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.bishnu(until: "2021-12-05"))
            let page = try await amparo.get("/en/actions?q=%22%CC%81%20onfocus%3Dx")
            #expect(page.status == 200 && page.text.contains("value=\"&quot;\u{301} onfocus=x\""))
            let words = "b&c=d+e;f \u{0627}'%", encoded = SearchLinks.encoded(words)
            let link = SearchLinks.search(SearchWish(words: words, country: Country("NP"), year: 2021, topic: .torture, state: .running), "es")
            #expect(encoded == "b%26c%3Dd%2Be%3Bf%20%D8%A7'%25")
            #expect(link == "/es/actions?q=\(encoded)&country=np&year=2021&topic=torture&state=running")
            #expect(SearchLinks.search(SearchWish(), "es") == "/es/actions")
            #expect(SearchLinks.search(SearchWish(year: 2021), "es") == "/es/actions?year=2021")
        }
    }

    @Test func `what was withdrawn is on no result from that moment on`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            #expect(try await amparo.get("/en/actions?q=Otieno").links.contains("/en/actions/77-21"))
            try await amparo.store.withdraw()
            for path in ["/en/actions", "/en/actions?q=Wanjiru", "/en/actions?q=Wanjriu", "/en/actions?q=77%2F21", "/en/actions?country=ke"] {
                let page = try await amparo.get(path)
                #expect(page.status == 200 && !page.links.contains("/en/actions/77-21"), "\(path)")
                #expect(!page.words.contains("Otieno") && !page.words.contains("Reporter"), "\(path)")
            }
        }
    }

    @Test(
        arguments: [
            "q=%00", "q=%FF%FE", "q=%", "q=%22%27%3B--", "q=NEAR(a+b)+head%3A+*", "q=%26%7C!%3C-%3E()", "country=zz", "year=abc",
            "year=99999999999999999999",
            "topic=x&state=y", "after=0.2021-13-01.1-21", "after=x", "q=a&q=b",
        ])
    func `whatever stands in the address, a page comes`(_ query: String) async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            #expect(try await amparo.get("/en/actions?\(query)").status == 200)
        }
    }
}
