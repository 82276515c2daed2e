import Campaign
import Documents
import Foundation
import Storage
import TestSupport
import Testing

@testable import Site

/// A copy of the site in a folder of its own, and what is in it.
private struct CopiedSite {
    let files: [String: [UInt8]]

    init(
        _ store: Store, of code: Section.Code = .international, progress: @escaping @Sendable (Int, Int) async -> Void = { _, _ in }
    ) async throws {
        let root = FileManager.default.temporaryDirectory.appending(path: "copy-\(World.live.newID())")
        defer { try? FileManager.default.removeItem(at: root) }
        let copy = try await SiteCopy(database: store.database, world: store.world, port: 8080, hasMail: true)
        _ = try await copy.write(code, into: root, progress: progress)
        files = Dictionary(uniqueKeysWithValues: try FileTree.files(in: root).map { ($0.name, $0.bytes) })
    }

    func text(_ name: String) -> String { files[name].map { String(decoding: $0, as: UTF8.self) } ?? "" }

    /// Links of pages that lead to no file of the copy and to no server.
    var broken: [String] {
        files.filter { $0.key.hasSuffix(".html") }.flatMap { name, bytes -> [String] in
            let tags = PageTags(bytes), folder = name.split(separator: "/").dropLast().map(String.init)
            return tags.flatMap { tag in
                ["href", "src", "action"].compactMap { tag.attribute($0) }.map(tags.value).filter { link in
                    if link.hasPrefix("#") || link.wholeMatch(of: /[a-z]+:.*/) != nil { return false }
                    var place = folder
                    for step in link.prefix(while: { $0 != "#" }).split(separator: "/") {
                        if step == ".." { _ = place.popLast() } else { place.append(String(step)) }
                    }
                    return files[place.joined(separator: "/")] == nil
                }.map { "\(name): \($0)" }
            }
        }
    }
}

@Suite(.timeLimit(.minutes(5))) struct SiteCopyTests {
    @Test(arguments: Engine.available) func `a mirror's copy holds every public page, and no link in it is broken`(_ engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru { $0.makeRich() })
            try await store.take(.wanjiruCharged())
            try await store.take(.bishnu(until: "2021-11-01"))
            let copy = try await CopiedSite(store)
            for language in try await store.database.read({ db in try db.sections() }).first?.languages ?? [] {
                for page in [
                    "", "archive/", "archive/2021/", "archive/2021/11/", "about/", "privacy/", "actions/77-21/", "actions/77-21/1/", "actions/12-21/",
                ] {
                    #expect(copy.files["\(language)/\(page)index.html"] != nil, "\(language)/\(page)")
                }
                #expect(copy.files["\(language)/feed.atom"] != nil && copy.files["\(language)/actions/77-21/deadlines.ics"] != nil)
            }
            #expect(copy.files["documents/77-21/2/en/letter.docx"] != nil && copy.files["documents/77-21/2/en/sheet.txt"] != nil)
            #expect(copy.files["sitemaps/2021.xml"] != nil && copy.files["index.html"] != nil)
            #expect(copy.files.keys.contains { $0.hasPrefix("assets/site-") && $0.hasSuffix(".css") })
            #expect(copy.broken == [])
            let page = copy.text("en/actions/77-21/index.html")
            #expect(page.contains("This is a copy made on 30 November 2021"))
            #expect(page.contains("href=\"http://localhost:8080/en/actions/77-21\">See the original"))
            #expect(page.contains("href=\"http://localhost:8080/en/actions/77-21/write\""), "letters are written on the server")
            #expect(!page.contains("method=\"post\""), "a server takes no form from another's page")
        }
    }

    @Test(arguments: Engine.available) func `of a case that was taken down nothing is copied but the note`(_ engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru { $0.makeRich() })
            try await store.take(.bishnu(until: "2021-12-01"))
            try await store.withdraw()
            let copy = try await CopiedSite(store)
            #expect(copy.text("es/actions/77-21/index.html").contains("<html lang=\"es\""))
            #expect(copy.files.keys.filter { $0.contains("77-21") }.allSatisfy { $0.hasSuffix("/actions/77-21/index.html") })
            for (name, bytes) in copy.files {
                let text = String(decoding: bytes, as: UTF8.self)
                for word in ["Reporter", "her family asks for it"] { #expect(!text.contains(word), "\(name): \(word)") }
            }
            #expect(copy.broken == [])
        }
    }

    @Test func `a case that is taken down while the copy is made is not in it`() async throws {
        try await withStore(.sqlite) { store in
            try await store.take(.wanjiru { $0.makeRich() })
            try await store.take(.bishnu(until: "2021-12-01"))
            let copy = try await CopiedSite(store) { done, all in
                if done == all && all == 2 { try? await store.withdraw() }
            }
            #expect(copy.files["documents/12-21/1/en/sheet.txt"] != nil && copy.files["documents/77-21/1/en/sheet.txt"] == nil)
            for (name, bytes) in copy.files { #expect(!String(decoding: bytes, as: UTF8.self).contains("Reporter"), "\(name)") }
            #expect(copy.broken == [])
        }
    }

    @Test func `a section's copy has what it publishes, in its languages`() async throws {
        try await withStore(.sqlite) { store in
            try await store.take(.wanjiru())
            try await store.take(.bishnu(until: "2021-12-01"))
            try await store.decide(.adapt(.bernese(until: "2021-12-20")))
            try await store.decide(.decline("no post goes there"), of: .bishnu())
            let copy = try await CopiedSite(store, of: .swiss)
            #expect(copy.files["de/actions/77-21/index.html"] != nil && copy.files["es/index.html"] == nil)
            #expect(copy.files["de/actions/12-21/1/index.html"] == nil && !copy.text("de/index.html").contains("12-21"))
            #expect(copy.broken == [])
        }
    }
}
