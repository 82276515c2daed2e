import Campaign
import Documents
import Storage
import TestSupport
import Testing

@testable import Site

@Suite struct FollowUpPagesTests {
    @Test(arguments: Engine.available)
    func `an update takes the place of the first document: its letter is gone, its page leads on, what changed is shown`(on engine: Engine)
        async throws
    {
        try await withAmparo(engine) { amparo in
            try await amparo.store.take(.wanjiru { $0.demands = ["Release her.", "Let her see a doctor."] })
            let rosa = try await amparo.store.staff("rosa", .approver), cookie = ["cookie": rosa.cookie]
            let desk = try await amparo.get("/desk/actions/77-21", cookie)
            #expect(desk.text.contains("/desk/actions/77-21/follow-ups/update") && desk.text.contains("/desk/actions/77-21/extension"))
            let form = try await amparo.get("/desk/actions/77-21/follow-ups/update", cookie)
            #expect(form.text.contains("value=\"2022-01-03\""), "the day of the latest document")
            let wrong = try await amparo.post("/desk/actions/77-21/follow-ups/update", [("issued_on", "2021-11-30"), ("act_until", "soon")], cookie)
            #expect(wrong.status == 422 && wrong.text.contains("value=\"soon\""), "what was typed stays")
            let begun = try await amparo.post(
                "/desk/actions/77-21/follow-ups/update", [("issued_on", "2021-11-30"), ("act_until", "2022-01-17")], cookie)
            #expect(begun.status == 303 && begun["location"] == "/desk/actions/77-21/outputs/2", "on to where it is written")
            #expect(try await amparo.get("/en/actions/77-21/2").status == 404, "a draft is nobody's")
            try await amparo.store.tamper(
                "UPDATE text SET demands = 'Release her.\nDrop the charge.' WHERE output_id IN (SELECT id FROM output WHERE ordinal = 2)")
            #expect(try await amparo.post("/desk/actions/77-21/publication", [], cookie).status == 303)
            let page = try await amparo.eventually("/en/actions/77-21") { $0.words.contains("Drop the charge") }
            #expect(page.words.contains("Drop the charge. new") && page.words.contains("Release her. as before"))
            #expect(page.words.contains("No longer asked for") && page.words.contains("Let her see a doctor."))
            let old = try await amparo.eventually("/en/actions/77-21/1") { $0.words.contains("A newer document") }
            #expect(old.text.contains("href=\"/en/actions/77-21\"") && !old.words.contains("Write the letter"))
        }
    }

    @Test(arguments: Engine.available)
    func `a correction stands on both documents, in the words of whoever made it`(on engine: Engine) async throws {
        try await withAmparo(engine) { amparo in
            try await amparo.store.take(.wanjiru())
            let rosa = try await amparo.store.staff("rosa", .approver), cookie = ["cookie": rosa.cookie]
            let path = "/desk/actions/77-21/follow-ups/correction", days = [("issued_on", "2021-11-30"), ("act_until", "2022-01-03")]
            #expect(try await amparo.post(path, days + [("corrects", "1"), ("correction-en", " ")], cookie).status == 422)
            #expect(try await amparo.post(path, days + [("corrects", "1"), ("correction-en", "Not Nairobi: Kisumu.")], cookie).status == 303)
            #expect(try await amparo.post(path, days + [("correction-en", "Again.")], cookie).status == 409, "one draft at a time")
            _ = try await amparo.post("/desk/actions/77-21/publication", [], cookie)
            let own = try await amparo.eventually("/en/actions/77-21") { $0.words.contains("Not Nairobi") }
            #expect(own.words.contains("what document 1 got wrong"))
            let wrong = try await amparo.eventually("/en/actions/77-21/1") { $0.words.contains("Not Nairobi") }
            #expect(wrong.words.contains("Something in this document was wrong") && wrong.text.contains("href=\"/en/actions/77-21/2\""))
        }
    }

    @Test(arguments: Engine.available)
    func `an extension, an early end and an outcome each keep a day of their own`(on engine: Engine) async throws {
        try await withAmparo(engine) { amparo in
            try await amparo.store.take(.wanjiru())
            let rosa = try await amparo.store.staff("rosa", .approver), cookie = ["cookie": rosa.cookie], action = "/desk/actions/77-21"
            #expect(try await amparo.post(action + "/extension", [("until", "2021-12-01")], cookie).status == 422, "earlier than it is")
            #expect(try await amparo.post(action + "/extension", [("until", "2022-01-31")], cookie).status == 303)
            let extended = try await amparo.eventually("/en/actions/77-21") { $0.words.contains("31 January 2022") }
            #expect(extended.words.contains("3 January 2022"), "the day of the document stays")
            #expect(try await amparo.get(action + "/extension", cookie).words.contains("until 31 January 2022"))
            #expect(try await amparo.post(action + "/end", [("reason", "superseded"), ("on", "2021-11-29")], cookie).status == 422)
            #expect(try await amparo.post(action + "/end", [("reason", "error"), ("on", "2021-12-24")], cookie).status == 422, "not yet")
            let ending = try await amparo.get(action + "/end", cookie)
            #expect(ending.text.contains("value=\"error\"") && !ending.text.contains("withdrawn_for_safety"), "such a page is withdrawn")
            #expect(try await amparo.post(action + "/end", [("reason", "withdrawn_for_safety"), ("on", "2021-11-29")], cookie).status == 422)
            #expect(try await amparo.post(action + "/end", [("reason", "success"), ("on", "2021-11-29")], cookie).status == 303)
            _ = try await amparo.eventually("/en/actions/77-21") { $0.words.contains("What was asked for was done") }
            let closing = [("outcome", "executed"), ("event_on", "2021-11-28"), ("words-en", "She was executed at dawn.")]
            #expect(try await amparo.post(action + "/outcome", closing, cookie).status == 303)
            let page = try await amparo.eventually("/en/actions/77-21") { $0.words.contains("at dawn") }
            #expect(page.words.contains("The execution was carried out on 28 November 2021") && page.words.contains("29 November 2021"))
            #expect(page.words.contains("not looking away") && !page.words.contains("Thank you to everybody") && !page.text.contains("band-good"))
        }
    }

    @Test func `an editor begins drafts and ends nothing, and another section's case is not theirs`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            let ben = try await amparo.store.staff("ben", .editor), lea = try await amparo.store.staff("lea", .approver, in: .swiss)
            let desk = try await amparo.get("/desk/actions/77-21", ["cookie": ben.cookie])
            #expect(desk.text.contains("follow-ups/update") && !desk.text.contains("77-21/end") && !desk.text.contains("77-21/outcome"))
            #expect(try await amparo.get("/desk/actions/77-21/outcome", ["cookie": ben.cookie]).status == 403)
            let there = try await amparo.get("/desk/actions/77-21", host: "ch.localhost", ["cookie": lea.cookie])
            #expect(there.text.contains("77-21/extension") && !there.text.contains("follow-ups"), "a later day for their own readers")
            #expect(try await amparo.get("/desk/actions/77-21/follow-ups/update", host: "ch.localhost", ["cookie": lea.cookie]).status == 403)
            #expect(try await amparo.get("/desk/actions/77-21/follow-ups/first", ["cookie": ben.cookie]).status == 404)
        }
    }

    @Test func `the code is asked for before anything is typed that ends a case`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            let rosa = try await amparo.store.staff("rosa", .approver)
            amparo.store.advance(seconds: 601)
            for page in ["outcome", "end", "extension"] {
                let answer = try await amparo.get("/desk/actions/77-21/\(page)", ["cookie": rosa.cookie])
                #expect(answer["location"] == "/desk/code?next=/desk/actions/77-21/\(page)")
            }
            #expect(try await amparo.get("/desk/actions/77-21/follow-ups/update", ["cookie": rosa.cookie]).status == 200)
        }
    }
}
