import Campaign
import Documents
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5))) struct GroupPagesTests {
    private func filled(_ page: HTTPAnswer, _ numbers: [String: String]) -> [(String, String)] {
        page.hidden.map { ($0.key, $0.value) } + numbers.map { ($0.key, $0.value) }
    }

    @Test func `a group reports all its letters in one go, and once however often it is sent`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            try await amparo.store.take(.bishnu(until: "2021-12-24"))
            let basel = try await amparo.store.group(), path = "/en/groups/\(basel.code.text)"
            let page = try await amparo.get(path)
            #expect(page.status == 200)
            #expect(page["cache-control"] == "no-store")
            #expect(page.text.contains("content=\"noindex\""))
            #expect(page.words.contains("Letter evening Basel"))
            #expect(page.text.utf8.count < 60_000)
            let sent = filled(page, ["77-21.1.post": "34", "12-21.1.post": "4", "12-21.1.solidarity": "8"])
            let first = try await amparo.post(path + "/reports", sent), again = try await amparo.post(path + "/reports", sent)
            #expect(first.status == 303)
            #expect(first["location"] == path + "/thanks?counted=12-21,77-21")
            #expect(again["location"] == path + "/thanks?counted=12-21,77-21&again=1")
            #expect(try await amparo.store.tally().counted() == 34)
            #expect(try await amparo.store.tally(.bishnu()).counted() == 12)
            let thanks = try await amparo.get(path + "/thanks?counted=12-21,77-21")
            #expect(thanks.words.contains("34 appeals sent") && thanks.words.contains("12 appeals sent"))
            #expect(thanks.words.contains("Thank you. Your letters are counted."))
            #expect(!thanks.words.contains("46"))
        }
    }

    @Test func `the address on the paper leads to the action, for the group`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            try await amparo.store.take(.bishnu(until: "2021-12-24"))
            let basel = try await amparo.store.group(), code = basel.code.text
            let answer = try await amparo.get("/en/actions/77-21/report?group=\(basel.code.printed.lowercased())")
            #expect(answer.status == 303)
            #expect(answer["location"] == "/en/groups/\(code)?actions=77-21")
            let page = try await amparo.get("/en/groups/\(code)?actions=77-21")
            #expect(page.text.contains("name=\"77-21.1.post\"") && !page.text.contains("name=\"12-21.1.post\""))
            #expect(try await amparo.get("/en/groups/\(code)?actions=UA+12/21,nonsense").text.contains("name=\"12-21.1.post\""))
            #expect(try await amparo.get("/en/actions/77-21/report?group=").status == 200)
        }
    }

    @Test func `an unknown code is told with a place to type it again`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            let basel = try await amparo.store.group(in: .swiss)
            for path in [
                "/en/groups/\(basel.code.text)", "/en/groups?code=K7QM-3XV0", "/en/groups/%3Cb%3E", "/en/actions/77-21/report?group=K7QM3XV0",
                "/en/groups/K7QM3XV0/thanks",
            ] {
                let page = try await amparo.get(path)
                #expect(page.status == 404, "\(path)")
                #expect(page.text.contains("name=\"code\"") && page.text.contains("id=\"code-problem\""))
                #expect(!page.text.contains("<b>"))
            }
            #expect(try await amparo.post("/en/groups/K7QM3XV0/reports", [("77-21.1.post", "3")]).status == 404)
            #expect(try await amparo.get("/en/groups").status == 200)
            let found = try await amparo.get("/de/groups?code=\(basel.code.printed)", host: "ch.localhost")
            #expect(found["location"] == "/de/groups/\(basel.code.text)")
        }
    }

    @Test func `a wrong number is told beside its field, a very large one is asked about`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            let basel = try await amparo.store.group(), path = "/en/groups/\(basel.code.text)"
            let form = try await amparo.get(path)
            for (value, link) in [("0", "#77-21.1.fax"), ("5001", "#77-21.1.fax"), ("<b>9</b>", "#77-21.1.fax"), ("", "#numbers"), ("900", "#sure")] {
                let page = try await amparo.post(path + "/reports", filled(form, ["77-21.1.fax": value]))
                #expect(page.status == 422)
                #expect(page.links.contains(link), "\(value)")
                #expect(page.hidden["token"] == form.hidden["token"])
                #expect(!page.text.contains("<b>9"))
                #expect(page.text.contains("<details open>") == !value.isEmpty)
            }
            #expect(try await amparo.store.tally().counted() == 0)
            #expect(try await amparo.post(path + "/reports", filled(form, ["77-21.1.fax": "900", "sure": "1"])).status == 303)
            #expect(try await amparo.store.tally().counted(by: .fax) == 900)
        }
    }

    @Test func `closed actions are not on the page, late ones are with a word`() async throws {
        try await withAmparo(at: "2022-01-20T10:00:00.000Z") { amparo in
            try await amparo.store.take(.wanjiru())
            try await amparo.store.take(.bishnu(serial: 12, until: "2021-11-01"))
            try await amparo.store.take(.bishnu(serial: 13, until: "2022-03-01"))
            try await amparo.store.withdraw(.bishnu(13))
            let basel = try await amparo.store.group(), path = "/en/groups/\(basel.code.text)"
            let page = try await amparo.get(path)
            #expect(page.text.contains("77-21.1.post") && !page.text.contains("12-21.1") && !page.text.contains("13-21.1"))
            #expect(page.words.contains("Your report is taken until 2 February 2022"))
            #expect(try await amparo.get(path + "?actions=12-21").status == 409)
            #expect(try await amparo.get(path + "?actions=13-21").status == 410)
            #expect(try await amparo.get(path + "?actions=12-21,13-21").words.contains("No action takes reports just now"))
        }
    }
}
