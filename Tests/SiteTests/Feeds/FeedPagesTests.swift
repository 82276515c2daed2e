import Campaign
import Documents
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5))) struct FeedPagesTests {
    @Test func `a feed tells every output with its deadline, and narrows to a country or an action`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            try await amparo.store.take(.bishnu(serial: 12, until: "2021-12-01"))
            let all = try await amparo.get("/en/feed.atom"), kenya = try await amparo.get("/en/feed.atom?country=ke")
            let one = try await amparo.get("/en/actions/12-21/feed.json")
            #expect(all["content-type"] == "application/atom+xml; charset=utf-8")
            #expect(all.text.split(separator: "<entry").count == 3 && all.text.contains("letters wanted until 1 December 2021"))
            #expect(kenya.text.split(separator: "<entry").count == 2 && kenya.text.contains("/en/actions/77-21/1"))
            #expect(one["content-type"] == "application/feed+json; charset=utf-8")
            #expect(one.text.contains("/en/actions/12-21/1") && !one.text.contains("77-21"))
        }
    }

    @Test func `a feed that did not change is not sent again`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            let tag = try #require(try await amparo.get("/en/feed.atom")["etag"])
            #expect(try await amparo.get("/en/feed.atom", ["if-none-match": tag]).status == 304)
            try await amparo.store.take(.bishnu(serial: 12, until: "2021-12-01"))
            #expect(try await amparo.eventually("/en/feed.atom", ["if-none-match": tag]) { $0.status != 304 }.status == 200)
        }
    }

    @Test func `a section's feeds have what it publishes, on the day it says, and nothing that it declined`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            try await amparo.store.take(.bishnu(serial: 12, until: "2021-12-01"))
            try await amparo.store.decide(.adapt(.bernese(until: "2021-12-20")))
            try await amparo.store.decide(.decline("no post goes there"), of: .bishnu())
            for name in ["feed.atom", "feed.json", "deadlines.ics"] {
                let swiss = try await amparo.get("/en/\(name)", host: "ch.localhost").text, all = try await amparo.get("/en/\(name)").text
                #expect(swiss.contains("77-21") && !swiss.contains("12-21"), "\(name)")
                #expect(all.contains("77-21") && all.contains("12-21"), "\(name)")
            }
            #expect(try await amparo.get("/en/deadlines.ics", host: "ch.localhost").text.contains("DTSTART;VALUE=DATE:20211220"))
        }
    }

    @Test func `what was taken down leaves a tombstone without a name, a crossed out day, and no feed of its own`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            #expect(try await amparo.get("/en/deadlines.ics").text.contains("STATUS:CONFIRMED"))
            try await WithdrawAction(database: amparo.store.database, world: amparo.store.world)(
                #require(Reference(slug: "77-21")), reason: "the family asks", by: "Rosa")
            let atom = try await amparo.eventually("/en/feed.atom") { $0.text.contains("deleted-entry") }.text
            let calendar = try await amparo.eventually("/en/deadlines.ics") { $0.text.contains("CANCELLED") }.text
            #expect(atom.contains("<at:deleted-entry ref=\"tag:localhost,2021:77-21/1/en\"") && !atom.contains("Wanjiru"))
            #expect(calendar.contains("STATUS:CANCELLED") && calendar.contains("UID:77-21-1@localhost") && !calendar.contains("Wanjiru"))
            for name in ["feed.atom", "feed.json", "deadlines.ics"] {
                #expect(try await amparo.get("/en/actions/77-21/\(name)").status == 410)
            }
        }
    }

    @Test(arguments: ["feed.atom?country=xx", "feed.json?topic=nothing", "deadlines.ics?country=zz", "feed.atom?page=0", "feed.atom?page=-1"])
    func `a feed of nothing there is is a missing page`(_ path: String) async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            #expect(try await amparo.get("/en/\(path)").status == 404)
        }
    }

    @Test func `the map of the site names every action in every language, and none that was taken down`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            try await amparo.store.take(.bishnu(serial: 12, until: "2021-12-01"))
            try await WithdrawAction(database: amparo.store.database, world: amparo.store.world)(
                #require(Reference(slug: "12-21")), reason: "a mistake", by: "Rosa")
            let index = try await amparo.get("/sitemap.xml").text, year = try await amparo.get("/sitemaps/2021.xml").text
            #expect(index.contains("/sitemaps/2021.xml</loc>") && index.contains("/sitemaps/pages.xml</loc>"))
            #expect(year.contains("/en/actions/77-21</loc>") && year.contains("hreflang=\"fr\"") && !year.contains("12-21"))
            #expect(try await amparo.get("/robots.txt").text.contains("/sitemap.xml\n"))
            #expect(try await amparo.get("/sitemaps/1999.xml").status == 404)
        }
    }
}
