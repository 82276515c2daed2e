import Campaign
import Documents
import Foundation
import Storage
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5))) struct SignUpPagesTests {
    @Test(arguments: Engine.available)
    func `Rosa signs up with her address alone, and only the button makes her one of us`(on engine: Engine) async throws {
        try await withSupporters(engine) { visit in
            let form = try await visit.amparo.get("/en/alerts")
            #expect(form.status == 200 && form["cache-control"] == "no-store")
            #expect(form.chosen.contains("pace=at_once"))
            #expect(form.text.utf8.count < 60_000)
            let sent = try await visit.signUp(" rosa@example.org ")
            #expect(sent.status == 303 && sent["location"] == "/en/alerts/sent")
            #expect(try await visit.amparo.get("/en/alerts/sent").words.contains("Look in your mail"))
            let path = try await visit.path()
            for _ in 1...3 {
                let page = try await visit.amparo.get(path)
                #expect(page.status == 200 && page.forms.contains(path))
                #expect(page.words.contains("Every case, as soon as it comes"))
            }
            #expect(try await visit.states() == ["unconfirmed"])
            let done = try await visit.amparo.post(path, [])
            #expect(done.status == 303 && done["location"] == "/en/alerts/welcome")
            #expect(try await visit.states() == ["confirmed"])
        }
    }

    @Test func `the answer to a known address is that to an unknown one, byte for byte`() async throws {
        try await withSupporters { visit in
            try await visit.join("rosa@example.org")
            let known = try await visit.signUp("rosa@example.org"), unknown = try await visit.signUp("ana@example.org")
            #expect(known.status == unknown.status && known["location"] == unknown["location"] && known.body == unknown.body)
            let again = try await visit.amparo.post("/en/my/sign-in", [("address", "rosa@example.org")])
            let other = try await visit.amparo.post("/en/my/sign-in", [("address", "nobody@example.org")])
            #expect(again.status == 200 && other.status == 200)
            #expect(again.headers.map(\.name) == other.headers.map(\.name))
            #expect(again.body.count == other.body.count)
        }
    }

    @Test func `a slip in the address is asked about before anything is sent`() async throws {
        try await withSupporters { visit in
            let asked = try await visit.signUp("rosa@gmial.com", [("pace", "weekly")])
            #expect(asked.status == 200)
            #expect(asked.words.contains("Did you mean rosa@gmail.com?") && asked.words.contains("Yes, use that"))
            #expect(asked.chosen.contains("pace=weekly"))
            #expect(visit.tray.all.isEmpty)
            #expect(try await visit.signUp("rosa@gmial.com", [("use", "rosa@gmail.com")]).status == 303)
            #expect(try await visit.letter().to.text == "rosa@gmail.com")
            #expect(try await visit.signUp("ana@gmial.com", [("keep", "ana@gmial.com")]).status == 303)
            #expect(try await visit.letter().to.text == "ana@gmial.com")
        }
    }

    @Test func `what is no address, and a choice that nobody offers, is told beside its field`() async throws {
        try await withSupporters { visit in
            for address in ["", "rosa", "rosa@", "rosa@example.org\r\nBcc: all@example.org", "<b>@example.org", "a@b@c"] {
                let page = try await visit.signUp(address)
                #expect(page.status == 422 && page.links.contains("#address"), "\(address)")
                #expect(!page.text.contains("<b>@"))
            }
            for (field, value) in [("pace", "hourly"), ("topic", "<i>"), ("country", "XX"), ("region", "mars"), ("channel", "petition")] {
                let page = try await visit.signUp(
                    "rosa@example.org", [("pace", "daily")].filter { $0.0 != field } + [("pace", "daily"), (field, value)])
                #expect(page.status == (field == "pace" ? 303 : 422), "\(field)")
            }
            #expect(try await visit.signUp("rosa@example.org", [("pace", "hourly")]).status == 422)
        }
    }

    @Test func `what was chosen is kept, and shown beside the button`() async throws {
        try await withSupporters { visit in
            let chosen = [
                ("pace", "monthly"), ("same_day", "1"), ("network", "group"), ("region", "africa"), ("country", "PE"), ("topic", "torture"),
                ("channel", "post"),
            ]
            _ = try await visit.signUp("rosa@example.org", chosen)
            let page = try await visit.amparo.get(try await visit.path())
            for words in ["One case a month", "For a group", "Peru", "Letter by post"] { #expect(page.words.contains(words), "\(words)") }
        }
    }

    @Test func `every country may be ticked at once`() async throws {
        try await withSupporters { visit in
            let countries = CountryListCodes.all.map { ("country", $0) }
            #expect(countries.count > 150)
            let answer = try await visit.signUp("rosa@example.org", [("pace", "daily")] + countries)
            #expect(answer.status == 303)
        }
    }

    @Test func `whoever comes from an action follows that action and gets nothing else`() async throws {
        try await withSupporters { visit in
            try await visit.amparo.store.take(.wanjiru())
            #expect(try await visit.amparo.get("/en/actions/77-21").forms.contains("/en/actions/77-21/follow"))
            #expect(try await visit.amparo.get("/en/actions/77-21/thanks").forms.contains("/en/actions/77-21/follow"))
            let led = try await visit.amparo.post("/en/actions/77-21/follow", [])
            #expect(led.status == 303 && led["location"] == "/en/alerts?action=77-21")
            let form = try await visit.amparo.get("/en/alerts?action=77-21")
            #expect(form.hidden["action"] == "77-21" && form.chosen.contains("pace=none"))
            _ = try await visit.signUp("rosa@example.org", [("action", "77-21"), ("pace", "none")])
            let page = try await visit.amparo.get(try await visit.path())
            #expect(page.words.contains("UA 77/21") && page.words.contains("Only the cases I follow"))
            #expect(try await visit.amparo.get("/en/alerts?action=99-99").status == 404)
        }
    }

    @Test(arguments: Engine.available)
    func `everything the form offers is kept as it was chosen`(on engine: Engine) async throws {
        try await withSupporters(engine) { visit in
            let chosen = [
                ("pace", "twice_a_month"), ("same_day", "1"), ("language", "fr"), ("reads", "en"), ("reads", "es"), ("network", "group"),
                ("country", "PE"), ("country", "KE"), ("region", "africa"), ("region", "asia"), ("topic", "torture"), ("topic", "women"),
                ("channel", "post"), ("channel", "email"), ("zone", "America/Lima"), ("pause", "2021-12-24"),
            ]
            let form = try await visit.amparo.get("/en/alerts")
            let offered = Set(form.text.matches(of: /name="([a-z_]+)"/).map { String($0.output.1) })
            #expect(offered.isSuperset(of: chosen.map(\.0)), "\(Set(chosen.map(\.0)).subtracting(offered))")
            _ = try await visit.signUp("rosa@example.org", chosen)
            let path = try await visit.path(), page = try await visit.amparo.get(path)
            for words in ["Deux cas par mois", "America/Lima", "24 décembre 2021", "Pérou", "Kenya"] {
                #expect(page.words.contains(words), "\(words)")
            }
            _ = try await visit.amparo.post(path, [])
            let rosa = try #require(
                try await visit.amparo.store.database.read { db in
                    try db.row("SELECT id FROM supporter").flatMap { try db.supporter($0("id")) }
                })
            #expect(rosa.pace == .twiceAMonth && rosa.sameDay && rosa.language == "fr" && rosa.network == .group)
            #expect(
                rosa.choices.languages == ["en", "es"] && rosa.choices.regions == [.africa, .asia] && rosa.choices.topics == [.torture, .women])
            #expect(rosa.choices.countries == Set(["PE", "KE"].compactMap { Country($0) }) && rosa.choices.channels == [.post, .email])
            #expect(rosa.timeZone.identifier == "America/Lima" && rosa.pausedUntil == Day("2021-12-24"))
        }
    }

    @Test func `a pause that is no day to come, and a zone that nobody knows, are told beside the form`() async throws {
        try await withSupporters { visit in
            for day in ["2021-11-30", "2020-01-01", "2023-01-01", "soon"] {
                let page = try await visit.signUp("rosa@example.org", [("pause", day)])
                #expect(page.status == 422 && page.links.contains("#pause"), "\(day)")
            }
            let page = try await visit.signUp("nobody", [("pause", "soon"), ("zone", "Mars/Olympus")])
            #expect(Set(page.links).isSuperset(of: ["#address", "#pause", "#choices"]))
            #expect(try await visit.signUp("rosa@example.org", [("pause", "")]).status == 303)
            #expect(visit.tray.all.count <= 1)
        }
    }
}
