import Campaign
import Documents
import Site
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5))) struct BrowserPagesTests {
    @Test func `without a script the page says what is needed and leads to the form for an address`() async throws {
        try await withBrowsers { visit in
            let page = try await visit.amparo.get("/en/alerts/browser")
            #expect(page.status == 200 && page["set-cookie"] == nil && page["content-security-policy"]?.contains("default-src 'self'") == true)
            #expect(page.words.contains("This page needs a script") && page.links.contains("/en/alerts"))
            #expect(page.text.contains("data-when=\"none\" aria") && page.text.contains("data-when=\"off\" novalidate hidden"))
            #expect(try await visit.amparo.get("/en/alerts").links.contains("/en/alerts/browser"))
            #expect(try await visit.amparo.get("/en/my").links.contains("/en/alerts/browser"))
        }
    }

    @Test func `its script and its worker are this host's own, the worker under one address for ever`() async throws {
        try await withBrowsers { visit in
            let page = try await visit.amparo.get("/de/alerts/browser"), worker = try await visit.amparo.get("/assets/worker.js?language=de")
            #expect(page.text.contains("data-worker=\"/assets/worker.js?language=de\"") && page.text.contains("src=\"/assets/browser-"))
            #expect(worker.status == 200 && worker["content-type"] == "text/javascript; charset=utf-8" && worker["cache-control"] == "no-cache")
            #expect(!worker.text.contains("https://") && !worker.text.contains("importScripts"))
            let manifest = try await visit.amparo.get("/de/alerts/browser/site.webmanifest")
            #expect(page.text.contains("<link rel=\"manifest\" href=\"/de/alerts/browser/site.webmanifest\">"))
            #expect(manifest["content-type"] == "application/manifest+json" && manifest.text.contains("\"start_url\":\"/de/alerts/browser\""))
        }
    }

    @Test(arguments: Engine.available)
    func `Rosa switches it on, sees what is held, and switches it off`(on engine: Engine) async throws {
        try await withBrowsers(engine) { visit in
            let rosa = InventedBrowser(), proof = Array(rosa.fields.filter { $0.0 != "key" }), amparo = visit.amparo
            #expect(try await amparo.post("/en/alerts/browser/state", proof).status == 404)
            let on = try await amparo.post("/en/alerts/browser", rosa.fields + [("pace", "weekly"), ("topic", "torture")])
            #expect(on.status == 303 && on["location"] == "/en/alerts/browser?done=on" && on["set-cookie"] == nil)
            #expect(try await amparo.get("/en/alerts/browser?done=on").words.contains("A first one is on its way"))
            #expect(try await amparo.post("/en/alerts/browser/state", proof).status == 204)

            let entered = try await amparo.post("/en/my/browser", proof), own = ["cookie": entered.cookies]
            #expect(entered.status == 303 && entered["location"] == "/en/my")
            let my = try await amparo.get("/en/my", own)
            #expect(my.words.contains("One case a week") && my.words.contains("You get notifications in your browser"))
            #expect(try await amparo.get("/en/my/data", own).words.contains(rosa.endpoint))
            #expect(try await amparo.get("/en/my/erase", own).forms.contains("/en/my/erase"))

            let off = try await amparo.post("/en/alerts/browser/end", proof)
            #expect(off.status == 303 && off["location"] == "/en/alerts/browser?done=off")
            #expect(try await visit.states() == [])
            #expect(try await amparo.get("/en/my/data", own).status == 303)
        }
    }

    @Test func `whoever is signed in by a browser erases everything, or is led back to it once that is long ago`() async throws {
        try await withBrowsers { visit in
            let proof = Array(InventedBrowser().fields.filter { $0.0 != "key" })
            _ = try await visit.amparo.post("/en/alerts/browser", InventedBrowser().fields)
            let own = ["cookie": try await visit.amparo.post("/en/my/browser", proof).cookies]
            visit.amparo.store.advance(seconds: 3_600)
            let late = try await visit.amparo.get("/en/my/erase", own)
            #expect(late.links.contains("/en/alerts/browser") && !late.forms.contains("/en/my/erase"))
            #expect(try await visit.amparo.post("/en/my/erase", [], own).status == 403)
            let again = ["cookie": try await visit.amparo.post("/en/my/browser", proof).cookies]
            #expect(try await visit.amparo.post("/en/my/erase", [], again).status == 200)
            #expect(try await visit.states() == [])
        }
    }

    @Test func `a form that no browser filled in is shown again with what was chosen, and a stranger's proof opens nothing`() async throws {
        try await withBrowsers { visit in
            for fields in [[], [("endpoint", "http://10.0.0.1/"), ("key", "x"), ("secret", "y")], InventedBrowser().fields + [("pace", "hourly")]] {
                #expect(try await visit.amparo.post("/en/alerts/browser", fields).status == 422)
            }
            #expect(try await visit.states() == [])
            _ = try await visit.amparo.post("/en/alerts/browser", InventedBrowser().fields)
            let stranger = [("endpoint", InventedBrowser().endpoint), ("secret", "AAAAAAAAAAAAAAAAAAAAAA")]
            #expect(try await visit.amparo.post("/en/alerts/browser/state", stranger).status == 404)
            #expect(try await visit.amparo.post("/en/my/browser", stranger).status == 404)
            #expect(try await visit.amparo.post("/en/alerts/browser/end", stranger).status == 303)
            #expect(try await visit.states() == ["confirmed"])
            #expect(try await visit.amparo.post("/en/alerts/browser", InventedBrowser(2).fields, ["sec-fetch-site": "cross-site"]).status == 403)
        }
    }

    @Test func `the worker tells of another address, and a case is followed in a browser`() async throws {
        try await withBrowsers { visit in
            try await visit.amparo.store.take(.wanjiru())
            #expect(try await visit.amparo.get("/en/alerts/browser?action=77-21").words.contains("UA 77/21"))
            _ = try await visit.amparo.post("/en/alerts/browser", InventedBrowser().fields + [("action", "77-21")])
            let old = [("old_endpoint", InventedBrowser().endpoint), ("old_secret", InventedBrowser().secret)], next = InventedBrowser(2)
            #expect(try await visit.amparo.post("/en/alerts/browser/renewal", old + next.fields).status == 204)
            #expect(try await visit.amparo.post("/en/alerts/browser/renewal", old + next.fields).status == 404)
            let own = ["cookie": try await visit.amparo.post("/en/my/browser", next.fields).cookies]
            #expect(try await visit.amparo.get("/en/my", own).words.contains("UA 77/21"))
        }
    }

    @Test func `very many for one unknown push service are slowed, for a large one they are not`() async throws {
        try await withBrowsers { visit in
            var held = 0
            for number in 1...70 {
                let network = ["x-forwarded-for": "192.0.\(number).1"]
                let answer = try await visit.amparo.post("/en/alerts/browser", InventedBrowser(number).fields, network)
                if answer.status == 429 { held += 1 }
                let large = InventedBrowser(number).fields.map { ($0.0, $0.1.replacing("push.example.org", with: "fcm.googleapis.com")) }
                #expect(try await visit.amparo.post("/en/alerts/browser", large, ["x-forwarded-for": "198.51.\(number).1"]).status == 303)
            }
            #expect(held == 10)
        }
    }

    @Test func `where no mail is sent the browser is the way`() async throws {
        try await withBrowsers(mail: false) { visit in
            try await visit.amparo.store.take(.wanjiru())
            #expect(try await visit.amparo.get("/en/").links.contains("/en/alerts/browser"))
            let off = try await visit.amparo.get("/en/alerts")
            #expect(off.words.contains("Alerts by mail are not set up") && off.links.contains("/en/alerts/browser"))
            #expect(try await visit.amparo.get("/en/my")["location"] == "/en/alerts/browser")
            #expect(try await visit.amparo.post("/en/actions/77-21/follow", [])["location"] == "/en/alerts/browser?action=77-21")
            #expect(try await visit.amparo.post("/en/alerts", [("address", "rosa@example.org")]).status == 501)
            #expect(try await visit.amparo.get("/en/alerts/browser").links.contains("/en/alerts") == false)
            _ = try await visit.amparo.post("/en/alerts/browser", InventedBrowser().fields)
            let own = ["cookie": try await visit.amparo.post("/en/my/browser", InventedBrowser().fields).cookies]
            #expect(try await !visit.amparo.get("/en/my", own).forms.contains("/en/my/address"))
        }
    }

    @Test func `where nobody pushes it is said, and no page leads there`() async throws {
        try await withSupporters { visit in
            let amparo = visit.amparo, off = try await amparo.get("/en/alerts/browser"), form = try await amparo.get("/en/alerts")
            let taken = try await amparo.post("/en/alerts/browser", InventedBrowser().fields)
            #expect(off.words.contains("not set up on this server") && taken.status == 501)
            #expect(!form.links.contains("/en/alerts/browser"))
        }
    }
}

/// Runs `body` beside a site whose browsers get notices.
private func withBrowsers<T: Sendable>(_ engine: Engine = .sqlite, mail: Bool = true, _ body: (SupporterVisit) async throws -> T) async throws -> T {
    let tray = LetterTray()
    let desk = SupporterDesk(keyring: try .still(), postbox: mail ? tray : nil, pusher: PushTray())
    return try await withAmparo(engine, supporters: desk) { amparo in try await body(SupporterVisit(amparo: amparo, tray: tray)) }
}
