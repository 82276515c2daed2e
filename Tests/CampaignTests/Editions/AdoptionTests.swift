import Documents
import Foundation
import Storage
import TestSupport
import Testing

@testable import Campaign

@Suite struct AdoptionTests {
    @Test(arguments: Engine.available)
    func `a section's own day and copies are for its readers alone`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru())
            try await store.decide(.adapt(.bernese()))
            let output = try #require(try await store.action().latest)
            #expect(output.actUntil(for: .swiss) == Day("2021-12-20"))
            #expect(output.actUntil(for: .american) == Day("2022-01-03"))
            let swiss = try #require(output.edition(for: .swiss))
            #expect(swiss.addressees.map(\.office).last == "Embassy of Kenya")
            #expect(swiss.addressees.first?.name == output.edition(for: .international)?.addressees.first?.name)
            #expect(swiss.words(in: ["de"])?.words.postalNote == "Porto: CHF 2.30")
            #expect(output.edition(for: .american)?.addressees.contains { $0.office == "Embassy of Kenya" } == false)
        }
    }

    @Test(arguments: Engine.available)
    func `lists, last calls and the report window keep a section's own day, earlier or later`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru())
            try await store.take(.bishnu(until: "2021-12-06"))
            try await store.decide(.adapt(.bernese(until: "2021-12-03")))
            try await store.decide(.adapt(.bernese(until: "2022-02-01")), of: .bishnu())
            let listed = try await store.listed(on: "2021-12-05")
            #expect(listed == [.swiss: [.bishnu()], .american: [.bishnu(), .wanjiru], .international: [.bishnu(), .wanjiru]])
            #expect(try await store.listed(on: "2021-12-20")[.swiss] == [.bishnu()])
            #expect(try await store.listed(on: "2021-12-20")[.american] == [.wanjiru])
            #expect(try await store.lastCalls(on: "2021-12-03") == [.swiss: 1])
            #expect(try await store.lastCalls(on: "2021-12-06") == [.american: 1, .international: 1])
            #expect(try await store.lastCalls(on: "2022-02-01") == [.swiss: 1])
            let action = try await store.action(.bishnu()), output = try #require(action.latest), day = try #require(Day("2022-01-20"))
            #expect(action.reportWindow(for: output, in: .swiss, zone: .gmt, lateDays: 30, on: day) == .open)
            #expect(action.reportWindow(for: output, in: .american, zone: .gmt, lateDays: 30, on: day) != .open)
        }
    }

    @Test(arguments: Engine.available)
    func `the international section's extension does not move a section's own day, the section's own does`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru())
            try await store.decide(.adapt(.bernese()))
            let extend = ExtendDeadline(database: store.database, world: store.world)
            _ = try await extend(.wanjiru, until: try #require(Day("2022-01-20")), by: "Ivo")
            #expect(try await store.action().latest?.actUntil(for: .swiss) == Day("2021-12-20"))
            #expect(try await store.action().latest?.actUntil(for: .american) == Day("2022-01-20"))
            _ = try await extend(.wanjiru, until: try #require(Day("2021-12-24")), for: .swiss, by: "Lea")
            #expect(try await store.action().latest?.actUntil(for: .swiss) == Day("2021-12-24"))
            #expect(try await store.listed(on: "2021-12-25")[.swiss] == [])
            #expect(try await store.listed(on: "2021-12-24")[.swiss] == [.wanjiru])
        }
    }

    @Test(arguments: Engine.available)
    func `what a section declined is not on its lists, nor in its archive, nor what follows until it adopts that`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru())
            try await store.decide(.decline("no post to Kenya"))
            #expect(try await store.listed(on: "2021-12-01")[.swiss] == [])
            #expect(try await store.archived() == [.swiss: 0, .american: 1, .international: 1])
            try await store.take(.wanjiruCharged())
            #expect(try await !store.action().isShown(by: .swiss))
            #expect(try await store.archived()[.swiss] == 0)
            try await store.decide(.adopt, 2)
            #expect(try await store.listed(on: "2021-12-01")[.swiss] == [.wanjiru])
            #expect(try await store.archived()[.swiss] == 1)
            let seen = try await store.action().seen(by: .swiss)
            #expect(seen.outputs.map(\.ordinal) == [2])
            #expect(seen.unseen.map(\.ordinal) == [1])
        }
    }

    @Test(arguments: Engine.available)
    func `an update that a section declines still ends the letter before it`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru())
            try await store.take(.wanjiruCharged())
            try await store.decide(.decline("too late for us"), 2)
            let seen = try await store.action().seen(by: .swiss), first = try #require(seen.latest)
            #expect(first.ordinal == 1)
            let offer = seen.letterOffer(for: first, edition: first.edition(for: .swiss), in: .swiss, on: Made.today)
            #expect(offer == .closed(.superseded(by: 2)))
            #expect(try await store.listed(on: "2021-12-01")[.swiss] == [])
            #expect(try await store.archived()[.swiss] == 1)
        }
    }

    @Test(arguments: Engine.available)
    func `a section that waits shows what somebody adopted, and an end without waiting`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.bishnu(until: "2022-01-10"))
            store.advance(seconds: 60)
            try await store.setWaiting(true)
            store.advance(seconds: 60)
            try await store.take(.wanjiru())
            #expect(try await store.listed(on: "2021-12-01")[.swiss] == [.bishnu()])
            #expect(try await store.listed(on: "2021-12-01")[.american] == [.wanjiru, .bishnu()])
            try await store.decide(.adopt)
            #expect(try await store.listed(on: "2021-12-01")[.swiss] == [.wanjiru, .bishnu()])
            try await store.take(.wanjiruFree())
            #expect(try await store.action().seen(by: .swiss).latest?.outcome == .released)
            #expect(try await store.listed(on: "2021-12-01")[.swiss] == [.bishnu()])
            try await store.setWaiting(false)
            try await store.take(.bishnu(serial: 13, until: "2022-01-20"))
            #expect(try await store.listed(on: "2021-12-01")[.swiss] == [.bishnu(), .bishnu(13)])
        }
    }

    @Test(arguments: Engine.available)
    func `a withdrawal upstream ends every edition at once`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru())
            try await store.decide(.adapt(.bernese()))
            try await WithdrawAction(database: store.database, world: store.world)(.wanjiru, reason: "the family asked", by: "Ivo")
            #expect(try await store.listed(on: "2021-12-01").values.allSatisfy(\.isEmpty))
            await #expect(throws: ActionRefusal.withdrawn) { try await store.decide(.adopt) }
        }
    }

    @Test(arguments: Engine.available)
    func `SQL and values agree on what is shown, whatever was decided`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru())
            try await store.setWaiting(true)
            store.advance(seconds: 1)
            try await store.take(.wanjiruCharged())
            try await store.take(.wanjiru { ($0.outputOrdinal, $0.kind, $0.title, $0.issueDate) = (3, .outcome, "Free", Day("2021-12-20")) })
            let decisions: [DecideEdition.Decision?] = [nil, .adopt, .decline("no"), .adapt(.bernese())]
            for first in decisions {
                for second in decisions {
                    for third in decisions {
                        try await store.tamper("DELETE FROM adoption")
                        try await store.tamper("DELETE FROM edition WHERE section = \(Section.Code.swiss)")
                        for (ordinal, decision) in zip(1..., [first, second, third]) {
                            if let decision { try await store.decide(decision, ordinal) }
                        }
                        let action = try await store.action()
                        let byValue = action.outputs.filter { action.isShown($0, by: .swiss) }.map(\.ordinal)
                        let bySQL = try await store.database.read { db in
                            try db.rows("SELECT o.ordinal FROM output o WHERE \(SQL.isShown(by: .swiss)) ORDER BY o.ordinal").map {
                                try $0("ordinal") as Int
                            }
                        }
                        #expect(byValue == bySQL, "\(String(describing: first)) \(String(describing: second)) \(String(describing: third))")
                        #expect(try await store.archived()[.swiss] == (byValue.isEmpty ? 0 : 1))
                    }
                }
            }
        }
    }
}

extension Store {
    fileprivate static let sections: [Section.Code] = [.swiss, .american, .international]

    fileprivate func listed(on day: String) async throws -> [Section.Code: [Reference]] {
        let day = try #require(Day(day))
        return try await database.read { db in
            try Dictionary(
                uniqueKeysWithValues: Self.sections.map { code in
                    (code, try db.actionsTakingLetters(on: day, shownBy: code).map(\.reference))
                })
        }
    }

    fileprivate func archived() async throws -> [Section.Code: Int] {
        try await database.read { db in
            try Dictionary(
                uniqueKeysWithValues: Self.sections.map { code in
                    let count = try db.archiveCounts(shownBy: code).values.reduce(0, +)
                    #expect(try db.archivedActions(year: 2021, month: nil, shownBy: code).count == count)
                    return (code, count)
                })
        }
    }

    fileprivate func lastCalls(on day: String) async throws -> [Section.Code: Int] {
        let day = try #require(Day(day))
        return try await database.read { db in
            try Dictionary(uniqueKeysWithValues: Self.sections.map { ($0, try db.outputs(until: day, for: $0).count) })
                .filter { $0.value > 0 }
        }
    }
}
