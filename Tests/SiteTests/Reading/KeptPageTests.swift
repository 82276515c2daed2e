import Campaign
import Documents
import Hummingbird
import Storage
import Synchronization
import TestSupport
import Testing

@testable import Site

/// Finished pages: kept as bytes, and never longer than they are true.
@Suite(.timeLimit(.minutes(5))) struct KeptPageTests {
    private let pages = [
        "/en/", "/en/?country=ke", "/en/actions/77-21", "/en/actions/77-21/1", "/en/archive", "/en/archive/2021", "/en/archive/2021/11", "/en/about",
        "/documents/77-21/1/en/sheet.md",
    ]

    @Test func `a page has a tag, a packed form, and no body for those who know it or only ask`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            for path in pages {
                let plain = try await amparo.get(path), packed = try await amparo.get(path, ["accept-encoding": "gzip"])
                let tag = plain["etag"] ?? "none"
                #expect(plain.status == 200)
                #expect(tag.hasPrefix("\""))
                #expect(plain["cache-control"] == "no-cache")
                #expect(plain["vary"] == "Accept-Encoding")
                #expect(packed["content-encoding"] == "gzip" && packed.body.prefix(2) == [0x1F, 0x8B], "\(path)")
                #expect(packed["etag"] != tag && packed.body.count < plain.body.count)
                #expect(packed.body.count <= 14 * 1_024)
                let small = try await amparo.get(path, ["accept-encoding": "gzip, br"])
                #expect(small["content-encoding"] == "br" && small.body.count <= packed.body.count && small["etag"] != packed["etag"])
                let known = try await amparo.get(path, ["if-none-match": "\"old\", \(tag)"])
                #expect(known.status == 304 && known.body.isEmpty && known["etag"] == tag)
                let head = try await amparo.head(path)
                #expect(head.status == 200 && head.body.isEmpty && head["etag"] == tag)
                #expect(head["content-length"] == "\(plain.body.count)")
            }
        }
    }

    @Test(arguments: Engine.available)
    func `what a command beside the server changes is on the pages soon`(on engine: Engine) async throws {
        try await withAmparo(engine) { amparo in
            try await amparo.withCommand { command in
                #expect(try await amparo.get("/en/actions/77-21").status == 404)
                try await command.take(.wanjiru())
                #expect(try await amparo.eventually("/en/actions/77-21") { $0.status == 200 }.status == 200)
                #expect(try await amparo.eventually("/en/") { $0.text.contains("77-21") }.text.contains("77-21"))
                #expect(try await amparo.eventually("/en/archive/2021/11") { $0.status == 200 }.status == 200)
                try await command.take(.wanjiruCharged())
                #expect(try await amparo.eventually("/en/actions/77-21") { $0.first("h1") == "Reporter charged" }.first("h1") == "Reporter charged")
                try await command.close(.released)
                #expect(try await amparo.eventually("/en/") { !$0.text.contains("77-21") }.words.contains("No action needs letters today"))
                try await command.withdraw()
                #expect(try await amparo.eventually("/en/actions/77-21") { $0.status == 410 }.status == 410)
                #expect(try await amparo.eventually("/en/archive/2021/11") { $0.status == 404 }.status == 404)
            }
        }
    }

    @Test func `a page is made again only when what it shows changed`() async throws {
        try await withSite { pages in
            try await pages.store.take(.wanjiru())
            try await pages.store.take(.bishnu(until: "2021-12-01"))
            let reader = try pages.reader(), renders = Renders()
            func show() async throws {
                let request = Request(
                    head: .init(method: .get, scheme: "http", authority: "localhost", path: "/en/actions/77-21"), body: .init(buffer: .init()))
                _ = try await pages.site.kept(request, nil, reader, address: "/en/actions/77-21", freshness: { db in try db.freshness(of: .wanjiru) })
                {
                    renders.count.add(1, ordering: .relaxed)
                    return "page"
                }
            }
            try await show()
            try await show()
            #expect(renders.count.load(ordering: .relaxed) == 1)
            try await pages.store.close(.released, of: .bishnu())
            pages.site.cache.invalidate()
            try await Task.sleep(for: .milliseconds(1_050))
            try await show()
            #expect(renders.count.load(ordering: .relaxed) == 1)
            try await pages.store.withReports { report in _ = try await report(pages.store.form()) }
            pages.site.cache.invalidate()
            try await Task.sleep(for: .milliseconds(1_050))
            try await show()
            #expect(renders.count.load(ordering: .relaxed) == 2)
        }
    }

    @Test func `at midnight of the section, not of the machine, the pages are of the new day`() async throws {
        try await withAmparo(at: "2022-01-03T22:59:00.000Z") { amparo in
            try await amparo.store.take(.wanjiru())
            func open() async throws -> [String] {
                var open: [String] = []
                for host in ["ch.localhost", "localhost", "us.localhost"] {
                    if try await amparo.get("/en/actions/77-21", host: host).words.contains("Write now") { open.append(host) }
                }
                return open
            }
            #expect(try await open() == ["ch.localhost", "localhost", "us.localhost"])
            amparo.store.advance(seconds: 60)
            #expect(try await open() == ["localhost", "us.localhost"])
            amparo.store.advance(seconds: 3_600)
            #expect(try await open() == ["us.localhost"])
            amparo.store.advance(seconds: 5 * 3_600)
            #expect(try await open() == [])
            #expect(try await amparo.get("/en/", host: "us.localhost").words.contains("No action needs letters today"))
        }
    }
}

/// How often a page was made.
private final class Renders: Sendable {
    let count = Atomic(0)
}
