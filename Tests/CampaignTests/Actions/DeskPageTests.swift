import Documents
import Storage
import TestSupport
import Testing

@testable import Campaign

@Suite struct DeskPageTests {
    @Test(arguments: Engine.available)
    func `page after page gives every action once, in one order`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            for serial in 1...7 { try await store.take(.bishnu(serial: serial, until: "2021-12-\(10 + serial % 3)")) }
            try await store.take(.bishnu(serial: 20, until: "2021-12-01"), published: false)
            try await store.take(.bishnu(serial: 21, until: nil), published: false)
            for state in [DeskFilter.State.all, .now] {
                var filter = DeskFilter(), seen: [Reference] = []
                filter.state = state
                repeat {
                    let page = try await store.page(filter)
                    #expect(page.entries.count <= 2)
                    seen += page.entries.map(\.reference)
                    filter.after = page.next
                } while filter.after != nil
                #expect(seen.count == 9 && Set(seen).count == 9, "\(state)")
                if state == .now { #expect(Set(seen.prefix(2)) == [.bishnu(20), .bishnu(21)]) }
                if state == .all { #expect(seen == seen.sorted { $0.serial > $1.serial }) }
            }
        }
    }

    @Test(arguments: Engine.available)
    func `the list is narrowed by state, country, year, topic and words`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru())
            try await store.take(.bishnu(until: "2021-11-01"))
            try await store.take(.bishnu(serial: 13, until: "2021-12-05"), published: false)
            try await store.take(.bishnu(serial: 14, until: "2021-12-05"))
            try await SetTopics(database: store.database, world: store.world)(.wanjiru, [.journalists], by: "Ivo")
            try await WithdrawAction(database: store.database, world: store.world)(.bishnu(14), reason: "asked", by: "Ivo")
            func found(_ change: (inout DeskFilter) -> Void) async throws -> Set<Reference> {
                var filter = DeskFilter()
                filter.state = .all
                change(&filter)
                return Set(try await store.page(filter, limit: 10).entries.map(\.reference))
            }
            #expect(try await found { $0.state = .now } == [.wanjiru, .bishnu(13)])
            #expect(try await found { $0.state = .draft } == [.bishnu(13)])
            #expect(try await found { $0.state = .open } == [.wanjiru])
            #expect(try await found { $0.state = .over } == [.bishnu()])
            #expect(try await found { $0.state = .withdrawn } == [.bishnu(14)])
            #expect(try await found { $0.country = Country("KE") } == [.wanjiru])
            #expect(try await found { $0.topic = .journalists } == [.wanjiru])
            #expect(try await found { $0.year = 1999 } == [])
            #expect(try await found { $0.words = "BUDGET question" } == [.wanjiru])
            #expect(try await found { $0.words = "%" } == [])
            #expect(try await store.database.read { try $0.deskChoices().countries } == [Country("KE"), Country("NP")])
        }
    }
}

extension DeskPageTests {
    @Test(arguments: Engine.available)
    func `a day that was extended is the one by which an action is listed, and is shown`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.bishnu(until: "2021-12-01"))
            try await store.extend(.bishnu(), until: "2022-01-15")
            store.advance(seconds: 10 * 86_400)
            let late = try #require(Day("2021-12-20"))
            let page = try await store.database.read { try $0.deskPage(DeskFilter(), of: .international, in: "en", since: late, limit: 5) }
            #expect(page.entries.map(\.actUntil) == [Day("2022-01-15")])
            var over = DeskFilter()
            over.state = .over
            let past = over
            #expect(try await store.database.read { try $0.deskPage(past, of: .international, in: "en", since: late, limit: 5) }.entries.isEmpty)
        }
    }
}

extension Store {
    fileprivate func page(_ filter: DeskFilter, limit: Int = 2) async throws -> DeskPage {
        try await database.read { db in
            try db.deskPage(filter, of: .international, in: "en", since: Day("2021-11-30") ?? Day(number: 0), limit: limit)
        }
    }
}
