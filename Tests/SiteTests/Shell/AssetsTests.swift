import Foundation
import TestSupport
import Testing

@testable import Site

@Suite(.timeLimit(.minutes(5))) struct AssetsTests {
    private let css = Array(String(repeating: "p { color: navy; } ", count: 50).utf8)

    @Test func `a file has an address by its content and may be kept for good`() async throws {
        let assets = Assets(files: ["site.css": css, "icons/mark.svg": Array("<svg/>".utf8)])
        let path = assets.path("site.css")
        #expect(path.wholeMatch(of: /\/assets\/site-[0-9a-z]{12}\.css/) != nil)
        #expect(Assets(files: ["site.css": css + Array("a { color: red; }".utf8)]).path("site.css") != path)
        try await RunningSite.run(routes: assets.add) { site in
            let visitor = try await site.connect()
            let answer = try await visitor.get(path, headers: ["accept-encoding": "gzip"])
            #expect(answer.status == 200)
            #expect(answer["content-type"] == "text/css; charset=utf-8")
            #expect(answer["cache-control"] == "public, max-age=31536000, immutable")
            #expect(answer["content-encoding"] == "gzip")
            #expect(try await visitor.get("/assets/site.css")["cache-control"] == "no-cache")
            #expect(try await visitor.get(assets.path("icons/mark.svg"))["content-type"] == "image/svg+xml")
        }
    }

    @Test(arguments: ["/assets/other.css", "/assets/", "/assets/../site.css", "/assets/%2e%2e/site.css", "/assets/site-000000000000.css"])
    func `what is no file of ours is not found`(_ path: String) async throws {
        try await RunningSite.run(routes: Assets(files: ["site.css": css]).add) { site in
            let visitor = try await site.connect()
            #expect(try await visitor.get(path).status == 404)
        }
    }

    @Test func `a theme replaces files and templates of the same name`() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("amparo-theme-\(ProcessInfo.processInfo.processIdentifier)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let usual = folder.appendingPathComponent("usual"), theme = folder.appendingPathComponent("theme")
        for (place, words) in [(usual, "usual"), (theme, "theme")] {
            try FileManager.default.createDirectory(at: place.appendingPathComponent("parts"), withIntermediateDirectories: true)
            try Data(words.utf8).write(to: place.appendingPathComponent("parts/head.mustache"))
        }
        try Data("foot".utf8).write(to: usual.appendingPathComponent("foot.mustache"))
        let views = try Views(folders: [usual, theme])
        #expect(views.sources == ["parts/head": "theme", "foot": "foot"])
        #expect(throws: FileTree.Unreadable(folder: folder.path + "/none")) { try Views(folders: [folder.appendingPathComponent("none")]) }
    }
}
