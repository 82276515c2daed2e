import Documents
import Foundation
import Storage
import TestSupport
import Testing

@testable import Campaign

/// What is no longer said is found by nobody from that moment on, also by those who knew the index before.
@Suite struct SearchUpkeepTests {
    private func names(_ store: Store) async throws -> Set<String> {
        try await store.database.read { db in
            try Set(
                ["search_name", "search_spelling", "search_trigram"].flatMap { table in
                    try db.rows("SELECT word FROM \(SQL(verbatim: table))").map { try $0("word") }
                })
        }
    }

    private func found(_ words: String, _ shelves: SearchShelves, _ store: Store) async throws -> Int {
        let find = FindActions(database: store.database, shelves: shelves)
        return try await find(SearchWish(words: words), of: .international, in: ["en"], today: store.world.now().day(in: .gmt)).total
    }

    private func expectSound(_ store: Store, _ what: Comment) async throws {
        #expect(try await VerifySearch(database: store.database)() == [], what)
    }

    @Test(arguments: Engine.available)
    func `a withdrawn action is found by nobody at once, nor is a name of it`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let shelves = SearchShelves()
            try await store.take(.wanjiru())
            try await store.take(.bishnu(until: "2021-12-05"))
            #expect(try await found("Otieno", shelves, store) == 1)
            try await store.withdraw()
            for words in ["Otieno", "Otineo", "budget", "Kenya"] { #expect(try await found(words, shelves, store) == 0, "\(words)") }
            #expect(try await found("", shelves, store) == 1)
            #expect(try await names(store) == ["bishnu", "rai"])
            var filter = DeskFilter()
            filter.state = .all
            filter.words = "Otieno"
            let asked = filter
            #expect(
                try await store.database.read {
                    try $0.deskPage(asked, of: .international, in: "en", since: store.world.now().day(in: .gmt), limit: 9)
                }.entries.isEmpty)
            try await expectSound(store, "withdrawn")
        }
    }

    @Test(arguments: Engine.available)
    func `a name that was taken back is found by nobody, and stands nowhere in the index`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let shelves = SearchShelves()
            try await store.take(.wanjiru())
            #expect(try await found("Otieno", shelves, store) == 1)
            _ = try await RenameSubject(database: store.database, world: store.world)(
                .wanjiru, Renaming("Wanjiru Otieno", to: "Amani Were"), by: "Rosa")
            for words in ["Otieno", "Wanjiru", "Otineo"] { #expect(try await found(words, shelves, store) == 0, "\(words)") }
            #expect(try await found("Amani", shelves, store) == 1)
            #expect(try await names(store) == ["amani", "were"])
            let kept = try await store.database.read { db in try db.keptWords().values.flatMap { $0.head.union($0.body) } }
            #expect(!kept.contains { $0.contains("otien") || $0.contains("wanjir") } && !kept.isEmpty)
            if engine == .sqlite {
                let blocks = try await store.database.read { db in
                    try db.rows("SELECT hex(block) AS block FROM search_words_data").map { try $0("block") as String }
                }
                for name in ["tieno", "anjir"] {
                    let hex = name.utf8.map { String($0, radix: 16, uppercase: true) }.joined()
                    #expect(!blocks.contains { $0.contains(hex) }, "the index forgets it for good")
                }
            }
            try await expectSound(store, "renamed")
        }
    }

    @Test(arguments: Engine.available)
    func `every change of a case changes what it is found by`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let shelves = SearchShelves()
            try await store.take(.wanjiru(), published: false)
            #expect(try await found("budget", shelves, store) == 0)
            try await expectSound(store, "a draft")
            try await store.publish()
            #expect(try await found("budget", shelves, store) == 1)
            try await store.take(.wanjiruCharged { $0.summary = "She was brought before a magistrate." })
            #expect(try await found("magistrate", shelves, store) == 1)
            try await expectSound(store, "an update")
            try await store.close(.released, on: Day("2021-12-01"))
            try await expectSound(store, "an outcome")
            try await store.decide(.adopt)
            try await expectSound(store, "adopted")
            let editor = StaffMember.ID("ivo")
            let reference = try await BeginCase(database: store.database, world: store.world)(
                .init(series: .UA, serial: 99, year: 2021, countries: [], language: "en", headline: "Weaver missing"), for: .international, by: editor
            )
            try await expectSound(store, "begun at the desk")
            _ = try await SavePart(database: store.database, world: store.world)(
                .text("en"), ["headline": "Weaver found", "lead": "Tuktuk came back."], since: 1, of: reference, 1, for: .international, by: editor)
            try await expectSound(store, "written at the desk")
            var filter = DeskFilter()
            filter.state = .all
            filter.words = "tuktuk weavers"
            let asked = filter
            let page = try await store.database.read {
                try $0.deskPage(asked, of: .international, in: "en", since: store.world.now().day(in: .gmt), limit: 9)
            }
            #expect(page.entries.map(\.reference) == [reference], "the desk finds drafts")
            #expect(try await found("weaver", shelves, store) == 0, "and readers do not")
        }
    }

    @Test(arguments: Engine.available)
    func `verify says what is wrong with the index, and a rebuild mends it`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru())
            try await store.take(.bishnu(until: "2021-12-05"))
            try await store.tamper("UPDATE text SET lead = 'Something else entirely'")
            try await store.tamper("UPDATE subject SET name = 'Nobody Known' WHERE name = 'Wanjiru Otieno'")
            let problems = try await VerifySearch(database: store.database)()
            #expect(problems.count == 2 && problems.allSatisfy { $0.contains("amparo search rebuild") }, "\(problems)")
            let shelves = SearchShelves()
            #expect(try await found("Otieno", shelves, store) == 1)
            #expect(try await RebuildSearch(database: store.database)() == 2)
            try await expectSound(store, "rebuilt")
            #expect(try await found("entirely", shelves, store) == 2)
            #expect(try await found("Otieno", shelves, store) == 0)
            try await store.tamper("DELETE FROM search_words")
            #expect(try await VerifySearch(database: store.database)().first?.hasPrefix("2 outputs are not in the search index") == true)
        }
    }

    @Test(arguments: Engine.available)
    func `what was there before there was an index is put in when the database is opened`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru())
            try await store.database.write { db in try db.clearSearch() }
            try await OpenStore(database: store.database, world: store.world)()
            try await expectSound(store, "opened")
            #expect(try await found("budget", SearchShelves(), store) == 1)
        }
    }
}
