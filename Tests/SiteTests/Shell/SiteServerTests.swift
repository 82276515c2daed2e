import Foundation
import Hummingbird
import TestSupport
import Testing

@testable import Site

@Suite(.timeLimit(.minutes(5))) struct SiteServerTests {
    private func hello(_ router: Router<Visitor>) {
        router.get("hello") { _, _ in Response.text("hello\n") }
        router.post("forms") { request, _ in Response.text(try await FormBody.read(request)["word"] ?? "no word") }
    }

    @Test func `one connection carries many requests`() async throws {
        try await RunningSite.run(routes: hello) { site in
            let visitor = try await site.connect()
            for _ in 1...3 { #expect(try await visitor.get("/hello").text == "hello\n") }
            #expect(!visitor.isClosed)
        }
    }

    @Test func `HEAD has the fields of GET and no body`() async throws {
        try await RunningSite.run(routes: hello) { site in
            let visitor = try await site.connect()
            let answer = try await visitor.head("/hello")
            #expect(answer.status == 200)
            #expect(answer["content-length"] == "6")
            #expect(answer.body.isEmpty)
            for path in ["/nowhere", "/forms"] { #expect(try await visitor.head(path).body.isEmpty) }
            #expect(try await visitor.get("/hello").text == "hello\n")
        }
    }

    @Test func `a method that a path does not offer is refused with those that it does`() async throws {
        try await RunningSite.run(routes: hello) { site in
            let visitor = try await site.connect()
            let refused = try await visitor.post("/hello", "")
            #expect(refused.status == 405)
            #expect(refused["allow"] == "GET, HEAD")
            #expect(refused["x-content-type-options"] == "nosniff")
            let other = try await visitor.get("/forms")
            #expect(other.status == 405)
            #expect(other["allow"] == "POST")
            #expect(try await visitor.send("DELETE", "/nowhere").status == 404)
        }
    }

    @Test func `a form that is too long is refused, announced or not`() async throws {
        try await RunningSite.run(routes: hello) { site in
            let word = String(repeating: "a", count: Limits.form + 1)
            #expect(try await site.connect().post("/forms", "word=\(word)").status == 413)
            let chunked = try await site.connect().post("/forms", "word=\(word)", headers: ["transfer-encoding": "chunked"])
            #expect(chunked.status == 413)
            #expect(try await site.connect().post("/forms", "word=short").text == "short")
        }
    }

    @Test func `a form that is announced as too long is refused before it comes`() async throws {
        var limits = Limits()
        limits.linger = .milliseconds(200)
        try await RunningSite.run(limits: limits, routes: hello) { site in
            let sender = try await site.connectRaw()
            try await sender.send("POST /forms HTTP/1.1\r\nhost: localhost\r\ncontent-length: 50000000\r\n\r\nword=long")
            let transcript = try await sender.transcript()
            #expect(transcript.hasPrefix("HTTP/1.1 413"))
            #expect(transcript.lowercased().contains("connection: close"))
        }
    }

    @Test func `a form with a bad escape is the sender's mistake`() async throws {
        try await RunningSite.run(routes: hello) { site in
            let sender = try await site.connect()
            #expect(try await sender.post("/forms", "word=%zz").text == "\u{FFFD}zz")
            #expect(try await sender.post("/forms", "{}", headers: ["content-type": "text/xml"]).status == 415)
            #expect(!site.log.all.contains { $0.hasPrefix("error") })
        }
    }

    @Test func `a header that is too long is refused`() async throws {
        try await RunningSite.run(routes: hello) { site in
            let long = String(repeating: "a", count: 20_000)
            let visitor = try await site.connect()
            #expect(try await visitor.get("/hello", headers: ["x-long": long]).status == 400)
        }
    }

    @Test func `a header that comes in drops is cut`() async throws {
        var limits = Limits()
        limits.header = .milliseconds(300)
        try await RunningSite.run(limits: limits, routes: hello) { site in
            let slow = try await site.connectRaw()
            // the drops never stop by themselves: only the server can end this, however late a busy machine lets us begin
            let drops = Task {
                try await slow.send("GET /hello HTTP/1.1\r\nhost: lo")
                while true {
                    try await Task.sleep(for: .milliseconds(50))
                    try await slow.send("x")
                }
            }
            #expect(try await !slow.transcript().contains("200 OK"))
            drops.cancel()
        }
    }

    @Test func `a connection that says nothing more is closed after its answer`() async throws {
        var limits = Limits()
        limits.keepAlive = .milliseconds(200)
        try await RunningSite.run(limits: limits, routes: hello) { site in
            let visitor = try await site.connect()
            #expect(try await visitor.get("/hello").status == 200)
            try await visitor.closed()
        }
    }

    @Test func `a body that stops half-way is cut`() async throws {
        var limits = Limits()
        limits.body = .milliseconds(200)
        try await RunningSite.run(limits: limits, routes: hello) { site in
            let slow = try await site.connectRaw()
            try await slow.send(
                "POST /forms HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/x-www-form-urlencoded\r\ncontent-length: 100\r\n\r\nword=half"
            )
            #expect(try await !slow.transcript().contains("200 OK"))
        }
    }

    @Test func `an old client is told that its connection ends, and it ends`() async throws {
        try await RunningSite.run(routes: hello) { site in
            let old = try await site.connectRaw()
            try await old.send("GET /hello HTTP/1.0\r\nhost: localhost\r\n\r\n")
            let transcript = try await old.transcript()
            #expect(transcript.lowercased().contains("connection: close"))
            #expect(transcript.hasSuffix("hello\n"))
        }
    }

    @Test func `what is no HTTP is refused, and its connection ends`() async throws {
        var limits = Limits()
        limits.linger = .milliseconds(200)
        try await RunningSite.run(limits: limits, routes: hello) { site in
            for words in ["HELLO\r\n\r\n", "GET /hello HTTP/1.1\r\nhost: localhost\r\n\r\nHELLO\r\n\r\n"] {
                let stranger = try await site.connectRaw()
                try await stranger.send(words)
                let transcript = try await stranger.transcript()
                #expect(transcript.contains("HTTP/1.1 400"))
                #expect(transcript.lowercased().contains("connection: close"))
            }
        }
    }

    @Test func `requests sent at once are answered in their order`() async throws {
        try await RunningSite.run(routes: hello) { site in
            let visitor = try await site.connectRaw()
            let get = "GET /hello HTTP/1.1\r\nhost: localhost\r\n"
            try await visitor.send("\(get)\r\n\(get)\r\nGET /nowhere HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n")
            let answers = try await visitor.transcript().components(separatedBy: "HTTP/1.1 ")
            #expect(answers.map { $0.prefix(3) } == ["", "200", "200", "404"])
            #expect(answers.map { $0.lowercased().contains("connection: close") } == [false, false, false, true])
        }
    }

    @Test func `connections beyond the cap wait until there is room`() async throws {
        var limits = Limits()
        limits.connections = 2
        try await RunningSite.run(limits: limits, routes: hello) { site in
            let first = try await site.connect(), second = try await site.connect()
            #expect(try await first.get("/hello").status == 200)
            #expect(try await second.get("/hello").status == 200)
            let third = try await site.connect()
            let answered = Count()
            async let late = { () async throws -> Int in
                let status = try await third.get("/hello").status
                answered.up()
                return status
            }()
            try await Task.sleep(for: .milliseconds(300))
            #expect(answered.value == 0)
            await first.close()
            #expect(try await late == 200)
        }
    }

    @Test func `a request under way is answered before the server stops`() async throws {
        let gate = Gate()
        let routes = { (router: Router<Visitor>) in
            _ = router.get("slow") { _, _ in
                await gate.pass()
                return Response.text("done\n")
            }
        }
        try await RunningSite.run(routes: routes) { site in
            let visitor = try await site.connect(), idle = try await site.connect()
            async let answer = visitor.get("/slow")
            await gate.reached()
            await site.stop()
            try await idle.closed()
            gate.open()
            #expect(try await answer.text == "done\n")
        }
    }
}
