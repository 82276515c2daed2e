import Documents
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5))) struct ArchivePageTests {
    @Test func `years lead to months, months to actions, and on to their neighbours`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            try await amparo.store.take(.bishnu(serial: 12, until: "2021-12-01"))
            try await amparo.store.take(.bishnu(serial: 13, until: "2021-12-01") { $0.issueDate = nil })
            try await amparo.store.take(
                .bishnu(serial: 14, until: nil) {
                    $0.issueDate = Day("2019-02-03"); $0.caseYear = 2019; $0.reference = "UA 14/19"
                })
            let years = try await amparo.get("/en/archive"), year = try await amparo.get("/en/archive/2021"),
                month = try await amparo.get("/en/archive/2021/11")
            #expect(years.links.filter { $0.contains("/archive/") } == ["/en/archive/2021", "/en/archive/2019"])
            #expect(years.words.contains("2021 3 actions"))
            #expect(year.links.filter { $0.contains("/archive/2021/") } == ["/en/archive/2021/10", "/en/archive/2021/11", "/en/archive/2021/0"])
            #expect(year.links.contains("/en/archive/2019"))
            #expect(month.first("h1") == "Actions of November 2021")
            #expect(month.links.contains("/en/actions/77-21"))
            #expect(month.links.contains("/en/archive/2021/10"))
            #expect(try await amparo.get("/en/archive/2021/0").links.contains("/en/actions/13-21"))
            #expect(try await amparo.get("/en/archive/2021/0").words.contains("month not known"))
        }
    }

    @Test func `a time without actions is a missing page`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            for path in [
                "/en/archive/2020", "/en/archive/1960", "/en/archive/2021/1", "/en/archive/2021/13", "/en/archive/02021", "/en/archive/2021/011",
                "/en/archive/x", "/en/archive/-1", "/en/archive/99999999999999999999",
            ] {
                #expect(try await amparo.get(path).status == 404)
            }
        }
    }

    @Test func `an archive without anything says so, and drafts are not in it`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru(), published: false)
            #expect(try await amparo.get("/en/archive").words.contains("Nothing has been published here yet"))
        }
    }

    @Test func `an outcome is told where the action is listed`() async throws {
        try await withAmparo(at: "2021-12-22T10:00:00.000Z") { amparo in
            try await amparo.store.take(.wanjiru())
            try await amparo.store.take(.wanjiruFree())
            let month = try await amparo.get("/en/archive/2021/11")
            #expect(month.words.contains("Outcome: released"))
            #expect(!month.words.contains("Write until"))
        }
    }

    @Test func `a section's archive holds what the section shows`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru(), in: .american)
            #expect(try await amparo.get("/en/archive/2021", host: "us.localhost").status == 200)
            #expect(try await amparo.get("/de/archive/2021", host: "ch.localhost").status == 404)
            #expect(try await amparo.get("/en/archive/2021").status == 200)
        }
    }
}
