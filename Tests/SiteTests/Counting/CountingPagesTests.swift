import Campaign
import Documents
import TestSupport
import Testing

@testable import Site

@Suite struct CountingPagesTests {
    private let evening = [
        ("action", "UA 77/21"), ("channel", "post"), ("quantity", "34"), ("date", "2021-11-29"), ("source", "paper"), ("group", "none"),
        ("note", "letter evening"), ("token", "one form, one token"),
    ]

    @Test(arguments: Engine.available)
    func `34 letters are entered, taken back after a look, and restored`(on engine: Engine) async throws {
        try await withAmparo(engine) { amparo in
            try await amparo.store.take(.wanjiru())
            let rosa = try await amparo.store.staff("rosa", .coordinator), cookie = ["cookie": rosa.cookie]
            let entered = try await amparo.post("/desk/counting", evening, cookie)
            #expect(entered.status == 303)
            let page = try await amparo.get(entered["location"] ?? "", cookie)
            #expect(page.words.contains("Entered: 34 for UA 77/21. The total is now 34."))
            #expect(try await amparo.post("/desk/counting", evening, cookie)["location"] == "/desk/counting?done=1")

            let void = [("do", "void"), ("action", "77-21"), ("source", "paper")]
            let plan = try await amparo.post("/desk/counting/correction", void, cookie)
            #expect(plan.status == 200 && plan.words.contains("UA 77/21 34 0"))
            #expect(try await amparo.store.tally().counted() == 34)
            let confirmed = plan.hidden.map { ($0.key, $0.value) }
            #expect(try await amparo.post("/desk/counting/correction", confirmed + [("reason", " ")], cookie).status == 422)
            #expect(try await amparo.post("/desk/counting/correction", confirmed + [("reason", "counted twice")], cookie).status == 303)
            #expect(try await amparo.store.tally().counted() == 0)

            let restore = try await amparo.post("/desk/counting/correction", [("do", "restore"), ("action", "77-21")], cookie)
            let back = restore.hidden.map { ($0.key, $0.value) } + [("reason", "it was right")]
            #expect(try await amparo.post("/desk/counting/correction", back, cookie).status == 303)
            #expect(try await amparo.store.tally().counted() == 34)
        }
    }

    @Test func `a large number is asked about once more, and what was typed stays`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            let rosa = try await amparo.store.staff("rosa", .coordinator), cookie = ["cookie": rosa.cookie]
            let many = evening.map { $0.0 == "quantity" ? ($0.0, "900") : $0 }
            let asked = try await amparo.post("/desk/counting", many, cookie)
            #expect(asked.status == 422 && asked.text.contains("name=\"sure\"") && asked.text.contains("value=\"letter evening\""))
            #expect(try await amparo.post("/desk/counting", many + [("sure", "1")], cookie).status == 303)
            #expect(try await amparo.store.tally().counted() == 900)
        }
    }

    @Test func `a table is looked at, then entered; a bad one is told row by row`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            let rosa = try await amparo.store.staff("rosa", .coordinator), cookie = ["cookie": rosa.cookie]
            let header = "action,channel,quantity,date,source,note\r\n",
                good = header + "UA 77/21,post,46,2021-11-30,paper,\"a, \"\"b\"\"\r\n<c>\"\r\n"
            let bad = try await amparo.post("/desk/counting/table", [("table", header + "UA 1/99,post,4,2021-11-30,paper,\r\n")], cookie)
            #expect(bad.status == 422 && bad.words.contains("publishes no action UA 1/99") && !bad.text.contains("name=\"confirmed\""))
            let plan = try await amparo.post("/desk/counting/table", [("table", good)], cookie)
            #expect(plan.status == 200 && plan.words.contains("1 rows with 46 appeals"))
            #expect(try await amparo.store.tally().counted() == 0)
            #expect(try await amparo.post("/desk/counting/table", [("table", good), ("confirmed", "1")], cookie).status == 303)
            #expect(try await amparo.post("/desk/counting/table", [("table", good), ("confirmed", "1")], cookie).status == 303)
            #expect(try await amparo.store.tally().counted() == 46)
        }
    }

    @Test func `an uploaded table of a hundred kilobytes is taken, and one of two megabytes is not`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            let rosa = try await amparo.store.staff("rosa", .coordinator)
            func send(_ rows: Int) async throws -> HTTPAnswer {
                let row = "UA 77/21,post,1,2021-11-30,paper,row \(String(repeating: "x", count: 60)) "
                let table = "action,channel,quantity,date,source,note\n" + (0..<rows).map { "\(row)\($0)\n" }.joined()
                let body =
                    "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"../../x.csv\"\r\nContent-Type: text/csv\r\n\r\n\(table)\r\n--b--\r\n"
                let visitor = try await amparo.connect()
                let answer = try await visitor.post(
                    "/desk/counting/table", body, headers: ["content-type": "multipart/form-data; boundary=b", "cookie": rosa.cookie])
                await visitor.close()
                return answer
            }
            let taken = try await send(1_000)
            #expect(taken.status == 200 && taken.words.contains("1,000 rows"))
            #expect(try await send(20_000).status == 413)
        }
    }

    @Test func `a burst from one network is held apart, seen at the desk, and released`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            let rosa = try await amparo.store.staff("rosa", .coordinator), cookie = ["cookie": rosa.cookie]
            for number in 1...65 {
                let form = [("channel", "email"), ("quantity", "1"), ("output", "1"), ("token", "a token of a program \(number)")]
                let answer = try await amparo.post("/en/actions/77-21/reports", form, ["x-forwarded-for": "192.0.2.\(number)"])
                #expect(answer.status == 303)
            }
            #expect(try await amparo.store.tally().counted() == 60)
            let page = try await amparo.get("/desk/counting", cookie)
            #expect(page.words.contains("Very many from one network within an hour"))
            let release = [("do", "restore"), ("action", "77-21"), ("suspicion", "network")]
            let plan = try await amparo.post("/desk/counting/correction", release, cookie)
            #expect(plan.words.contains("UA 77/21 60 65"))
            let confirmed = plan.hidden.map { ($0.key, $0.value) } + [("reason", "a school")]
            #expect(try await amparo.post("/desk/counting/correction", confirmed, cookie).status == 303)
            #expect(try await amparo.store.tally().counted() == 65)
        }
    }
}
