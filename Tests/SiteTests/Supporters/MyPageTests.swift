import Campaign
import Documents
import Foundation
import Storage
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5))) struct MyPageTests {
    @Test(arguments: Engine.available)
    func `Rosa changes what she gets, follows, pauses, and reads it on her page`(on engine: Engine) async throws {
        try await withSupporters(engine) { visit in
            try await visit.amparo.store.take(.wanjiru())
            try await visit.join("rosa@example.org")
            let own = ["cookie": try await visit.enter("rosa@example.org")]
            let changed = try await visit.amparo.post("/en/my/preferences", [("pace", "weekly"), ("topic", "torture"), ("topic", "women")], own)
            #expect(changed.status == 303 && changed["location"] == "/en/my?done=preferences")
            #expect(try await visit.amparo.post("/en/actions/77-21/follow", [], own)["location"] == "/en/my?done=follow")
            #expect(try await visit.amparo.post("/en/my/pause", [("pause", "2021-12-24")], own)["location"] == "/en/my?done=pause")
            let page = try await visit.amparo.get("/en/my?done=follow", own)
            #expect(page["cache-control"] == "no-store" && page.text.contains("content=\"noindex\""))
            #expect(page.text.utf8.count < 60_000)
            for words in ["One case a week", "You follow this action now", "No alerts until 24 December 2021", "UA 77/21", "34 days left"] {
                #expect(page.words.contains(words), "\(words)")
            }
            #expect(page.chosen.contains("topic=torture") && page.chosen.contains("topic=women"))
            #expect(try await visit.amparo.post("/en/my/unfollow", [("action", "77-21")], own)["location"] == "/en/my?done=unfollow")
            #expect(try await visit.amparo.get("/en/my", own).words.contains("You follow no case yet"))
            #expect(try await visit.amparo.post("/en/my/pause", [("end", "1")], own)["location"] == "/en/my?done=resume")
        }
    }

    @Test func `a wrong form is shown again with what was typed`() async throws {
        try await withSupporters { visit in
            try await visit.join("rosa@example.org")
            let own = ["cookie": try await visit.enter("rosa@example.org")]
            for (path, field, value, link) in [
                ("pause", "pause", "2021-11-30", "#pause"), ("pause", "pause", "soon", "#pause"), ("pause", "pause", "2031-01-01", "#pause"),
                ("address", "address", "rosa at example", "#address"), ("preferences", "pace", "hourly", "#choices"),
            ] {
                let page = try await visit.amparo.post("/en/my/\(path)", [(field, value)], own)
                #expect(page.status == 422 && page.links.contains(link), "\(path) \(value)")
            }
        }
    }

    @Test func `a report is remembered only while history is on, and forgotten when it is switched off`() async throws {
        try await withSupporters { visit in
            try await visit.amparo.store.take(.wanjiru())
            try await visit.join("rosa@example.org")
            let own = ["cookie": try await visit.enter("rosa@example.org")]
            func report(_ quantity: Int) async throws {
                let form = try await visit.amparo.get("/en/actions/77-21/report").hidden.map { ($0.key, $0.value) }
                let fields = form + [("channel", "post"), ("quantity", "\(quantity)")]
                #expect(try await visit.amparo.post("/en/actions/77-21/reports", fields, own).status == 303)
            }
            try await report(7)
            #expect(try await visit.amparo.post("/en/my/history", [("keep", "1")], own)["location"] == "/en/my?done=history_on")
            try await report(3)
            let page = try await visit.amparo.get("/en/my", own)
            #expect(page.words.contains("3 × Letter by post") && !page.words.contains("7 × Letter by post"))
            #expect(try await visit.amparo.post("/en/my/history", [("keep", "0")], own).status == 303)
            let after = try await visit.amparo.get("/en/my", own)
            #expect(after.status == 200 && !after.words.contains("3 × Letter by post"))
            #expect(try await visit.amparo.store.tally().counted() == 10)
        }
    }

    @Test func `everything held is there to read and to take along`() async throws {
        try await withSupporters { visit in
            try await visit.amparo.store.take(.wanjiru())
            try await visit.join("rosa@example.org", [("action", "77-21")])
            let own = ["cookie": try await visit.enter("rosa@example.org")]
            let page = try await visit.amparo.get("/en/my/data", own)
            #expect(page.words.contains("rosa@example.org") && page.words.contains("77/21") && page["cache-control"] == "no-store")
            let json = try await visit.amparo.get("/en/my/data.json", own)
            #expect(json["content-type"] == "application/json" && json["cache-control"] == "no-store")
            let read = try #require(try JSONSerialization.jsonObject(with: Data(json.body)) as? [String: Any])
            #expect(read["address"] as? String == "rosa@example.org")
        }
    }

    @Test(arguments: Engine.available)
    func `erasing asks for a fresh sign-in, and then nothing is left`(on engine: Engine) async throws {
        try await withSupporters(engine) { visit in
            try await visit.join("rosa@example.org")
            let stale = ["cookie": try await visit.enter("rosa@example.org")]
            visit.amparo.store.advance(seconds: 16 * 60)
            #expect(try await visit.amparo.get("/en/my/erase", stale).forms.contains("/en/my/sign-in"))
            #expect(try await visit.amparo.post("/en/my/erase", [], stale).status == 403)
            #expect(try await visit.states() == ["confirmed"])
            let asked = try await visit.amparo.post("/en/my/sign-in", [("again", "1")], stale)
            let fresh = ["cookie": try await visit.amparo.post(try await visit.path(), [], ["cookie": asked.cookies]).cookies]
            #expect(try await visit.amparo.get("/en/my/erase", fresh).forms.contains("/en/my/erase"))
            #expect(try await visit.states() == ["confirmed"])
            let gone = try await visit.amparo.post("/en/my/erase", [], fresh)
            #expect(gone.status == 200 && gone.words.contains("Your data is erased"))
            #expect(try await visit.states() == [])
            #expect(try await visit.amparo.get("/en/my", fresh).status == 303)
        }
    }

    @Test func `a new address is used once its owner presses the button`() async throws {
        try await withSupporters { visit in
            try await visit.join("rosa@example.org")
            let own = ["cookie": try await visit.enter("rosa@example.org")]
            #expect(try await visit.amparo.post("/en/my/address", [("address", "rosa@example.net")], own)["location"] == "/en/my/address")
            let path = try await visit.path()
            #expect(try await visit.amparo.get(path).forms.contains(path))
            #expect(try await visit.amparo.get("/en/my", own).words.contains("Mails go to rosa@example.org"))
            #expect(try await visit.amparo.post(path, []).words.contains("The address is changed"))
            let after = try await visit.amparo.get("/en/my", own)
            #expect(after.status == 303 || after.words.contains("Mails go to rosa@example.net"))
        }
    }

    @Test func `an open browser alone does not move the address`() async throws {
        try await withSupporters { visit in
            try await visit.join("rosa@example.org")
            let stale = ["cookie": try await visit.enter("rosa@example.org")]
            visit.amparo.store.advance(seconds: 16 * 60)
            let refused = try await visit.amparo.post("/en/my/address", [("address", "rosa@example.net")], stale)
            #expect(refused.status == 403 && refused.forms.contains("/en/my/sign-in") && refused.words.contains("Another e-mail address"))
            let asked = try await visit.amparo.post("/en/my/sign-in", [("again", "1")], stale)
            let fresh = ["cookie": try await visit.amparo.post(try await visit.path(), [], ["cookie": asked.cookies]).cookies]
            #expect(try await visit.amparo.post("/en/my/address", [("address", "rosa@example.net")], fresh)["location"] == "/en/my/address")
        }
    }

    @Test func `Rosa is asked whether she wants to hear how it ends, and may change her mind`() async throws {
        try await withSupporters { visit in
            try await visit.join("rosa@example.org")
            let own = ["cookie": try await visit.enter("rosa@example.org")]
            func wish() async throws -> Bool? {
                try await visit.amparo.store.database.read { try $0.row("SELECT wants_outcomes FROM supporter")?("wants_outcomes") }
            }
            func send(_ fields: [(String, String)]) async throws -> String? { try await visit.amparo.post("/en/my/history", fields, own)["location"] }
            #expect(try await visit.amparo.get("/en/my", own).words.contains("Tell me how the cases I reported on end"))
            #expect(try await send([("keep", "1")]) == "/en/my?done=history_on")
            #expect(try await wish() == false)
            #expect(try await send([("keep", "1"), ("outcomes", "1")]) == "/en/my?done=outcomes_on")
            #expect(try await wish() == true)
            #expect(try await visit.amparo.get("/en/my?done=outcomes_on", own).words.contains("We will tell you how the cases you reported on end"))
            #expect(try await send([("keep", "1"), ("outcomes", "0")]) == "/en/my?done=outcomes_off")
            #expect(try await send([("keep", "0"), ("outcomes", "1")]) == "/en/my?done=history_off")
            #expect(try await wish() == false)
            #expect(try await send([("keep", "1"), ("outcomes", "1")]) == "/en/my?done=history_on")
            #expect(try await wish() == true)
        }
    }
}
