import Campaign
import Documents
import Storage
import TestSupport
import Testing

@testable import Site

@Suite struct ReplyPagesTests {
    private let form = "/en/actions/77-21/reply", all = "/en/actions/77-21/replies"

    @Test(arguments: Engine.available)
    func `Amina hands in a photograph without a script, Rosa publishes it, and everybody sees it until the case is withdrawn`(on engine: Engine)
        async throws
    {
        try await withAmparo(engine, press: SamplePhoto.press) { amparo in
            try await amparo.store.take(.wanjiru())
            let rosa = try await amparo.store.staff("rosa", .admin), cookie = ["cookie": rosa.cookie]
            let page = try await amparo.get(form)
            #expect(page.status == 200 && page["cache-control"] == "no-store" && page.text.contains("multipart/form-data"))
            let token = page.hidden["token"] ?? ""
            let handed = try await amparo.handIn(all, [("token", token), ("office", "0"), ("words", ""), ("language", "en")], SamplePhoto.jpeg)
            #expect(handed["location"] == "\(all)/handed/\(token)")
            #expect(try await amparo.get("\(all)/handed/\(token)").words.contains("nobody but our desk sees it"))
            #expect(try await amparo.get("/en/actions/77-21").words.contains("Answers from officials"))

            let list = try await amparo.get("/desk/replies", cookie), path = try #require(list.links.first { $0.hasPrefix("/desk/replies/") })
            let id = try #require(path.split(separator: "/").last).description
            #expect(try await amparo.get("/desk", cookie).links.contains(path))
            for secret in ["\(all)/\(id)", "\(all)/\(id)/1.jpg", "\(all)/handed/none"] {
                #expect(try await amparo.get(secret).status == 404, "\(secret)")
            }
            let picture = try await amparo.get("\(path)/pages/1", cookie)
            #expect(picture["content-type"] == "image/jpeg" && picture["cache-control"] == "no-store")
            #expect(!String(decoding: picture.body, as: UTF8.self).contains("safe house"))

            let revision = { try await amparo.get(path, cookie).hidden["revision"] ?? "" }
            #expect(
                try await amparo.post("\(path)/pages/1", [("revision", revision()), ("square", "1-1"), ("square", "1-2")], cookie).status == 303)
            #expect(try await amparo.get(path, cookie).text.contains("<rect x=\"0\" y=\"0\" width=\"200\" height=\"72\"/>"))
            #expect(try await amparo.post("\(path)/publication", [("revision", revision())], cookie).status == 422, "no words yet")
            let facts = [("office", "Minister <b>of</b> the Interior"), ("text-en", "We know of the case.\nMore."), ("language", "en")]
            #expect(try await amparo.post(path, facts + [("revision", revision())], cookie).status == 303)
            #expect(try await amparo.post("\(path)/publication", [("revision", revision())], cookie).status == 303)

            let action = try await amparo.eventually("/en/actions/77-21") { $0.text.contains("We know of the case.") }
            #expect(action.words.contains("Minister <b>of</b> the Interior") && action.links.contains("\(all)/\(id)"))
            #expect(try await amparo.get("\(all)/handed/\(token)").links.contains("\(all)/\(id)"))
            let shown = try await amparo.get("\(all)/\(id)")
            #expect(shown.status == 200 && shown.text.contains("\(all)/\(id)/1.jpg") && shown.words.contains("We know of the case."))
            let public1 = try await amparo.get("\(all)/\(id)/1.jpg")
            #expect(public1.status == 200 && public1["cache-control"] == "no-cache" && public1.body != picture.body)
            #expect(try await amparo.get("\(all)/\(id)/1.jpg", ["if-none-match": public1["etag"] ?? ""]).status == 304)
            #expect(try await amparo.get("\(all)/\(id)/2.jpg").status == 404)
            try await amparo.store.withdraw()
            for gone in ["\(all)/\(id)", "\(all)/\(id)/1.jpg", "\(all)/handed/\(token)", form] {
                #expect(try await amparo.get(gone).status == 410, "\(gone)")
            }
            #expect(try await amparo.get(path, cookie).status == 404)
        }
    }

    @Test func `whatever is wrong, words and pages are there when the form is shown again`() async throws {
        try await withAmparo(press: SamplePhoto.press) { amparo in
            try await amparo.store.take(.wanjiru())
            let token = try await amparo.get(form).hidden["token"] ?? ""
            let fields = [("token", token), ("words", "We <know>"), ("other", "Embassy, Bern"), ("received_on", "2031-01-01"), ("language", "sw")]
            let wrong = try await amparo.handIn(all, fields, SamplePhoto.jpeg)
            #expect(wrong.status == 422 && wrong.hidden["token"] == token)
            for kept in ["We <know>", "One page is here already", "not in the future"] { #expect(wrong.words.contains(kept), "\(kept)") }
            #expect(wrong.text.contains("value=\"Embassy, Bern\"") && wrong.text.contains("value=\"sw\" selected"))
            let mended = try await amparo.post(all, [("token", token), ("words", "We <know>"), ("received_on", "2021-11-29")])
            #expect(mended.status == 303)
            let replies = try await amparo.store.database.read { db in try db.replies(atDeskOf: .international, limit: 9) }
            #expect(replies.count == 1 && replies[0].scans.count == 1 && replies[0].texts == [.undetermined: "We <know>"])
            let drawing = try await amparo.handIn(all, [("token", "the token of a drawing"), ("words", "So")], Array("<svg onload=x>".utf8))
            #expect(drawing.status == 422 && drawing.words.contains("SVG, HTML") && drawing.text.contains("So</textarea>"))
            #expect(try await amparo.post(all, [("token", "the token of nothing")]).status == 422)
        }
    }

    @Test func `Amina takes back what she handed in`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            let page = try await amparo.get(form), token = page.hidden["token"] ?? ""
            #expect(page.words.contains("Please type what the answer says"), "no program for pictures here")
            #expect(try await amparo.post(all, [("token", token), ("words", "They wrote.")]).status == 303)
            let taken = try await amparo.post("\(all)/handed/\(token)", [])
            #expect(taken.status == 200 && taken.words.contains("It is erased"))
            #expect(try await amparo.get("\(all)/handed/\(token)").status == 404)
            #expect(try await amparo.store.database.read { db in try db.rows("SELECT 1 AS one FROM reply") }.isEmpty)
        }
    }

    @Test func `the eleventh within an hour waits or calculates, and loses nothing`() async throws {
        try await withAmparo(press: SamplePhoto.press) { amparo in
            try await amparo.store.take(.wanjiru())
            let from = ["x-forwarded-for": "203.0.113.9"]
            for number in 1...10 {
                let answer = try await amparo.post(all, [("token", "the token of number \(number)"), ("words", "So")], from)
                #expect(answer.status == 303)
            }
            let held = try await amparo.handIn(all, [("token", "the token of one more"), ("words", "Kept")], SamplePhoto.jpeg, from)
            #expect(held.status == 429 && held["retry-after"] == "60" && held.hidden["words"] == "Kept" && held.hidden["puzzle"] != nil)
            amparo.store.advance(seconds: 61)
            let sent = try await amparo.post(all, held.hidden.map { ($0.key, $0.value) }, from)
            #expect(sent.status == 303)
            let last = try await amparo.store.database.read { db in try db.reply(handedInWith: "the token of one more") }
            #expect(last?.scans.count == 1 && last?.texts[.undetermined] == "Kept")
        }
    }

    @Test func `two people at once: the second sees what the first did, with what was typed`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            let rosa = try await amparo.store.staff("rosa", .editor), cookie = ["cookie": rosa.cookie]
            let added = try await amparo.post(
                "/desk/actions/77-21/replies", [("token", "the token of the desk"), ("words", "They wrote."), ("language", "en")], cookie)
            let path = try #require(added["location"])
            let revision = try await amparo.get(path, cookie).hidden["revision"] ?? ""
            #expect(try await amparo.post(path, [("revision", revision), ("office", "Ours")], cookie).status == 303)
            let late = try await amparo.post(path, [("revision", revision), ("office", "Theirs"), ("text-en", "Typed")], cookie)
            #expect(late.status == 409 && late.text.contains("Theirs") && late.text.contains("Typed"))
            #expect(try await amparo.post("\(path)/publication", [("revision", "2")], cookie).status == 403, "an editor publishes nothing")
            let late2 = try await amparo.post("\(path)/pages/1", [("revision", "2"), ("rectangles", "1 2 3")], cookie)
            #expect(late2.status == 422 && late2.words.contains("four whole numbers"))
            let log = try await amparo.store.database.read { db in try db.events(before: nil, limit: 50).map(\.event.name) }
            #expect(log.contains("reply.opened") && log.contains("reply.changed"))
        }
    }

    @Test func `squares beside each other become one rectangle, and none lies outside`() {
        let parts = CoverGrid.parts(ticked: ["14-10", "14-9", "1-1", "2-2", "0-1", "15-1", "x", "1-1"])
        #expect(parts.map(\.text) == ["0 0 100 72", "100 71 100 72", "800 928 200 72"])
    }

    @Test func `the shelf lets go of the oldest of whoever floods`() async throws {
        let clock = StillClock("2021-11-30T10:00:00.000Z"), scan = try #require(try await SamplePhoto.press.scans(of: SamplePhoto.jpeg).first)
        let shelf = ReplyShelf(world: .still(clock))
        shelf.put([scan], under: "mine", from: "me")
        for number in 1...9 {
            clock.advance(seconds: 1)
            shelf.put([scan], under: "\(number)", from: "flood")
        }
        #expect(shelf.scans("mine").count == 1 && shelf.scans("9").count == 1 && shelf.scans("1").isEmpty)
        clock.advance(seconds: 3_600)
        #expect(shelf.scans("mine").isEmpty)
    }
}

extension RunningAmparo {
    /// Sends a form with one file, as a browser does.
    fileprivate func handIn(
        _ path: String, _ fields: [(String, String)], _ file: [UInt8], _ headers: [String: String] = [:]
    ) async throws -> HTTPAnswer {
        let texts = fields.map { "--b\r\nContent-Disposition: form-data; name=\"\($0.0)\"\r\n\r\n\($0.1)\r\n" }.joined()
        let head = texts + "--b\r\nContent-Disposition: form-data; name=\"pages\"; filename=\"IMG_1.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n"
        let body = Array(head.utf8) + file + Array("\r\n--b--\r\n".utf8), visitor = try await connect()
        let answer = try await visitor.send(
            "POST", path, headers: headers.merging(["host": "localhost", "content-type": "multipart/form-data; boundary=b"]) { own, _ in own },
            body: body)
        await visitor.close()
        return answer
    }
}
