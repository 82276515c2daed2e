import Documents
import TestSupport
import Testing

/// Ivo publishes; Noor, who has never been here, reads.
@Suite(.timeLimit(.minutes(5))) struct ReadingJourney {
    @Test(arguments: Engine.available)
    func `what Ivo publishes, Noor finds, reads in French and takes home`(on engine: Engine) async throws {
        try await withAmparo(engine) { amparo in
            try await amparo.store.take(.wanjiru { $0.indexCode = "AFR 32/4000/2021" }, published: false)
            #expect(try await amparo.get("/en/actions/77-21").status == 404)
            try await amparo.store.publish()

            let door = try await amparo.get("/", ["accept-language": "fr-BE,fr;q=0.9"])
            let list = try await amparo.eventually(door["location"] ?? "/") { $0.text.contains("77-21") }
            #expect(list["content-language"] == "fr")
            let page = try await amparo.get(try #require(list.links.first { $0.contains("/actions/") }))
            #expect(page.words.contains("Reporter held over a budget question"))
            #expect(page.words.contains("34 jours"))

            let sheet = try await amparo.get(try #require(page.links.first { $0.hasSuffix("sheet.txt") }))
            #expect(sheet.text.contains("UA 77/21"))
            #expect(try await amparo.get("/go?q=AFR+32%2F4000%2F2021", ["accept-language": "fr"])["location"] == "/fr/actions/77-21")
            let month = try await amparo.get(try #require(page.links.first { $0.hasPrefix("/fr/archive/2021/") }))
            #expect(month.links.contains("/fr/actions/77-21"))
        }
    }
}
