import Campaign
import Documents
import TestSupport
import Testing

/// Wanjiru's hearing is put off, and Ivo wants letters for longer; Rosa has the page open, and reads in Zurich and New York.
@Suite(.timeLimit(.minutes(5))) struct ExtensionJourney {
    @Test(arguments: Engine.available)
    func `an expired case takes letters again, and says since when and until when`(on engine: Engine) async throws {
        try await withAmparo(engine, at: "2022-01-05T10:00:00.000Z") { amparo in
            try await amparo.store.take(.wanjiru())
            let before = try await amparo.get("/en/actions/77-21")
            #expect(before.words.contains("The time for letters is over") && !before.links.contains("/en/actions/77-21/write"))
            #expect(try await !amparo.get("/en/").links.contains("/en/actions/77-21"))

            _ = try await amparo.withCommand { store in
                try await ExtendDeadline(database: store.database, world: store.world)(
                    .wanjiru, until: Day("2022-01-17") ?? Day(number: 0), by: "Ivo")
            }
            let page = try await amparo.eventually("/en/actions/77-21") { $0.links.contains("/en/actions/77-21/write") }
            for words in [
                "Extended on 5 January 2022", "letters until 17 January 2022", "Deadline in the document", "3 January 2022", "12 days left",
            ] {
                #expect(page.words.contains(words), "\(words)")
            }
            #expect(try await amparo.eventually("/en/") { $0.links.contains("/en/actions/77-21") }.words.contains("17 January 2022"))
            #expect(try await amparo.get("/en/actions/77-21/write").status == 200)
            #expect(try await amparo.report(2).status == 303)
            #expect(try await VerifyTallies(database: amparo.store.database)().ok)
        }
    }

    @Test func `an extension of one section is seen by its readers, and nobody else`() async throws {
        try await withAmparo(at: "2022-01-05T10:00:00.000Z") { amparo in
            try await amparo.store.take(.wanjiru())
            _ = try await amparo.withCommand { store in
                try await ExtendDeadline(database: store.database, world: store.world)(
                    .wanjiru, until: Day("2022-01-17") ?? Day(number: 0), for: .swiss, by: "Ivo")
            }
            let swiss = try await amparo.eventually("/de/actions/77-21", host: "ch.localhost") { $0.links.contains("/de/actions/77-21/write") }
            #expect(swiss.words.contains("Verlängert am 5. Januar 2022") && swiss.words.contains("Briefe bis 17. Januar 2022"))
            let page = try await amparo.get("/en/actions/77-21")
            #expect(page.words.contains("The time for letters is over") && !page.words.contains("Extended on"))
        }
    }
}
