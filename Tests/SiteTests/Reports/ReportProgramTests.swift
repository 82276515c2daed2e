import Campaign
import Documents
import TestSupport
import Testing

/// Reports that programs make, in JSON with the names of the form's fields.
@Suite(.timeLimit(.minutes(5))) struct ReportProgramTests {
    private let path = "/en/actions/77-21/reports"
    private let token = "0123456789abcdef0123456789abcdef"

    @Test func `a program is told 201 and the tally, once it may be told`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            let small = try await amparo.post(json: "{\"channel\": \"post\", \"quantity\": 9, \"output\": 1, \"token\": \"\(token)\"}", to: path)
            #expect(small.status == 201)
            #expect(small["content-type"] == "application/json")
            #expect(small["cache-control"] == "no-store")
            #expect(small.text == "{\"appeals\":null,\"reference\":\"UA 77/21\",\"status\":\"counted\"}")
            let again = try await amparo.post(json: "{\"channel\": \"post\", \"quantity\": 9, \"output\": \"1\", \"token\": \"\(token)\"}", to: path)
            #expect(again.status == 201)
            #expect(again.text.contains("already_counted"))
            let more = try await amparo.post(json: "{\"channel\": \"fax\", \"quantity\": \"500\", \"output\": 1, \"token\": \"\(token)2\"}", to: path)
            #expect(more.text == "{\"appeals\":509,\"reference\":\"UA 77/21\",\"status\":\"counted\"}")
            #expect(try await amparo.store.tally().lines.allSatisfy { $0.source == .program })
        }
    }

    @Test func `a program is told every wrong field by name`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            let answer = try await amparo.post(json: "{\"channel\": null, \"quantity\": 1.5}", to: path)
            #expect(answer.status == 422)
            #expect(answer["content-type"] == "application/problem+json")
            for field in ["channel", "quantity", "token", "output"] { #expect(answer.text.contains("\"\(field)\":"), "\(field)") }
            #expect(answer.text.contains("\"status\":422"))
            let token = try #require(answer.text.firstMatch(of: /"fresh_token":"([^"~]{43}~[0-9a-z]{8})"/)?.1)
            let mended = "{\"channel\": \"post\", \"quantity\": 1, \"output\": 1, \"token\": \"\(token)\"}"
            #expect(try await amparo.post(json: mended, to: path).status == 201)
            let good = "{\"channel\": \"pigeon\", \"quantity\": 1, \"output\": 1, \"token\": \"\(token)\"}"
            #expect(!(try await amparo.post(json: good, to: path).text.contains("fresh_token")))
        }
    }

    @Test func `what is no flat object is refused`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            for body in ["", "{", "[]", "{\"channel\": {}}", "null", "{\"channel\": \"a\\u0000b\"}"] {
                let answer = try await amparo.post(json: body, to: path)
                #expect(answer.status == 400)
                #expect(answer["content-type"] == "application/problem+json")
            }
        }
    }

    @Test func `a program is told 404, 409, 410 and 405 as problems`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            try await amparo.store.take(.bishnu(serial: 12, until: "2021-10-01"))
            try await amparo.store.take(.bishnu(serial: 13, until: "2021-12-01"))
            try await amparo.store.withdraw(.bishnu(13))
            let body = "{\"channel\": \"post\", \"quantity\": 1, \"output\": 1, \"token\": \"\(token)\"}"
            for (place, status) in [("77-21", 201), ("12-21", 409), ("13-21", 410), ("99-21", 404)] {
                let answer = try await amparo.post(json: body, to: "/en/actions/\(place)/reports")
                #expect(answer.status == status, "\(place)")
                if status != 201 {
                    #expect(answer["content-type"] == "application/problem+json")
                    #expect(answer.text.contains("\"status\":\(status)") && !answer.text.contains("error."))
                }
            }
            let closed = try await amparo.post(json: body, to: "/en/actions/12-21/reports")
            #expect(closed.text.contains("\"detail\":\"Reports were taken until 31 October 2021. Yours was not counted.\""))
            let output = try await amparo.post(json: body.replacing("\"output\": 1", with: "\"output\": 7"), to: path)
            #expect(output.status == 404)
            let method = try await amparo.ask("DELETE", path, "localhost", ["accept": "application/json"])
            #expect(method.status == 405)
            #expect(method["allow"] == "POST")
            #expect(try await amparo.store.tally().counted() == 1)
        }
    }
}
