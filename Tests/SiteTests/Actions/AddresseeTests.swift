import Campaign
import Documents
import Storage
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5))) struct AddresseeTests {
    private let table = """
        kind,key,country,title_en,title_de,receiving,accredited_from,channel,place,state,state_on,email,checked_on
        office,ke-ag,KE,Attorney General,,,,,,,,registry@example.org,2021-11-01
        contact,ke-ag,,,,,,email,ag@example.org,bounced,2021-11-20,,2021-11-20
        mission,ke-ch,KE,Embassy of Kenya in Germany,Botschaft von Kenia in Deutschland,CH,DE,,,,,ke.berlin@example.org,2020-05-01
        """

    private func register(_ amparo: RunningAmparo) async throws {
        _ = try await ImportOfficials(database: amparo.store.database, world: amparo.store.world)(
            try CSVTable(Array(table.utf8)), source: "officials.csv", by: "Rosa")
    }

    @Test func `no e-mail address of an official stands in a page, and the answer to a form has it`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru { $0.makeRich() })
            let page = try await amparo.get("/en/actions/77-21")
            #expect(!page.text.contains("ag@example.org"))
            #expect(page.forms.contains("/en/actions/77-21/addresses"))
            let answer = try await amparo.post("/en/actions/77-21/addresses", [("addressee", "1")])
            #expect(answer.status == 200)
            #expect(answer.links.contains { $0.hasPrefix("mailto:ag@example.org?subject=UA%2077%2F21") })
            #expect(answer.words.contains("Sign with your initials"))
            #expect(try await amparo.post("/en/actions/77-21/addresses", [("addressee", "9")]).status == 404)
            #expect(try await amparo.get("/en/actions/77-21/addresses").status == 303)
        }
    }

    @Test func `an address that bounced is said to have, and another is offered`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            try await register(amparo)
            let page = try await amparo.get("/en/actions/77-21")
            #expect(page.words.contains("This bounced on 20 November 2021. Use the one from the register instead."))
            let answer = try await amparo.post("/en/actions/77-21/addresses", [("addressee", "1")])
            #expect(answer.links.filter { $0.hasPrefix("mailto:") }.map { $0.hasPrefix("mailto:registry@example.org") } == [true])
        }
    }

    @Test func `readers in Switzerland are shown the embassy accredited to Switzerland, and that it was not checked for a year`() async throws {
        try await withAmparo { amparo in
            try await register(amparo)
            try await amparo.store.take(.wanjiru { $0.targets = [.amina] })
            let swiss = try await amparo.get("/de/actions/77-21", host: "ch.localhost")
            #expect(swiss.words.contains("Botschaft von Kenia in Deutschland"))
            #expect(swiss.words.contains("Sitz in einem anderen Land (Deutschland)"))
            #expect(swiss.words.contains("vor mehr als einem Jahr"))
            let american = try await amparo.get("/en/actions/77-21", host: "us.localhost")
            #expect(american.words.contains("The register names no embassy in your country (United States) for: Kenya."))
            #expect(!(try await amparo.get("/en/actions/77-21").words.contains("The register names no embassy")))
        }
    }
}
