import Campaign
import Documents
import TestSupport
import Testing

@testable import Site

@Suite struct TallyPagesTests {
    @Test(arguments: Engine.available)
    func `a letter is made, its page confirms the figure to anybody, and names nobody`(on engine: Engine) async throws {
        try await withAmparo(engine) { amparo in
            try await amparo.store.take(.wanjiru())
            try await amparo.report(34, by: "post")
            let rosa = try await amparo.store.staff("rosa", .coordinator), cookie = ["cookie": rosa.cookie]
            let form = [("action", "UA 77/21"), ("reader", "official"), ("language", "es"), ("rounding", "1")]
            let made = try await amparo.post("/desk/tallies", form, cookie)
            let path = try #require(made["location"]), code = path.split(separator: "/").last.map(String.init) ?? ""
            #expect(try await amparo.get(path, cookie).words.contains("34"))

            let short = try await amparo.get("/tally/\(code)")
            #expect(short["location"] == "/en/tally/\(code)")
            try await amparo.report(100, by: "email")
            let page = try await amparo.get("/en/tally/\(code.lowercased())")
            #expect(page.status == 200 && page.words.contains("34 appeals") && page.words.contains("UA 77/21"))
            #expect(page.words.contains("They were sent on 30 November 2021."), "one day is no span")
            #expect(!page.text.contains("Wanjiru") && !page.text.contains("Amina"))
            #expect(try await amparo.get("/de/tally/\(code)").words.contains("34 Appelle"))
            #expect(try await amparo.get("/en/tally/0000000000").status == 404)

            let word = try await amparo.post(path + "/paper", [("format", "docx"), ("to", "Attorney General, Nairobi")], cookie)
            #expect(word.status == 200 && word.body.starts(with: Array("PK".utf8)))
            try await WithdrawAction(database: amparo.store.database, world: amparo.store.world)(.wanjiru, reason: "asked", by: "Rosa")
            #expect(try await amparo.get("/en/tally/\(code)").status == 410)
        }
    }

    @Test func `another section's letter is not at this desk, and too few are told of in none`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            let rosa = try await amparo.store.staff("rosa", .coordinator), cookie = ["cookie": rosa.cookie]
            let form = [("action", "UA 77/21"), ("reader", "family"), ("language", "en"), ("rounding", "1")]
            #expect(try await amparo.post("/desk/tallies", form, cookie).status == 422)
            try await amparo.report(34)
            let path = try #require(try await amparo.post("/desk/tallies", form, cookie)["location"])
            let lea = try await amparo.store.staff("lea", .admin, in: .swiss)
            #expect(try await amparo.get(path, host: "ch.localhost", ["cookie": lea.cookie]).status == 404)
        }
    }
}
