import Campaign
import Documents
import Hummingbird
import TestSupport
import Testing

@testable import Site

/// A withdrawn action is gone from every route of its own, and nothing of it is repeated.
@Suite(.timeLimit(.minutes(5))) struct WithdrawnTests {
    /// Every route that names an action, taken from the router itself, so that a new one cannot be forgotten.
    private func routes() async throws -> [(method: String, path: String)] {
        try await withSite { pages in
            let router = try SiteServices.router(pages.site, RecordReport(database: pages.store.database, world: pages.store.world))
            return router.routes.map { ($0.method.rawValue, "\($0.path)") }.filter { $0.1.contains("{reference}") && $0.0 != "HEAD" }
        }
    }

    private func filled(_ path: String) -> [String] {
        let fixed = path.replacing("{reference}", with: "77-21").replacing("{language}", with: "en").replacing("{ordinal}", with: "1")
            .replacing("{tag}", with: "en")
            .replacing("{id}", with: "none").replacing("{token}", with: "none")
        guard fixed.contains("{file}") else { return [fixed] }
        return Sheet.allCases.flatMap { sheet in SheetFormat.allCases.map { fixed.replacing("{file}", with: "\(sheet.rawValue).\($0.rawValue)") } }
    }

    @Test func `every route of the action answers 410 and names nobody`() async throws {
        let routes = try await routes()
        #expect(routes.count >= 8)
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru { $0.makeRich() })
            try await amparo.store.take(.wanjiruCharged())
            let token = try await amparo.get("/en/actions/77-21/report").hidden["token"] ?? ""
            for path in ["/en/", "/en/actions/77-21", "/en/actions/77-21/1", "/en/archive/2021/11", "/documents/77-21/1/en/sheet.txt"] {
                #expect(try await amparo.get(path).status == 200, "\(path)")
            }
            try await amparo.store.withdraw()
            _ = try await amparo.eventually("/en/actions/77-21") { $0.status == 410 }
            let form = [("channel", "post"), ("quantity", "3"), ("output", "2"), ("token", token), ("name", "Rosa")]
            for route in routes {
                for path in filled(route.path) {
                    #expect(!path.contains("{"), "say in filled(_:) what stands for the names in \(path)")
                    let path = path.hasPrefix("/") ? path : "/" + path
                    let answer = route.method == "POST" ? try await amparo.post(path, form) : try await amparo.eventually(path) { $0.status == 410 }
                    #expect(answer.status == 410, "\(route.method) \(path)")
                    for name in ["Wanjiru", "Otieno", "Kenya", "Reporter", "her family asks for it", "Amina"] {
                        #expect(!answer.text.contains(name), "\(path): \(name)")
                    }
                    #expect(answer["cache-control"] == "no-store")
                    #expect(answer["etag"] == nil)
                    guard route.method == "GET" else { continue }
                    #expect(try await amparo.head(path).status == 410, "HEAD \(path)")
                    let json = try await amparo.get(path, ["accept": "application/json"])
                    #expect(json.status == 410 && !json.text.contains("Otieno"), "\(path) for programs")
                }
            }
        }
    }

    @Test func `it is gone from lists, the archive and the box, and a kept page does not come back`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru { $0.indexCode = "AFR 32/4000/2021" })
            try await amparo.store.take(.bishnu(until: "2021-12-01"))
            let tag = try await amparo.get("/en/actions/77-21")["etag"] ?? ""
            try await amparo.store.withdraw()
            for path in ["/en/", "/en/archive/2021/11", "/en/actions/12-21/thanks"] {
                let page = try await amparo.eventually(path) { !$0.text.contains("Reporter") }
                #expect(!page.text.contains("77-21") && !page.text.contains("Reporter"), "\(path)")
            }
            let kept = try await amparo.eventually("/en/actions/77-21", ["if-none-match": tag]) { $0.status != 304 }
            #expect(kept.status == 410)
            #expect(try await amparo.get("/go?q=77%2F21").status == 410)
            #expect(try await amparo.get("/go?q=AFR%2032%2F4000%2F2021").status == 404)
        }
    }

    @Test func `the page that says so speaks the reader's language`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            try await amparo.store.withdraw()
            for (language, title) in [
                ("en", "This action has been withdrawn"), ("es", "Esta acción se ha retirado"), ("fr", "Cette action a été retirée"),
                ("de", "Diese Aktion wurde zurückgezogen"),
            ] {
                let page = try await amparo.get("/\(language)/actions/77-21")
                #expect(page["content-language"] == language)
                #expect(page.first("h1") == title)
            }
        }
    }
}
