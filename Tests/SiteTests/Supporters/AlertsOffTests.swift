import Campaign
import Documents
import Site
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5))) struct AlertsOffTests {
    @Test func `a server that cannot write says so, links nowhere to it, and does all the rest`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            for path in ["/en/", "/en/actions/77-21", "/en/actions/77-21/thanks", "/en/about"] {
                let page = try await amparo.get(path)
                #expect(page.status == 200)
                #expect(!(page.links + page.forms).contains { $0.contains("/alerts") || $0.hasSuffix("/my") || $0.hasSuffix("/follow") }, "\(path)")
            }
            for path in ["/en/alerts", "/en/my", "/en/alerts/confirm/x", "/en/alerts/stop/x", "/en/my/data.json"] {
                let page = try await amparo.get(path)
                #expect(page.status == 200 && page.words.contains("Alerts by mail are not set up on this server"), "\(path)")
                #expect(page.links.contains("/en/"))
            }
            #expect(try await amparo.post("/en/alerts", [("address", "rosa@example.org")]).status == 501)
            #expect(try await amparo.report(2).status == 303)
        }
    }

    @Test(arguments: [(true, true), (true, false), (false, true), (false, false)])
    func `an action page promises what this server can do, and no address where none is taken`(_ hasMail: Bool, _ hasPush: Bool) async throws {
        let mailed = "Your e-mail address is enough", browser = "No address is needed", either = "or this browser alone"
        let desk = SupporterDesk(keyring: try .still(), postbox: hasMail ? LetterTray() : nil, pusher: hasPush ? PushTray() : nil)
        try await withAmparo(supporters: desk) { amparo in
            try await amparo.store.take(.wanjiru())
            for path in ["/en/actions/77-21", "/en/actions/77-21/thanks"] {
                let words = try await amparo.get(path).words
                #expect(words.contains("Follow this action") == (hasMail || hasPush), "\(path)")
                #expect(words.contains(mailed) == hasMail, "\(path)")
                #expect(words.contains(browser) == (hasPush && !hasMail), "\(path)")
                #expect(words.contains(either) == (hasPush && hasMail), "\(path)")
            }
            let form = try await amparo.post("/en/actions/77-21/follow", [])
            let target = form["location"] ?? ""
            #expect(target == (hasMail ? "/en/alerts?action=77-21" : hasPush ? "/en/alerts/browser?action=77-21" : "/en/alerts/browser?action=77-21"))
            guard !hasMail else { return }
            let off = try await amparo.get("/en/alerts").words
            #expect(off.contains("This browser can tell you instead") == hasPush && off.contains("Keep the address of the list") != hasPush)
        }
    }

    @Test(arguments: Engine.available)
    func `where mail was switched off, whoever is with us can still leave, see and be paused`(on engine: Engine) async throws {
        try await withSupporters(engine, mail: false) { visit in
            let counter = try SupporterCounter(visit.amparo.store, keyring: .still())
            let rosa = try await counter.supporter("rosa@example.org"), asked = try await counter.askToSignIn("rosa@example.org")
            let session = try await counter.signIn(try #require(asked.token), asked.code.text)
            let own = ["cookie": "amparo-my=\(session.token)"]
            #expect(try await visit.amparo.get("/en/my", own).words.contains("What I get"))
            #expect(try await visit.amparo.post("/en/my/pause", [("pause", "2021-12-24")], own)["location"] == "/en/my?done=pause")
            for path in ["/en/my/address", "/en/my/sign-in", "/en/alerts"] {
                let page = try await visit.amparo.post(path, [("address", "rosa@example.net")], own)
                #expect(page.status == 501 && page.words.contains("Alerts by mail are not set up on this server"), "\(path)")
            }
            for path in ["/en/alerts", "/en/my"] { #expect(try await visit.amparo.get(path).words.contains("not set up on this server"), "\(path)") }
            let stop = "/en/alerts/stop/" + UnsubscribeToken.text(rosa, try .still())
            let page = try await visit.amparo.get(stop)
            #expect(page.status == 200 && page.forms.contains(stop))
            let done = try await visit.amparo.post(stop, [("List-Unsubscribe", "One-Click")])
            #expect(done.status == 200 && done.words.contains("The alerts have stopped"))
            #expect(try await visit.countSuppressed() == 1)
            #expect(try await visit.amparo.post("/en/alerts/stop/nobody.AAAAAAAAAAAAAAAAAAAAAA", []).status == 404)
        }
    }
}
