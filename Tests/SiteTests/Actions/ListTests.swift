import Campaign
import Documents
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5))) struct ListTests {
    @Test func `the list begins with the nearest deadline and leaves out what takes no letters`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            try await amparo.store.take(.bishnu(serial: 12, until: "2021-12-05"))
            try await amparo.store.take(.bishnu(serial: 13, until: "2021-11-29"))
            try await amparo.store.take(.bishnu(serial: 14, until: nil))
            try await amparo.store.take(.bishnu(serial: 15, until: "2022-02-01"), published: false)
            let list = try await amparo.get("/en/")
            #expect(list.status == 200)
            #expect(list.links.filter { $0.contains("/actions/") } == ["/en/actions/12-21", "/en/actions/77-21"])
            #expect(list.words.contains("2 actions"))
            #expect(list.words.contains("5 days left"))
            #expect(list.words.contains("Write until 3 January 2022"))
        }
    }

    @Test func `the last day is said in words`() async throws {
        try await withAmparo(at: "2022-01-03T22:00:00.000Z") { amparo in
            try await amparo.store.take(.wanjiru())
            #expect(try await amparo.get("/en/").words.contains("Last day for letters"))
            #expect(try await amparo.get("/en/actions/77-21").words.contains("Last day"))
        }
    }

    @Test func `a country shows its own actions, and says so when there are none`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            try await amparo.store.take(.bishnu(until: "2021-12-05"))
            let all = try await amparo.get("/en/"), kenya = try await amparo.get("/en/?country=ke"), peru = try await amparo.get("/en/?country=PE")
            #expect(all.links.contains("/en/?country=np"))
            #expect(kenya.links.filter { $0.contains("/actions/") } == ["/en/actions/77-21"])
            #expect(kenya.first("h1") == "Letters for Kenya")
            #expect(peru.status == 200)
            #expect(peru.words.contains("No action on Peru needs letters today"))
            for nonsense in ["qq", "kenya", "", "%3Cb%3E"] { #expect(try await amparo.get("/en/?country=\(nonsense)").status == 404) }
        }
    }

    @Test func `a part of the world and a topic are plain links with their numbers`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            try await amparo.store.take(.bishnu(until: "2021-12-05"))
            try await SetTopics(database: amparo.store.database, world: amparo.store.world)(.wanjiru, [.journalists], by: "Ivo")
            let all = try await amparo.get("/en/")
            #expect(
                all.links.contains("/en/?region=asia") && all.links.contains("/en/?region=africa") && all.links.contains("/en/?topic=journalists"))
            #expect(all.words.contains("Journalists 1") && all.words.contains("Africa 1"))
            for path in ["/en/?region=africa", "/en/?topic=journalists"] {
                let list = try await amparo.get(path)
                #expect(list.links.filter { $0.contains("/actions/") } == ["/en/actions/77-21"], "\(path)")
            }
            #expect(try await amparo.get("/en/?topic=torture").words.contains("No action needs letters today"))
            for nonsense in ["region=moon", "topic=weather", "topic="] { #expect(try await amparo.get("/en/?\(nonsense)").status == 404) }
        }
    }

    @Test func `an empty list says so and leads to the archive`() async throws {
        try await withAmparo { amparo in
            let list = try await amparo.get("/es/")
            #expect(list.status == 200)
            #expect(list.links.contains("/es/archive"))
            #expect(!list.text.contains("Nearest"))
        }
    }

    @Test func `a section lists what it or the international one publishes, in its own style`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            try await amparo.store.take(.bishnu(until: "2021-12-05"), in: .american)
            let swiss = try await amparo.get("/de/", host: "ch.localhost"), american = try await amparo.get("/en/", host: "us.localhost")
            #expect(swiss.links.filter { $0.contains("/actions/") } == ["/de/actions/77-21"])
            #expect(swiss.words.contains("UA 077/21"))
            #expect(american.links.filter { $0.contains("/actions/") } == ["/en/actions/12-21", "/en/actions/77-21"])
            #expect(american.words.contains("UA 12.21"))
            #expect(american.words.contains("December 5, 2021"))
            #expect(try await amparo.get("/es/", host: "ch.localhost").status == 404)
            #expect(try await amparo.get("/en/", host: "elsewhere.example").first("title")?.contains("International") == true)
        }
    }

    @Test func `a small count is not in the list, a larger one is`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            try await amparo.report(9)
            #expect(!(try await amparo.get("/en/").words.contains("appeals sent")))
            try await amparo.report(1)
            let list = try await amparo.eventually("/en/") { $0.words.contains("appeals sent") }
            #expect(list.words.contains("10 appeals sent"))
        }
    }
}
