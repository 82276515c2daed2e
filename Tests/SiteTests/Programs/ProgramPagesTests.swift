import Campaign
import Documents
import Foundation
import TestSupport
import Testing

@testable import Site

/// What other programs read.
@Suite(.timeLimit(.minutes(5))) struct ProgramPagesTests {
    @Test(arguments: Engine.available)
    func `a list is told page by page, each action once, and what comes meanwhile moves nothing`(on engine: Engine) async throws {
        try await withAmparo(engine) { amparo in
            for serial in 1...7 { try await amparo.store.take(.bishnu(serial: serial, until: "2021-12-01")) }
            var found: [String] = [], path: String? = "/api/v1/actions?limit=3"
            while let asked = path {
                let page = try await amparo.get(asked).object(), items = page["items"] as? [[String: Any]] ?? []
                #expect(items.count <= 3)
                found += items.compactMap { $0["id"] as? String }
                // a number above all that were told belongs to a page that was turned already
                if found.count == 3 { try await amparo.store.take(.bishnu(serial: 20, until: "2021-12-01")) }
                path = (page["next"] as? String).map { "/api/v1/actions?limit=3&cursor=\($0)" }
            }
            #expect(found == (1...7).reversed().map { "\($0)-21" })
        }
    }

    @Test(arguments: Engine.available)
    func `a list narrows to a country, a topic, and what takes letters today`(on engine: Engine) async throws {
        try await withAmparo(engine) { amparo in
            try await amparo.store.take(.wanjiru())
            try await amparo.store.take(.bishnu(until: "2021-11-01"))
            try await SetTopics(database: amparo.store.database, world: amparo.store.world)(.bishnu(), [.workers], by: "Ivo")
            for (query, wanted) in [
                ("country=ke", ["77-21"]), ("country=NP", ["12-21"]), ("topic=workers", ["12-21"]), ("takes_letters=true", ["77-21"]),
            ] {
                let items = try await amparo.get("/api/v1/actions?\(query)").object()["items"] as? [[String: Any]]
                #expect(items?.compactMap { $0["id"] as? String } == wanted, "\(query)")
            }
        }
    }

    @Test(arguments: ["limit=0", "limit=101", "limit=x", "limit=07", "takes_letters=no", "page=2", "limit=1&limit=2"])
    func `a question that cannot be read is refused by the name of what is wrong, never taken for another`(_ query: String) async throws {
        try await withAmparo { amparo in
            let answer = try await amparo.get("/api/v1/actions?\(query)"), problem = try answer.object()
            #expect(answer.status == 400 && problem["type"] as? String == "http://localhost:\(amparo.port)/api/v1/problems/bad-request")
            #expect((problem["detail"] as? String)?.contains(query.prefix { $0 != "=" }) == true)
        }
    }

    @Test(arguments: ["cursor=abc", "cursor=", "country=xx", "topic=none"])
    func `a question for what is not there finds nothing`(_ query: String) async throws {
        try await withAmparo { amparo in
            let answer = try await amparo.get("/api/v1/actions?\(query)")
            #expect(answer.status == 404 && answer.text.contains(query.prefix { $0 != "=" }))
        }
    }

    @Test func `nothing is told that is not public`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            try await amparo.store.take(.wanjiruCharged(), published: false)
            try await amparo.store.take(.bishnu(until: "2021-12-01"), published: false)
            let list = try await amparo.get("/api/v1/actions").text, action = try await amparo.get("/api/v1/actions/77-21").text
            #expect(list.contains("77-21") && !list.contains("12-21") && !action.contains("charged"))
            #expect(try await amparo.get("/api/v1/actions/12-21").status == 404)
            #expect(try await amparo.get("/api/v1/actions/77-21/outputs/2").status == 404)
        }
    }

    @Test func `an e-mail address is in no answer that a program gets by following links`() async throws {
        try await withAmparo { amparo in
            try await amparo.fillForPrograms()
            var texts: [String] = []
            for path in [
                "", "/actions", "/actions/77-21", "/actions/77-21/outputs", "/actions/77-21/outputs/2", "/actions/77-21/outputs/2/officials",
            ] {
                let answer = try await amparo.get("/api/v1\(path)")
                #expect(answer.status == 200 && !answer.text.contains("ag@example.org") && !answer.text.contains("registry@example.org"), "\(path)")
                texts.append(answer.text)
            }
            #expect(texts[5].contains("\"addresses_form\":\"http://localhost:\(amparo.port)/en/actions/77-21/addresses\""))
            #expect(texts[5].contains("by_source") && texts[5].contains("told_by_form") && texts[5].contains("Harambee Avenue"))
        }
    }

    @Test func `a number below the section's threshold is told by nobody`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            try await amparo.report(9)
            try await Task.sleep(for: .milliseconds(1_300))  // until a page of before would be old
            #expect(try await amparo.get("/api/v1/actions/77-21/tally").object()["appeals"] is NSNull)
            try await amparo.report(11, by: "post")
            let tally = try await amparo.eventually("/api/v1/actions/77-21/tally") { $0.text.contains("20") }.object()
            #expect(tally["appeals"] as? Int == 20)
            // nine by e-mail could be worked out from eleven by post
            #expect((tally["channels"] as? [Any])?.isEmpty == true)
        }
    }

    @Test func `an answer that did not change is not sent again, and other sites' pages may read it`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            let first = try await amparo.get("/api/v1/actions/77-21"), tag = try #require(first["etag"])
            #expect(first["access-control-allow-origin"] == "*" && first["cross-origin-resource-policy"] == "cross-origin")
            #expect(try await amparo.get("/api/v1/actions/77-21", ["if-none-match": tag]).status == 304)
            let ask = try await amparo.ask("OPTIONS", "/api/v1/actions")
            #expect(ask.status == 204 && ask["access-control-allow-headers"]?.contains("If-None-Match") == true)
            #expect(try await amparo.get("/api/v1/actions/1-73")["access-control-allow-origin"] == "*")
            #expect(try await amparo.get("/en/")["access-control-allow-origin"] == nil)
        }
    }

    @Test func `each section answers at its own host with what it publishes`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            try await amparo.store.take(.bishnu(serial: 12, until: "2021-12-01"))
            try await amparo.store.decide(.adapt(.bernese(until: "2021-12-20")))
            try await amparo.store.decide(.decline("no post goes there"), of: .bishnu())
            let swiss = try await amparo.get("/api/v1/actions", host: "ch.localhost").text
            #expect(swiss.contains("\"act_until\":\"2021-12-20\"") && !swiss.contains("12-21"))
            #expect(try await amparo.get("/api/v1/actions/12-21", host: "ch.localhost").status == 404)
            #expect(try await amparo.get("/api/v1", host: "ch.localhost").object()["section"] as? String == "ch")
        }
    }

    @Test func `what was taken down is told by its number alone`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            try await amparo.store.take(.bishnu(until: "2021-12-01"), published: false)
            try await amparo.store.withdraw()
            let gone = try await amparo.get("/api/v1/withdrawals")
            #expect((try gone.object()["items"] as? [[String: Any]])?.compactMap { $0["reference"] as? String } == ["UA 77/21"])
            #expect(!gone.text.contains("Wanjiru") && !gone.text.contains("family"))
            #expect(try await amparo.get("/api/v1/actions").object()["next"] is NSNull)
            let problem = try await amparo.get("/api/v1/actions/77-21", ["accept-language": "de"])
            #expect(problem.status == 410 && problem.text.contains("zurückgezogen") && problem.text.contains("/api/v1/problems/withdrawn"))
        }
    }
}
