import Campaign
import Foundation
import Hummingbird
import TestSupport
import Testing

@testable import Site

@Suite(.timeLimit(.minutes(5))) struct DoorTests {
    private let door = DoorSite()

    @Test func `a page that was given is given again without the site being asked, in every coding and with the same fields`() async throws {
        try await door.run { site in
            let visitor = try await site.connect()
            let first = try await visitor.get("/page")
            for coding in ["identity", "gzip", "br"] {
                let answer = try await visitor.get("/page", headers: ["accept-encoding": coding])
                #expect(answer.status == 200)
                #expect(answer["content-encoding"] == (coding == "identity" ? nil : coding))
                #expect(answer["content-length"] == "\(answer.body.count)")
                #expect(answer["date"] == "Tue, 30 Nov 2021 10:05:00 GMT")
                let own: Set = ["date", "content-length", "content-encoding", "etag"]
                let fields = { (answer: HTTPAnswer) in Set(answer.headers.filter { !own.contains($0.name) }.map { "\($0.name): \($0.value)" }) }
                #expect(fields(answer) == fields(first))
            }
            #expect(door.asked.value == 1)
            let asked = try await visitor.get("/page", headers: ["accept-encoding": "gzip", "cookie": "a=b"])
            let ready = try await visitor.get("/page", headers: ["accept-encoding": "gzip"])
            #expect(asked.body == ready.body && asked["etag"] == ready["etag"])
            #expect(door.asked.value == 2)
        }
    }

    @Test func `HEAD has the fields of GET and no body, and whoever has the page is told so`() async throws {
        try await door.run { site in
            let visitor = try await site.connect()
            let asked = try await visitor.get("/page"), tag = try #require(asked["etag"])
            let head = try await visitor.head("/page")
            #expect(head.status == 200 && head.body.isEmpty && head["content-length"] == asked["content-length"] && head["etag"] == tag)
            for known in [tag, "W/\(tag)", "\"other\", \(tag)", "*"] {
                let answer = try await visitor.get("/page", headers: ["If-None-Match": known])
                #expect(answer.status == 304 && answer.body.isEmpty && answer["etag"] == tag && answer["vary"] == "Accept-Encoding")
                #expect(answer["content-type"] == nil && answer["content-security-policy"] != nil)
            }
            #expect(try await visitor.get("/page", headers: ["if-none-match": "\"other\""]).status == 200)
            #expect(try await visitor.get("/page", headers: ["if-none-match": tag, "accept-encoding": "br"]).status == 200)
            // pages bear no date of change: a second is too long for a withdrawal
            #expect(try await visitor.get("/page", headers: ["if-modified-since": "Fri, 31 Dec 2060 10:00:00 GMT"]).status == 200)
            #expect(door.asked.value == 1)
        }
    }

    @Test func `a request that says more than which page is the site's`() async throws {
        try await door.run { site in
            let visitor = try await site.connect()
            _ = try await visitor.get("/page")
            let more = [
                ["cookie": "my=1"], ["authorization": "Bearer x"], ["range": "bytes=0-1"], ["content-length": "0"],
                ["upgrade": "h2c"], ["Cookie": "my=1"],
            ]
            for (number, headers) in more.enumerated() {
                #expect(try await visitor.get("/page", headers: headers).status == 200)
                #expect(door.asked.value == number + 2, "\(headers)")
            }
            #expect(try await visitor.get("/page?x=1").status == 200)
            #expect(try await visitor.get("/page?x=1").status == 200)
            #expect(door.asked.value == more.count + 3, "only the page's one address is kept")
        }
    }

    @Test func `each host has its own answers, and unknown hosts share theirs`() async throws {
        try await door.run { site in
            let visitor = try await site.connect()
            for host in ["localhost", "us.localhost", "elsewhere.example", "LOCALHOST:80", "other.example:8080"] {
                #expect(try await visitor.get("/page", headers: ["host": host]).status == 200)
            }
            #expect(door.asked.value == 3)
        }
    }

    @Test func `a changed page is asked for anew, a withdrawn one is gone`() async throws {
        try await door.run { site in
            let visitor = try await site.connect()
            _ = try await visitor.get("/page")
            door.publish("new")
            door.watch.pass(.milliseconds(150))
            #expect(try await visitor.get("/page").text == DoorSite.words, "looked at a moment ago")
            door.watch.pass(.milliseconds(900))
            #expect(try await visitor.get("/page").text == "new")
            #expect(try await visitor.get("/page").text == "new")
            #expect(door.asked.value == 2)
            door.publish(nil)
            door.watch.pass(.milliseconds(200))
            #expect(try await visitor.get("/page").status == 410)
        }
    }

    @Test func `a page is asked for anew after midnight and after a section changed`() async throws {
        try await door.run { site in
            let visitor = try await site.connect()
            _ = try await visitor.get("/page")
            door.changeSections()
            _ = try await visitor.get("/page")
            #expect(door.asked.value == 2)
            door.clock.advance(seconds: 9 * 60)
            _ = try await visitor.get("/page")
            #expect(door.asked.value == 2)
            door.clock.advance(seconds: 60)
            _ = try await visitor.get("/page")
            #expect(door.asked.value == 3)
        }
    }

    @Test func `what is ready does not overtake what the site still thinks about`() async throws {
        let gate = Gate()
        let slow = { (router: Router<Visitor>) in
            _ = router.get("slow") { _, _ in
                await gate.pass()
                return Response.text("slow\n")
            }
        }
        try await door.run(more: slow) { site in
            _ = try await site.connect().get("/page")
            let visitor = try await site.connectRaw()
            let page = "GET /page HTTP/1.1\r\nhost: localhost\r\n", slow = "GET /slow HTTP/1.1\r\nhost: localhost\r\n\r\n"
            try await visitor.send("\(page)\r\n\(slow)\(page)\r\n\(page)\r\n")
            await gate.reached()
            try await visitor.send("\(page)\r\n")
            try await Task.sleep(for: .milliseconds(50))
            gate.open()
            try await visitor.send("\(slow)\(page)connection: close\r\n\r\n\(page)\r\n")
            let answers = try await visitor.transcript().components(separatedBy: "HTTP/1.1 ").dropFirst()
            #expect(answers.map { $0.hasSuffix("slow\n") } == [false, true, false, false, false, true, false])
            #expect(answers.allSatisfy { $0.hasPrefix("200") })
            #expect(answers.last?.lowercased().contains("connection: close") == true)
        }
    }

    @Test func `requests and errors in one packet are answered in their order, and nothing after the last`() async throws {
        try await door.run { site in
            _ = try await site.connect().get("/page")
            let page = "GET /page HTTP/1.1\r\nhost: localhost\r\n"
            let visitor = try await site.connectRaw()
            try await visitor.send(String(repeating: "\(page)\r\n", count: 500) + "HELLO\r\n\r\n\(page)\r\n")
            let answers = try await visitor.transcript().components(separatedBy: "HTTP/1.1 ").dropFirst()
            #expect(answers.map { $0.prefix(3) } == Array(repeating: "200", count: 500) + ["400"])
            #expect(door.asked.value == 1)
        }
    }

    @Test func `a connection that is busy at the door stays, and a quiet one is closed`() async throws {
        var limits = Limits()
        limits.header = .milliseconds(300)
        limits.keepAlive = .seconds(2)
        try await door.run(limits: limits) { site in
            let visitor = try await site.connect()
            for _ in 1...10 {
                #expect(try await visitor.get("/page").status == 200)
                try await Task.sleep(for: .milliseconds(250))
            }
            try await visitor.closed()
            #expect(door.asked.value == 1)
        }
    }

    @Test func `what the door answers is logged like all else, without the address`() async throws {
        try await door.run { site in
            let visitor = try await site.connect()
            for _ in 1...2 { _ = try await visitor.get("/page") }
            #expect(site.log.all.filter { $0.contains("/page") && $0.contains("200") }.count == 2)
        }
    }

    @Test(arguments: [
        ("1994-11-06T08:49:37.999Z", "Sun, 06 Nov 1994 08:49:37 GMT"), ("1970-01-01T00:00:00.000Z", "Thu, 01 Jan 1970 00:00:00 GMT"),
        ("2024-02-29T23:59:59.000Z", "Thu, 29 Feb 2024 23:59:59 GMT"),
    ])
    func `a date is written as HTTP wants it`(_ stored: String, _ written: String) throws {
        #expect(HTTPDay(try #require(Instant(stored))).text == written)
    }
}
