import Campaign
import Documents
import TestSupport
import Testing

@testable import Site

@Suite(.timeLimit(.minutes(5))) struct CollectionPagesTests {
    @Test(arguments: Engine.available)
    func `staff make a collection, a school enters its letters over three cases at once, and the page has the total`(on engine: Engine) async throws {
        try await withAmparo(engine) { amparo in
            for serial in 12...14 { try await amparo.store.take(.bishnu(serial: serial, until: "2021-12-31")) }
            let rosa = try await amparo.store.staff("rosa", .coordinator), cookie = ["cookie": rosa.cookie]
            let made = [("title", "Letters of the winter"), ("slug", "winter-2021"), ("first", "2021-11-15"), ("last", "2022-01-31")]
            let wrong = try await amparo.post("/desk/collections", [("title", "x"), ("slug", "No!"), ("first", ""), ("last", "")], cookie)
            #expect(wrong.status == 422)
            #expect(try await amparo.post("/desk/collections", made, cookie)["location"] == "/desk/collections/winter-2021")
            #expect(try await amparo.get("/en/collections/winter-2021").status == 404)
            let filled = [
                ("title.en", "Letters of the winter"), ("words.en", "Three cases."), ("cases", "UA 13/21, UA 12/21, UA 14/21"),
                ("first", "2021-11-15"), ("last", "2022-01-31"), ("late", "42"), ("schools", "yes"), ("public", "yes"),
            ]
            let unknown = try await amparo.post(
                "/desk/collections/winter-2021", filled.map { $0.0 == "cases" ? ("cases", "UA 99/21") : $0 }, cookie)
            #expect(unknown.status == 422 && unknown.words.contains("99/21"))
            #expect(try await amparo.post("/desk/collections/winter-2021", filled, cookie).status == 303)
            let page = try await amparo.get("/en/collections/winter-2021")
            #expect(page.status == 200 && page.first("h1") == "Letters of the winter")
            let order = page.text.matches(of: /UA (1[234])\/21<\/bdi>/).map { String($0.1) }
            #expect(order == ["13", "12", "14"])
            #expect(try await amparo.get("/c/winter-2021", ["accept-language": "fr"])["location"] == "/fr/collections/winter-2021")
            #expect(try await amparo.get("/c/winter-2021/code.svg")["content-type"] == "image/svg+xml")

            let group = try await AddGroup(database: amparo.store.database, world: amparo.store.world)(
                "Class 8b", at: "Basel", isSchool: true, section: .international, by: "Ivo")
            let form = try await amparo.get("/en/collections/winter-2021/return?code=\(group.code.text)")
            #expect(form.status == 200)
            let fields = [
                ("token", form.hidden["token"] ?? ""), ("12-21.1.post", "20"), ("13-21.1.post", "10"), ("14-21.1.email", "4"), ("77-21.1.post", "9"),
            ]
            let path = "/en/collections/winter-2021/returns?code=\(group.code.text)"
            for _ in 1...2 { #expect(try await amparo.post(path, fields).status == 303) }
            let counted = try await amparo.eventually("/en/collections/winter-2021") { $0.words.contains("34 appeals sent") }
            #expect(counted.words.contains("34 appeals sent"))
            let desk = try await amparo.get("/desk/collections/winter-2021", cookie)
            #expect(desk.words.contains("Basel") && desk.words.contains(group.code.text))
        }
    }

    @Test func `a school's page asks for no pupil, and no page of a school's collection leads to a form for names`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            let make = MakeCollection(database: amparo.store.database, world: amparo.store.world)
            let first = try #require(Day("2021-11-15")), last = try #require(Day("2022-01-31"))
            var collection = try await make("winter-2021", titled: "Winter", in: "en", from: first, to: last, section: .international, by: "Ivo")
            (collection.cases, collection.isPublic) = ([.wanjiru], true)
            try await make.change(collection, by: "Ivo")
            #expect(try await amparo.get("/en/collections/winter-2021/school").status == 404)
            collection.isForSchools = true
            try await make.change(collection, by: "Ivo")
            let page = try await amparo.get("/en/collections/winter-2021"), school = try await amparo.get("/en/collections/winter-2021/school")
            #expect(page.links.contains("/en/collections/winter-2021/school"))
            #expect(school.words.contains("first name only") && school.words.contains("the school is the sender"))
            for answer in [page, school] {
                #expect(!answer.links.contains { $0.hasSuffix("/write") })
                #expect(answer.text.matches(of: /name="(?:name|first_name|address|email|place)"/).isEmpty)
                #expect(answer["set-cookie"] == nil)
            }
        }
    }

    @Test func `a pack of a school bears the school as sender, and sends whoever counts to the one return`() async throws {
        try await withSite { pages in
            try await pages.store.take(.wanjiru())
            let reader = try pages.reader(), view = try await pages.view(for: reader)
            var making = PackMaking(compose: try WritingDesk().compose, origins: pages.site.origins, group: nil, reader: reader)
            (making.title, making.school, making.returnPath) = ("Winter", "School on the Hill, Basel", "/en/collections/winter-2021/return")
            let chosen = PackChoice.Case(
                reference: .wanjiru, ordinal: 1, copies: 3, positions: [0], languages: [try #require(view.output.letters.first?.language)])
            let pack = making.pack(PackChoice(cases: [chosen], for: reader.section), [view])
            #expect(pack.letterCount == 3)
            #expect(pack.cases.first?.letters.first?.letter.dateLine.hasPrefix("School on the Hill, Basel") == true)
            #expect(pack.report?.address.hasSuffix("/en/collections/winter-2021/return") == true)
            #expect(pack.words.title == "Winter" && pack.words.stepList.first?.contains("first name only") == true)
        }
    }
}
