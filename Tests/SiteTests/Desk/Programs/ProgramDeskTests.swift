import Campaign
import Documents
import Storage
import TestSupport
import Testing

@testable import Site

/// The desk's pages for other programs.
@Suite(.timeLimit(.minutes(5))) struct ProgramDeskTests {
    @Test func `an administrator makes a key, which is shown once and works, and revokes it`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            let ada = try await amparo.store.staff("ada", .admin), cookie = ["cookie": ada.cookie]
            let scopes = [("section", "int"), ("scope_reports", "1"), ("scope_addresses", "1")]
            let made = try await amparo.post("/desk/programs", [("name", "the mail tool")] + scopes, cookie)
            let key = try #require(made.text.split(separator: "\"").first { $0.hasPrefix("amparo_") })
            #expect(made.status == 200)
            let list = try await amparo.get("/desk/programs", cookie)
            #expect(list.words.contains("the mail tool") && !list.text.contains(key) && list.words.contains("never"))
            let body = #"{"channel": "post", "quantity": 3, "output": 1}"#,
                headers = ["authorization": "Bearer \(key)", "idempotency-key": "report-1"]
            #expect(try await amparo.post(json: body, to: "/api/v1/actions/77-21/reports", headers).status == 201)
            #expect(try await amparo.get("/desk/programs", cookie).words.contains("30 November 2021"))
            let id = try #require(list.hidden["key"])
            #expect(try await amparo.post("/desk/programs/revocation", [("key", id)], cookie).status == 303)
            #expect(try await amparo.post(json: body, to: "/api/v1/actions/77-21/reports", headers).status == 401)
            #expect(try await amparo.post("/desk/programs", [("name", " ")] + scopes, cookie).status == 422)
        }
    }

    @Test func `what opens a door asks for a code again`() async throws {
        try await withAmparo { amparo in
            let ada = try await amparo.store.staff("ada", .admin), cookie = ["cookie": ada.cookie]
            amparo.store.advance(seconds: 3_600)
            for path in ["/desk/programs", "/desk/programs/revocation", "/desk/webhooks", "/desk/webhooks/end"] {
                let answer = try await amparo.post(
                    path, [("name", "x"), ("section", "int"), ("scope_reports", "1"), ("url", "https://crm.example.org/")], cookie)
                #expect(answer.status == 303 && answer["location"]?.hasPrefix("/desk/code") == true, "\(path)")
            }
            #expect(try await amparo.store.database.read { try $0.programKeys() }.isEmpty)
        }
    }

    @Test func `an address is added, its secret shown once, what it was told shown and told again, and it is ended`() async throws {
        try await withAmparo { amparo in
            let ada = try await amparo.store.staff("ada", .admin), cookie = ["cookie": ada.cookie]
            let made = try await amparo.post("/desk/webhooks", [("url", "https://crm.example.org/in"), ("section", "int")], cookie)
            #expect(made.text.contains("value=\"whsec_"))
            try await amparo.store.take(.wanjiru())
            try await TellWebhooks(database: amparo.store.database, world: amparo.store.world)(until: StopSign())
            let list = try await amparo.get("/desk/webhooks", cookie)
            #expect(list.words.contains("UA 77/21: published") && list.words.contains("waiting") && !list.text.contains("whsec_"))
            let message = try #require(list.hidden["message"]), hook = try #require(list.hidden["webhook"])
            #expect(try await amparo.post("/desk/webhooks/replay", [("message", message)], cookie).status == 303)
            #expect(try await amparo.post("/desk/webhooks/end", [("webhook", hook)], cookie).status == 303)
            #expect(try await amparo.post("/desk/webhooks/replay", [("message", message)], cookie).status == 404)
            for inside in ["http://crm.example.org/", "https://127.0.0.1:8443/"] {
                #expect(try await amparo.post("/desk/webhooks", [("url", inside), ("section", "int")], cookie).status == 422, "\(inside)")
            }
        }
    }
}
