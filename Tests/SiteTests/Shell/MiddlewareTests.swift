import HTTPTypes
import Hummingbird
import TestSupport
import Testing

@testable import Site

@Suite(.timeLimit(.minutes(5))) struct MiddlewareTests {
    private enum Trouble: Error {
        case secret(String)
        case gone
    }

    private struct Pages: ErrorPages {
        func status(of error: any Error) -> HTTPResponse.Status? {
            if case Trouble.gone = error { .gone } else { nil }
        }

        func page(for failure: Failure, request: Request, visitor: Visitor) -> Response {
            .html("<p>\(failure.status.code) at \(visitor.host)", language: "es")
        }
    }

    private func routes(_ router: Router<Visitor>) {
        router.get("{lang}/actions/{ref}") { _, visitor in Response.text(visitor.host) }
        router.get("fault") { _, _ -> Response in throw Trouble.secret("Rosa") }
        router.get("gone") { _, _ -> Response in throw Trouble.gone }
        router.post("forms") { _, _ in Response.text("taken") }
        Health { false }.add(to: router)
    }

    @Test func `every answer keeps to itself`() async throws {
        try await RunningSite.run(errorPages: Pages(), routes: routes) { site in
            let visitor = try await site.connect()
            for path in ["/en/actions/1-21", "/fault", "/gone", "/nowhere"] {
                let answer = try await visitor.get(path)
                let policy = answer["content-security-policy"] ?? ""
                for rule in ["default-src 'self'", "form-action 'self'", "frame-ancestors 'none'", "base-uri 'none'"] {
                    #expect(policy.contains(rule))
                }
                #expect(answer["referrer-policy"] == "no-referrer")
                #expect(answer["x-content-type-options"] == "nosniff")
                #expect(answer["cross-origin-opener-policy"] == "same-origin")
                #expect(answer["cross-origin-resource-policy"] == "same-origin")
                #expect(answer["permissions-policy"] != nil)
                #expect(answer["cache-control"] == "no-store")
            }
        }
    }

    @Test func `a fault is shown without its words, and logged by its name`() async throws {
        try await RunningSite.run(routes: routes) { site in
            let answer = try await site.connect().get("/fault")
            #expect(answer.status == 500)
            #expect(!answer.text.contains("Rosa"))
            let line = try #require(site.log.all.first { $0.hasPrefix("error fault") })
            #expect(line.contains("Trouble.secret"))
            #expect(!line.contains("Rosa"))
            let id = try #require(line.split(separator: " ").first { $0.hasPrefix("hb.request.id=") }).dropFirst("hb.request.id=".count)
            #expect(answer.text.contains(id))
        }
    }

    @Test func `an error page is made by the site, with the status of its error`() async throws {
        try await RunningSite.run(errorPages: Pages(), routes: routes) { site in
            let visitor = try await site.connect()
            let gone = try await visitor.get("/gone", headers: ["host": "US.localhost:8080"])
            #expect(gone.status == 410)
            #expect(gone.text == "<p>410 at us.localhost")
            #expect(gone["content-language"] == "es")
            let missing = try await visitor.get("/nowhere")
            #expect(missing.status == 404)
            #expect(missing["content-type"] == "text/html; charset=utf-8")
        }
    }

    @Test func `the log tells the route, not the visitor`() async throws {
        try await RunningSite.run(routes: routes) { site in
            let headers = ["user-agent": "Browser of Rosa", "host": "localhost"]
            _ = try await site.connect().get("/en/actions/119-21?name=Rosa", headers: headers)
            let line = try #require(site.log.all.first { $0.hasPrefix("info request") })
            #expect(line.contains("route=/{lang}/actions/{ref}"))
            #expect(line.contains("method=GET"))
            #expect(line.contains("status=200"))
            #expect(line.contains("hb.request.id="))
            for secret in ["Rosa", "119-21", "127.0.0.1", "?"] { #expect(!line.contains(secret)) }
        }
    }

    @Test(arguments: [("cross-site", 403), ("same-site", 403), ("same-origin", 200), ("none", 200)])
    func `a form counts only when our own page sent it`(_ site: String, _ status: Int) async throws {
        try await RunningSite.run(routes: routes) { running in
            let headers = ["sec-fetch-site": site, "origin": "null"]
            let visitor = try await running.connect()
            #expect(try await visitor.post("/forms", "a=b", headers: headers).status == status)
            #expect(try await visitor.get("/en/actions/1-21", headers: headers).status == 200)
        }
    }

    @Test func `a supervisor learns that the site lives and that it is not ready`() async throws {
        try await RunningSite.run(routes: routes) { site in
            let supervisor = try await site.connect()
            #expect(try await supervisor.get("/healthz").status == 200)
            #expect(try await supervisor.get("/readyz").status == 503)
        }
    }

    @Test(arguments: [("US.Localhost:8080", "us.localhost"), ("[::1]:80", "[::1]"), ("amparo.example", "amparo.example"), ("", "")])
    func `a host is a name without its port`(_ authority: String, _ name: String) {
        #expect(VisitorHost.name(in: authority) == name)
    }
}
