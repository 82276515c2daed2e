import Campaign
import Documents
import Storage
import TestSupport
import Testing

@testable import Site

@Suite struct SectionPagesTests {
    @Test(arguments: Engine.available)
    func `an admin sets their own section and finds no other's`(on engine: Engine) async throws {
        try await withAmparo(engine) { amparo in
            let lea = try await amparo.store.staff("lea", .admin, in: .swiss), cookie = ["cookie": lea.cookie], host = "ch.localhost"
            #expect(try await amparo.get("/desk/section", host: host, cookie)["location"] == "/desk/section/ch")
            for path in [
                "/desk/section/us", "/desk/section/int/look", "/desk/section/us/words/en", "/desk/section/ch/words/es", "/desk/section/none",
            ] {
                #expect(try await amparo.get(path, host: host, cookie).status == 404, "\(path)")
            }
            for path in ["/desk/section/us", "/desk/section/us/look", "/desk/section/int/logo", "/desk/section/int/logo-removal"] {
                #expect(try await amparo.post(path, [("name", "Ours")], host: host, cookie).status == 404, "\(path)")
            }
            #expect(try await amparo.post("/desk/section", [("code", "xx")], host: host, cookie).status == 403)
            let editor = try await amparo.store.staff("ed", .editor, in: .swiss)
            #expect(try await amparo.get("/desk/section/ch", host: host, ["cookie": editor.cookie]).status == 403)
        }
    }

    @Test(arguments: Engine.available)
    func `colours are on the section's pages at once, under an address that changes with them`(on engine: Engine) async throws {
        try await withAmparo(engine) { amparo in
            let lea = try await amparo.store.staff("lea", .admin, in: .swiss), cookie = ["cookie": lea.cookie], host = "ch.localhost"
            #expect(try await !amparo.get("/de/", host: host).text.contains("/look/"))
            var colours = Look.Spot.all.map { ($0.name, Look()[$0].description) }
            colours[colours.firstIndex { $0.0 == "light.signal" } ?? 0].1 = "#ffb3ab"
            let faint = try await amparo.post("/desk/section/ch/look", colours, host: host, cookie)
            #expect(faint.status == 422 && faint.words.contains("1.6 to 1; text needs 4.5 to 1"))
            colours[colours.firstIndex { $0.0 == "light.signal" } ?? 0].1 = "#7a0c5b"
            #expect(try await amparo.post("/desk/section/ch/look", colours, host: host, cookie).status == 303)
            let page = try await amparo.eventually("/de/", host: host) { $0.text.contains("/look/") }
            let path = try #require(page.text.split(separator: "\"").first { $0.hasPrefix("/look/ch-") }).description
            let sheet = try await amparo.get(path, host: host)
            #expect(sheet.text.contains("--signal:#7a0c5b") && sheet["cache-control"]?.contains("immutable") == true)
            #expect(sheet["content-type"] == "text/css; charset=utf-8")
            #expect(try await amparo.get("/look/ch-000000000000.css").status == 404)
            #expect(try await !amparo.get("/en/").text.contains("/look/"))
        }
    }

    @Test func `a letter begins as the section decided, and a writer may decide otherwise`() async throws {
        try await withAmparo { amparo in
            let rosa = try await amparo.store.staff("rosa", .admin), path = "/en/actions/77-21/write"
            try await amparo.store.take(.wanjiru())
            #expect(try await !amparo.get(path).text.contains("name=\"initials\" value=\"1\" checked"))
            let section = try #require(try await amparo.store.database.read { try $0.sections() }.first)
            var settings = SectionSettings(section)
            settings.letters[.address] = "initials"
            settings.letters[.ways] = "both"
            try await ChangeSection(database: amparo.store.database, world: amparo.store.world)(settings, of: .international, by: rosa.login)
            let page = try await amparo.eventually(path) { $0.text.contains("checked><span>Sign with my initials") }
            #expect(page.text.contains("name=\"initials\" value=\"1\" checked") && page.words.contains("Post a letter as well as an e-mail"))
            let form = page.hidden.map { ($0.key, $0.value) } + [("again", "check"), ("name", "Rosa Lee"), ("addressee", "1"), ("way", "post")]
            #expect(try await !amparo.post("/en/actions/77-21/letters", form).text.contains("name=\"initials\" value=\"1\" checked"))
        }
    }

    @Test func `a section publishes in languages that the desk has no words in, and its desk is in English`() async throws {
        try await withAmparo { amparo in
            let rosa = try await amparo.store.staff("rosa", .admin), cookie = ["cookie": rosa.cookie, "accept-language": "ar"]
            var settings = SectionSettings(try #require(try await amparo.store.database.read { try $0.sections() }.first))
            settings.languages = ["it", "ar", "zh-Hans"]
            try await ChangeSection(database: amparo.store.database, world: amparo.store.world)(settings, of: .international, by: rosa.login)
            _ = try await amparo.eventually("/it/") { $0.status == 200 }
            let desk = try await amparo.get("/desk", cookie)
            #expect(desk["content-language"] == "en" && desk.text.contains("<html lang=\"en\" dir=\"ltr\">"))
            #expect(desk.links.contains("/it/") && !desk.links.contains { $0.hasPrefix("/en/") })
            let arabic = try await amparo.get("/ar/")
            #expect(arabic.text.contains("<html lang=\"ar\" dir=\"rtl\">") && arabic.text.contains("hreflang=\"zh-Hans\" lang=\"zh-Hans\">简体中文</a>"))
            #expect(try await amparo.get("/", ["accept-language": "zh-CN,en;q=0.5"])["location"] == "/zh-Hans/")
            #expect(try await amparo.get("/", ["accept-language": "fa, ar-EG;q=0.8"])["location"] == "/ar/")
        }
    }

    @Test func `languages are typed in any case, and one that there are no words in is refused`() throws {
        let typed = ["name": "Ours", "host": "a.example", "languages": "IT, zh-hans it", "time_zone": "Europe/Zurich", "reference_style": "slash"]
        let letters = LetterPoint.allCases.map { ("letters_\($0.rawValue)", $0.choices[0]) }
        let rest = ["threshold": "10", "late_days": "30", "own_country": "warn"].merging(letters) { $1 }
        func settings(_ languages: String) throws(FormProblems) -> SectionSettings {
            try SectionSettings(spoken: ["en", "it", "zh-Hans"]) { $0 == "languages" ? languages : typed[$0] ?? rest[$0] ?? "" }
        }
        #expect(try settings("IT, zh-hans it").languages == ["it", "zh-Hans"])
        #expect(throws: FormProblems.self) { try settings("it xx") }
        #expect(throws: FormProblems.self) { try settings("en-XA") }
    }
}
