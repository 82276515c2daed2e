import Campaign
import Documents
import Storage
import TestSupport
import Testing

@testable import Site

@Suite struct RenamingPagesTests {
    @Test(arguments: Engine.available)
    func `Rosa sees every place before a name changes, unticks one, and the rest is gone from every page`(on engine: Engine) async throws {
        try await withAmparo(engine) { amparo in
            try await amparo.store.take(.wanjiru { $0.background = "We hope.\n\nWanjiru wrote." })
            let rosa = try await amparo.store.staff("rosa", .editor), cookie = ["cookie": rosa.cookie], path = "/desk/actions/77-21/renaming"
            #expect(try await amparo.get("/en/actions/77-21").text.contains("Wanjiru"))
            let form = try await amparo.get(path, cookie)
            #expect(form.text.contains("value=\"Wanjiru Otieno\""))
            let asked = [("subject", "Wanjiru Otieno"), ("to", "M. O."), ("pronouns", ""), ("also", "Wanjiru = M.\r\nhope = wish")]
            #expect(try await amparo.post(path + "/places", [("subject", "Wanjiru Otieno"), ("to", " ")], cookie).status == 422)
            let places = try await amparo.post(path + "/places", asked, cookie)
            #expect(places.status == 200 && places.text.contains("<del>Wanjiru Otieno</del> <ins>M. O.</ins>"))
            let boxes = places.text.matches(of: /name="place" value="([0-9a-f]+)"( checked)?/).map { (String($0.1), $0.2 != nil) }
            #expect(boxes.count > 3)
            let seen = try #require(places.hidden["seen"])
            let chosen = boxes.map { ("place", $0.0) }
            #expect(try await amparo.post(path, asked + [("seen", "stale")] + chosen, cookie).status == 409)
            #expect(try await amparo.post(path, asked + [("seen", seen)] + chosen, cookie).status == 303)
            for page in ["/en/actions/77-21", "/en/actions/77-21/write", "/documents/77-21/1/en/sheet.txt", "/en/"] {
                let answer = try await amparo.eventually(page) { !$0.text.contains("Wanjiru") }
                #expect(answer.status == 200 && !answer.text.contains("Wanjiru") && !answer.text.contains("Otieno"), "\(page)")
            }
            #expect(!amparo.log.all.joined().contains("Wanjiru"))
        }
    }

    @Test(arguments: Engine.available)
    func `an internal document waits for a person at the desk`(on engine: Engine) async throws {
        try await withAmparo(engine) { amparo in
            try await amparo.store.take(.wanjiru(), published: false, findings: [Finding(field: "audience", value: "internal", confidence: 0.3)])
            let rosa = try await amparo.store.staff("rosa", .approver), cookie = ["cookie": rosa.cookie], action = "/desk/actions/77-21"
            let page = try await amparo.get(action, cookie)
            #expect(page.forms.contains(action + "/audience") && !page.forms.contains(action + "/publication"))
            #expect(try await amparo.post(action + "/publication", [], cookie).status == 409)
            #expect(try await amparo.get("/en/actions/77-21").status == 404)
            #expect(try await amparo.post(action + "/audience", [("output", "1")], cookie).status == 303)
            #expect(try await amparo.post(action + "/publication", [], cookie).status == 303)
            #expect(try await amparo.eventually("/en/actions/77-21") { $0.status == 200 }.status == 200)
        }
    }
}
