import Campaign
import Documents
import TestSupport
import Testing

@testable import Site

@Suite struct CopyPlanTests {
    private func plan() async throws -> CopyPlan {
        try await withSite { pages in CopyPlan(try pages.reader().section) }
    }

    @Test func `what is the same for everybody becomes a file`() async throws {
        let plan = try await plan()
        let files = [
            "/es/": "es/index.html", "/es/?country=pe": "es/country-pe/index.html", "/es/archive/2021/11": "es/archive/2021/11/index.html",
            "/es/actions/119-21": "es/actions/119-21/index.html", "/es/actions/119-21/2": "es/actions/119-21/2/index.html",
            "/es/actions/119-21/feed.atom": "es/actions/119-21/feed.atom", "/es/feed.json": "es/feed.json", "/es/privacy": "es/privacy/index.html",
            "/documents/119-21/1/es/letter.pdf": "documents/119-21/1/es/letter.pdf", "/assets/site-1.css": "assets/site-1.css",
            "/en/actions/119-21/replies/x/1.jpg": "en/actions/119-21/replies/x/1.jpg", "/sitemaps/2021.xml": "sitemaps/2021.xml",
        ]
        for (address, file) in files { #expect(plan.file(address) == file, "\(address)") }
    }

    @Test func `what needs the server, belongs to one person or leads out of the folder becomes none`() async throws {
        let plan = try await plan()
        let addresses = [
            "/", "/xx/", "/es/search?q=Lima", "/es/search", "/es/?q=1", "/es/?country=pe&topic=x", "/es/?country=../../x", "/es/actions/119-21/write",
            "/es/actions/119-21/report", "/es/actions/119-21/replies/handed/x", "/es/alerts", "/es/my", "/es/groups/AB12", "/go", "/desk", "/tally/x",
            "/api/v1/actions", "/es/../secret", "/es/actions/.ssh", "/es/collections/x/return", "/metrics", "/documents/1/2/../../x", "es/",
        ]
        for address in addresses { #expect(plan.file(address) == nil, "\(address)") }
    }

    @Test func `a link from one file to another needs no server`() {
        #expect(PageLinks.way(from: "es/archive/index.html", to: "assets/site.css") == "../../assets/site.css")
        #expect(PageLinks.way(from: "es/index.html", to: "es/about/index.html") == "about/index.html")
        #expect(PageLinks.way(from: "index.html", to: "es/index.html") == "es/index.html")
        #expect(PageLinks.way(from: "es/index.html", to: "es/index.html") == "index.html")
    }

    @Test func `a page's links lead to files or to the server, and its forms to the server`() {
        let page = """
            <link href="/assets/a.css"><a href="/es/#x" title="a > b">x</a><a href="/go?q=1&amp;language=es">y</a><a href="#here">z</a>
            <a href="https://example.org/">w</a><form action="/go" method="get"></form><form method="post" action="/es/actions/1-21/follow"></form>
            <a href="/go?q=&quot;\u{301} b&amp;c=1">v</a><script>if (1<a) "<a href=\\"/es/\\">"</script><img src="//example.org/x.png">
            """
        let links = PageLinks(Array(page.utf8))
        #expect(links.addresses == ["/assets/a.css", "/es/", "/go?q=1&language=es", "/go?q=\"\u{301} b&c=1"])
        let filed = links.filed(as: "es/actions/1-21/index.html", address: "/es/actions/1-21", origin: "https://ua.example") { address in
            address.hasPrefix("/go") ? nil : address == "/es/" ? "es/index.html" : String(address.dropFirst())
        }
        #expect(
            String(decoding: filed, as: UTF8.self) == """
                <link href="../../../assets/a.css"><a href="../../index.html#x" title="a > b">x</a>\
                <a href="https://ua.example/go?q=1&amp;language=es">y</a><a href="#here">z</a>
                <a href="https://example.org/">w</a><form action="https://ua.example/go" method="get"></form>\
                <form method="get" action="https://ua.example/es/actions/1-21"></form>
                <a href="https://ua.example/go?q=&quot;\u{301} b&amp;c=1">v</a><script>if (1<a) "<a href=\\"/es/\\">"</script><img src="//example.org/x.png">
                """)
    }
}
