import Campaign
import Documents
import Storage
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5))) struct StopPagesTests {
    private let boundary = "----part"

    private var multipart: String {
        "--\(boundary)\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--\(boundary)--\r\n"
    }

    @Test(arguments: Engine.available)
    func `one POST ends the mails, as a mail program sends it, and GET changes nothing`(on engine: Engine) async throws {
        try await withSupporters(engine) { visit in
            let bodies = [
                ("application/x-www-form-urlencoded", "List-Unsubscribe=One-Click"), ("multipart/form-data; boundary=\(boundary)", multipart),
            ]
            for (number, (type, body)) in bodies.enumerated() {
                try await visit.join("rosa\(number)@example.org")
                let path = "/en/alerts/stop/" + (try await visit.newestToken())
                #expect(try await visit.amparo.get(path).words.contains("Stop the alerts?"))
                #expect(try await visit.countSuppressed() == number)
                let mailProgram = try await visit.amparo.connect()
                let answer = try await mailProgram.post(
                    path, body, headers: ["content-type": type, "sec-fetch-site": "cross-site", "host": "localhost"])
                await mailProgram.close()
                #expect(answer.status == 200 && answer["set-cookie"] == nil && answer["location"] == nil)
                #expect(answer.words.contains("The alerts have stopped"))
                #expect(try await visit.countSuppressed() == number + 1)
            }
        }
    }

    @Test func `a token that nobody made stops nobody, and other forms still refuse another site`() async throws {
        try await withSupporters { visit in
            try await visit.join("rosa@example.org")
            let answer = try await visit.amparo.post("/en/alerts/stop/nobody.AAAAAAAAAAAAAAAAAAAAAA", [("List-Unsubscribe", "One-Click")])
            #expect(answer.status == 404 && answer.words.contains("This link does not work any more"))
            #expect(try await visit.countSuppressed() == 0)
            for path in ["/en/alerts", "/en/my/sign-in", "/en/my/erase", "/en/alerts/confirm/stop", "/en/alerts/stop/a/b"] {
                #expect(try await visit.amparo.post(path, [], ["sec-fetch-site": "cross-site"]).status == 403, "\(path)")
            }
        }
    }
}

extension SupporterVisit {
    /// The token in the mails of the one supporter who still gets any.
    func newestToken() async throws -> String {
        let id = try await amparo.store.database.read { db in
            try db.row(
                "SELECT supporter_id FROM identity WHERE lookup NOT IN (SELECT lookup FROM suppression)"
            ).map { row -> Supporter.ID in try row("supporter_id") }
        }
        return UnsubscribeToken.text(try #require(id), try .still())
    }

    func countSuppressed() async throws -> Int {
        try await amparo.store.database.read { db in try db.row("SELECT COUNT(*) AS count FROM suppression")?("count") ?? -1 }
    }
}
