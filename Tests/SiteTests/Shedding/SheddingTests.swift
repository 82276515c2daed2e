import Campaign
import HTTPTypes
import Hummingbird
import TestSupport
import Testing

@testable import Site

@Suite(.timeLimit(.minutes(5))) struct SheddingTests {
    private let clock = StillClock("2021-11-30T10:00:00.000Z"), measures = Measures()

    private func run(
        _ bounds: Shedding.Bounds, _ gate: Gate = Gate(), _ body: (RunningSite) async throws -> Void
    ) async throws {
        let shedding = Shedding(bounds, world: .still(clock), measures: measures)
        try await RunningSite.run(shedding: shedding) { router in
            router.get("documents/:reference/:ordinal/:language/:file") { request, _ in
                if request.uri.query == "slow" { await gate.pass() }
                if request.uri.query == "gone" { throw HTTPError(.notFound) }
                return Response.text("paper")
            }
            router.get("go") { _, _ in Response.text("found") }
            router.get("page") { _, _ in Response.text("page") }
            router.get("slow") { _, _ in
                await gate.pass()
                return Response.text("slow")
            }
            router.post("reports") { _, _ in Response.text("taken") }
        } _: {
            try await body($0)
        }
    }

    private let paper = "/documents/119-21/1/en/letter.pdf"

    @Test func `papers beyond the bound are put off, and everything else goes on`() async throws {
        var bounds = Shedding.Bounds()
        bounds.papers = 2
        let gate = Gate()
        try await run(bounds, gate) { site in
            async let first = site.connect().get("\(paper)?slow")
            async let second = site.connect().get("\(paper)?slow")
            await gate.reached(by: 2)
            let visitor = try await site.connect()
            let refused = try await visitor.get(paper, headers: ["x-forwarded-for": "203.0.113.5"])
            #expect(refused.status == 503 && refused["retry-after"] == "5" && refused["ratelimit"] == "\"papers\";r=299;t=600")
            #expect(
                try await visitor.get("/documents/119-21/1/en/letter.txt").status == 200,
                "words cost nothing")
            #expect(try await visitor.get("/go?q=UA").status == 200)
            #expect(try await visitor.get("/page").status == 200)
            #expect(try await visitor.post("/reports", "").status == 200)
            gate.open()
            #expect(try await [first.status, second.status] == [200, 200])
            #expect(try await visitor.get(paper).status == 200, "there is room again")
            #expect(measures.refused("busy_paper").value == 1)
        }
    }

    @Test func `while very much is asked of all kinds, neither papers nor searches are begun`()
        async throws
    {
        var bounds = Shedding.Bounds()
        bounds.all = 3
        let gate = Gate()
        try await run(bounds, gate) { site in
            async let first = site.connect().get("/slow"), second = site.connect().get("/slow"), third = site.connect().get("/slow")
            await gate.reached(by: 3)
            let visitor = try await site.connect()
            for path in [paper, "/go?q=UA"] {
                #expect(try await visitor.get(path).status == 503, "\(path)")
            }
            #expect(try await visitor.get("/page").status == 200)
            #expect(try await visitor.post("/reports", "").status == 200)
            gate.open()
            #expect(try await [first.status, second.status, third.status] == [200, 200, 200])
            #expect(try await visitor.get("/go?q=UA").status == 200)
        }
    }

    @Test func `a network has its share, which is told, and has it again after a while`() async throws {
        var bounds = Shedding.Bounds()
        bounds.papersOfNetwork = 3
        try await run(bounds) { site in
            let visitor = try await site.connect()
            func ask(_ network: String) async throws -> HTTPAnswer {
                try await visitor.get(paper, headers: ["x-forwarded-for": network])
            }
            for left in [2, 1, 0] {
                let answer = try await ask("198.51.100.\(left)")
                #expect(answer.status == 200)
                #expect(answer["ratelimit-policy"] == "\"papers\";q=3;w=600")
                #expect(answer["ratelimit"] == "\"papers\";r=\(left);t=600")
            }
            clock.advance(seconds: 60)
            let refused = try await ask("198.51.100.77")
            #expect(
                refused.status == 429 && refused["retry-after"] == "540"
                    && refused["ratelimit"] == "\"papers\";r=0;t=540")
            #expect(try await ask("203.0.113.5").status == 200, "another network")
            #expect(
                try await visitor.get(paper)["ratelimit"] == nil,
                "behind a proxy that names nobody, all would be taken for one")
            #expect(try await visitor.get("/page")["ratelimit"] == nil)
            let missing = try await visitor.get("/documents/119-21/1/en/gone.pdf?gone", headers: ["x-forwarded-for": "203.0.113.6"])
            #expect(missing.status == 404 && missing["ratelimit"] == "\"papers\";r=1;t=540", "what goes wrong tells it as well")
            clock.advance(seconds: 540)
            #expect(try await ask("198.51.100.77").status == 200)
        }
    }

    @Test func `what is costly is told by its address`() {
        func kind(_ method: String, _ path: String) -> CostlyRequest? {
            CostlyRequest(
                Request(
                    head: HTTPRequest(
                        method: HTTPRequest.Method(method) ?? .get, scheme: "http", authority: "a", path: path),
                    body: .init(buffer: .init())))
        }
        #expect(kind("GET", "/documents/119-21/1/en/sheet.pdf?paper=a4") == .paper)
        #expect(kind("HEAD", "/documents/119-21/1/en/letters.docx") == .paper)
        #expect(kind("POST", "/en/pack") == .paper && kind("POST", "/fr/collections/x/pack") == .paper)
        #expect(kind("GET", "/go?q=1") == .search && kind("GET", "/en/actions?q=a") == .search && kind("HEAD", "/zh-Hans/actions") == .search)
        for path in [
            "/", "/en/", "/en/actions/119-21", "/en/pack", "/documents/119-21/1/en/sheet.txt",
            "/desk/actions?q=a", "/api/v1/actions", "/assets/go",
        ] {
            #expect(kind("GET", path) == nil, "\(path)")
        }
        #expect(
            kind("POST", "/en/actions/119-21/letters") == nil
                && kind("POST", "/en/actions/119-21/reports") == nil)
        #expect(kind("POST", "/desk/pack") == nil)
    }
}
