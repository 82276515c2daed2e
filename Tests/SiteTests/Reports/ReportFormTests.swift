import Campaign
import Documents
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5))) struct ReportFormTests {
    private let path = "/en/actions/77-21/reports"
    /// 43 signs of chance, and when it was made.
    private static var token: Regex<Substring> { /[A-Za-z0-9_-]{43}~[0-9a-z]{8}/ }

    @Test func `each showing of the form has a token of its own, and nobody keeps it`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            let first = try await amparo.get("/en/actions/77-21/report"), second = try await amparo.get("/en/actions/77-21/report")
            #expect(first["cache-control"] == "no-store")
            #expect(first["etag"] == nil)
            #expect(first.hidden["token"]?.wholeMatch(of: Self.token) != nil)
            #expect(first.hidden["token"] != second.hidden["token"])
            #expect(first.hidden["output"] == "1")
            #expect(try await amparo.head("/en/actions/77-21/report")["cache-control"] == "no-store")
        }
    }

    @Test func `a report is thanked for on another page, and counts once however often it is sent`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            let form = try await amparo.get("/en/actions/77-21/report").hidden
            let fields = form.map { ($0.key, $0.value) } + [("channel", "post"), ("quantity", " 12 ")]
            let first = try await amparo.post(path, fields), again = try await amparo.post(path, fields)
            #expect(first.status == 303)
            #expect(first["location"] == "/en/actions/77-21/thanks?counted=1")
            #expect(again["location"] == "/en/actions/77-21/thanks?again=1")
            #expect(try await amparo.store.tally().counted() == 12)
            let thanks = try await amparo.get("/en/actions/77-21/thanks?counted=1")
            #expect(thanks.first("h1") == "Thank you. Your report is counted.")
            #expect(thanks["cache-control"] == "no-store")
            #expect(thanks.words.contains("12 appeals reported for this action"))
            #expect(try await amparo.get("/en/actions/77-21/thanks?again=1").words.contains("This report was counted already"))
        }
    }

    @Test func `whoever opens the thanks without a report is told of none, and led to the form`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            let thanks = try await amparo.get("/en/actions/77-21/thanks")
            #expect(thanks.first("h1") == "Thank you for writing.")
            #expect(!thanks.words.contains("counted"))
            #expect(thanks.links.contains("/en/actions/77-21/report"))
            try await amparo.store.take(.bishnu(serial: 12, until: "2021-10-01"))
            let closed = try await amparo.get("/en/actions/12-21/thanks")
            #expect(closed.status == 303)
            #expect(closed["location"] == "/en/actions/12-21")
        }
    }

    @Test func `the thanks lead to the next action, never to the same`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            #expect(try await amparo.get("/en/actions/77-21/thanks").words.contains("No other action needs letters today"))
            try await amparo.store.take(.bishnu(until: "2021-12-24"))
            let thanks = try await amparo.get("/en/actions/77-21/thanks")
            #expect(thanks.words.contains("Farmer threatened after testimony"))
            #expect(thanks.text.replacing("<wbr>", with: "").contains("<bdi>http://localhost:\(amparo.port)/en/actions/77-21</bdi>"))
        }
    }

    @Test func `a wrong field is told beside it, and what was typed stays`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            for (field, values) in [
                ("quantity", ["0", "501", "-3", "3.5", "many", "", "99999999999999999999", "<b>3</b>"]),
                ("channel", ["pigeon", "", "<script>"]),
            ] {
                for value in values {
                    var fields = try await amparo.get("/en/actions/77-21/report").hidden.merging(["channel": "fax", "quantity": "7"]) { own, _ in own
                    }
                    fields[field] = value
                    let page = try await amparo.post(path, fields.map { ($0.key, $0.value) })
                    #expect(page.status == 422)
                    #expect(page["cache-control"] == "no-store")
                    #expect(page.links.contains("#\(field)"))
                    #expect(page.text.contains("id=\"\(field)-problem\""))
                    #expect(page.hidden["token"] == fields["token"])
                    #expect(!page.text.contains("<script>") && !page.text.contains("<b>3</b>"))
                    if field == "quantity" {
                        #expect(page.text.contains("value=\"fax\" checked"))
                    } else {
                        #expect(page.text.contains("name=\"quantity\" value=\"7\""))
                    }
                }
                #expect(try await amparo.store.tally().counted() == 0)
            }
        }
    }

    @Test func `every wrong field is told at once, and a bad token is replaced`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            let page = try await amparo.post(path, [("token", "short")])
            #expect(page.status == 422)
            for words in [
                "Choose how you wrote", "Give a whole number from 1 to 500", "This form is no longer valid",
                "This document of the action does not exist",
            ] {
                #expect(page.words.contains(words))
            }
            #expect(page.hidden["token"]?.wholeMatch(of: Self.token) != nil)
            #expect(!page.links.contains("#token") && !page.links.contains("#output"))
        }
    }

    @Test func `a mended form is still for the document it was opened for`() async throws {
        try await withAmparo(at: "2021-12-06T10:00:00.000Z") { amparo in
            try await amparo.store.take(.wanjiru())
            let form = try await amparo.get("/en/actions/77-21/report").hidden
            try await amparo.store.take(.wanjiruCharged())
            let page = try await amparo.post(path, form.map { ($0.key, $0.value) } + [("channel", "post"), ("quantity", "none")])
            #expect(page.hidden["output"] == "1")
            #expect(try await amparo.get("/en/actions/77-21/report").hidden["output"] == "2")
        }
    }

    @Test func `a form that another site sent is refused, ours is not`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            let form = try await amparo.get("/en/actions/77-21/report").hidden
            let fields = form.map { ($0.key, $0.value) } + [("channel", "post"), ("quantity", "1")]
            let foreign = try await amparo.post(path, fields, ["sec-fetch-site": "cross-site"])
            #expect(foreign.status == 403)
            #expect(foreign.first("h1") == "This form did not come from this site")
            #expect(try await amparo.store.tally().counted() == 0)
            #expect(try await amparo.post(path, fields, ["sec-fetch-site": "same-origin", "origin": "null"]).status == 303)
        }
    }

    @Test func `a form that is too large is refused in the reader's language`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            let page = try await amparo.post("/es/actions/77-21/reports", [("channel", String(repeating: "x", count: 70_000))])
            #expect(page.status == 413)
            #expect(page["content-language"] == "es")
        }
    }
}
