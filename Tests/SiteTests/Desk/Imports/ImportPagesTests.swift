import Campaign
import Documents
import Storage
import TestSupport
import Testing

@testable import Site

@Suite struct ImportPagesTests {
    static let text = """
        URGENT ACTION
        REPORTER HELD OVER A BUDGET QUESTION
        UA: 78/21 Index: AFR 32/1234/2021 Kenya Date: 22 November 2021

        Wanjiru Otieno has been held in Kisumu since 14 November. Call for her release.

        Please write immediately in English or your own language:
        - urging the authorities to release her.

        PLEASE SEND APPEALS BEFORE 3 JANUARY 2022 TO:
        Minister of the Interior
        Harambee House
        Nairobi, Kenya
        Email: minister@example.org
        Salutation: Dear Minister
        """

    @Test(arguments: Engine.available)
    func `Rosa pastes a text, mends the day, accepts it, and there is a draft that nobody else sees`(on engine: Engine) async throws {
        try await withAmparo(engine) { amparo in
            let rosa = try await amparo.store.staff("rosa", .editor), cookie = ["cookie": rosa.cookie]
            let path = try await amparo.paste(Self.text, cookie)
            let page = try await amparo.get(path, cookie)
            #expect(page.status == 200)
            #expect(page.words.contains("REPORTER HELD OVER A BUDGET QUESTION"))
            #expect(page.text.contains("name=\"reference\" type=\"text\" value=\"UA: 78/21\""))
            #expect(page.links.contains { $0.hasPrefix("#line-") })
            #expect(page.links.contains("#expiry_date"))
            #expect(page.words.contains("new action, UA 78/21"))
            #expect(try await amparo.countActions() == 0)

            let revision = page.hidden["revision"] ?? ""
            let wrong = try await amparo.post(path, [("revision", revision), ("expiry_date", "soon")], cookie)
            #expect(wrong.status == 422)
            let ticks = (0..<40).map { ("settled", String($0)) }
            let accepted = try await amparo.post(path + "/acceptance", [("revision", revision), ("expiry_date", "2022-01-04")] + ticks, cookie)
            #expect(accepted["location"] == "/desk/actions/78-21/outputs/1", "\(accepted.words)")
            let action = try await amparo.store.database.read { db in try db.wholeAction(Reference(series: .UA, serial: 78, year: 2021)) }
            #expect(action.outputs.map(\.actUntilInDocument) == [Day("2022-01-04")])
            #expect(action.outputs.allSatisfy { $0.publishedAt == nil })
            #expect(try await amparo.get("/en/actions/78-21").status == 404)
        }
    }

    @Test func `two people at once: the second sees what the first did, and nothing typed is lost`() async throws {
        try await withAmparo { amparo in
            let rosa = try await amparo.store.staff("rosa", .editor), ben = try await amparo.store.staff("ben", .editor)
            let path = try await amparo.paste(Self.text, ["cookie": rosa.cookie])
            let revision = try await amparo.get(path, ["cookie": ben.cookie]).hidden["revision"] ?? ""
            #expect(try await amparo.post(path, [("revision", revision), ("title", "Held")], ["cookie": rosa.cookie]).status == 303)
            let late = try await amparo.post(path, [("revision", revision), ("call", "Write today")], ["cookie": ben.cookie])
            #expect(late.status == 409)
            #expect(late.text.contains("Write today") && late.text.contains("Held"))
            #expect(try await amparo.post(path + "/refusal", [], ["cookie": rosa.cookie]).status == 303)
            let decided = try await amparo.get(path, ["cookie": ben.cookie])
            #expect(decided.status == 409 && decided.words.contains("Rosa has declined"))
            #expect(try await amparo.post(path + "/acceptance", [("revision", "2")], ["cookie": ben.cookie]).status == 409)
        }
    }

    @Test func `a document of another section's desk is not there`() async throws {
        try await withAmparo { amparo in
            let rosa = try await amparo.store.staff("rosa", .editor), lea = try await amparo.store.staff("lea", .editor, in: .swiss)
            let path = try await amparo.paste(Self.text, ["cookie": rosa.cookie])
            #expect(try await amparo.get(path, host: "ch.localhost", ["cookie": lea.cookie]).status == 404)
        }
    }

    @Test(arguments: Engine.available)
    func `many files are taken at once, and each says how far it is`(on engine: Engine) async throws {
        try await withAmparo(engine) { amparo in
            let rosa = try await amparo.store.staff("rosa", .editor), cookie = ["cookie": rosa.cookie]
            let files: [(String, String)] = [
                ("one.txt", Self.text), ("../../two.html", "<html><script>alert(1)</script><p>Nothing</p></html>"),
                ("three.svg", "<svg><script/></svg>"),
                ("empty.txt", ""), ("four.zip", "PK\u{3}\u{4} not a zip"),
            ]
            let answer = try await amparo.upload(files, to: "/desk/imports/uploaded", cookie)
            #expect(answer["location"] == "/desk/imports/progress")
            let waiting = try await amparo.get("/desk/imports/progress", cookie)
            #expect(waiting["refresh"] == "2")
            #expect(waiting.words.contains("Refused: it is a drawing (SVG)") && waiting.words.contains("Refused: there is no text in it"))
            let read = ReadReview(database: amparo.store.database, world: amparo.store.world, read: ReadDocument(workers: 1))
            for job in try await amparo.store.database.read({ try $0.jobs() }) where job.kind == ReadReview.kind { try await read(job) }
            let done = try await amparo.get("/desk/imports/progress", cookie)
            #expect(done["refresh"] == nil)
            #expect(done.words.contains("one.txt Read, to be reviewed"))
            #expect(done.words.contains("two.html Refused: it does not look like an urgent action"))
            #expect(!done.text.contains("../") && !done.text.contains("<script>alert"))
        }
    }

    @Test func `too much at once is refused in words`() async throws {
        try await withAmparo { amparo in
            let rosa = try await amparo.store.staff("rosa", .editor)
            let many = (0...ReviewBounds.files).map { ("\($0).txt", "x\($0)") }
            let answer = try await amparo.upload(many, to: "/desk/imports/uploaded", ["cookie": rosa.cookie])
            #expect(answer.status == 413 && answer.words.contains("too much at once"))
        }
    }

    @Test func `the original comes back as bytes to keep, never as a page`() async throws {
        try await withAmparo { amparo in
            let rosa = try await amparo.store.staff("rosa", .editor), cookie = ["cookie": rosa.cookie]
            let path = try await amparo.paste(Self.text, cookie)
            let original = try await amparo.get(path + "/original", cookie)
            #expect(original.text == Self.text)
            #expect(original["content-type"] == "application/octet-stream" && original["content-disposition"]?.hasPrefix("attachment") == true)
        }
    }
}

extension RunningAmparo {
    /// Where the review of a pasted text is.
    func paste(_ text: String, _ headers: [String: String]) async throws -> String {
        let answer = try await post("/desk/imports/pasted", [("text", text.replacing("\n", with: "\r\n"))], headers)
        #expect(answer.status == 303, "\(answer.words)")
        return answer["location"] ?? ""
    }

    func upload(_ files: [(name: String, text: String)], to path: String, _ headers: [String: String]) async throws -> HTTPAnswer {
        let parts = files.map { "--x\r\nContent-Disposition: form-data; name=\"files\"; filename=\"\($0.name)\"\r\n\r\n\($0.text)\r\n" }
        let visitor = try await connect()
        let answer = try await visitor.post(
            path, parts.joined() + "--x--\r\n", headers: headers.merging(["content-type": "multipart/form-data; boundary=x"]) { own, _ in own })
        await visitor.close()
        return answer
    }

    func countActions() async throws -> Int {
        try await store.database.read { db in try db.rows("SELECT 1 AS one FROM action").count }
    }
}
