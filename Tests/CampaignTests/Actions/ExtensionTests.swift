import Documents
import Foundation
import Storage
import TestSupport
import Testing

@testable import Campaign

@Suite struct ExtensionTests {
    @Test(arguments: Engine.available)
    func `Ivo extends a deadline: letters go on, and the day of the document stays what it was`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru())
            let before = try await store.database.read { try $0.freshness(of: .wanjiru) }
            #expect(try await store.extend(until: "2022-01-17") == Day("2022-01-03"))
            #expect(try await store.extend(until: "2022-01-31") == Day("2022-01-17"))
            let output = try #require(try await store.action().latest)
            #expect(output.actUntilInDocument == Day("2022-01-03") && output.actUntil(for: .international) == Day("2022-01-31"))
            #expect(output.extensions.map(\.until) == [Day("2022-01-17"), Day("2022-01-31")])
            #expect(output.extensions.allSatisfy { $0.by == "Ivo" && $0.at == store.world.now() })
            #expect(output.issuedOn == Day("2021-11-22") && output.ending == nil && output.eventOn == nil)
            #expect(try await store.database.read { try $0.freshness(of: .wanjiru) } != before, "pages are made anew")
            let events = try await store.database.read {
                try $0.rows("SELECT by_name, detail FROM event WHERE name = 'action.extended' ORDER BY detail").map {
                    "\(try $0("by_name") as String): \(try $0("detail") as String)"
                }
            }
            #expect(events == ["Ivo: output 1 int 2022-01-03 2022-01-17", "Ivo: output 1 int 2022-01-17 2022-01-31"])
        }
    }

    @Test(arguments: Engine.available)
    func `what had expired takes letters and reports again, in the order of its new day`(on engine: Engine) async throws {
        try await withStore(engine, at: "2022-01-10T10:00:00.000Z") { store in
            try await store.take(.wanjiru())
            try await store.take(.bishnu(until: "2022-01-20"))
            func open(_ section: Section.Code = .international) async throws -> [Reference] {
                let today = store.world.now().day(in: .gmt)
                return try await store.database.read { try $0.actionsTakingLetters(on: today, shownBy: section).map(\.reference) }
            }
            #expect(try await open() == [.bishnu()])
            try await store.extend(until: "2022-01-12")
            #expect(try await open() == [.wanjiru, .bishnu()])
            try await store.extend(until: "2022-02-12")
            #expect(try await open() == [.bishnu(), .wanjiru])
            try await store.withReports { report async throws in
                _ = try await report(store.form(quantity: 2))
            }
            let late = try await store.database.read { try $0.rows("SELECT late FROM report").map { try $0("late") as Bool } }
            #expect(late == [false])
        }
    }

    @Test(arguments: Engine.available)
    func `a section extends for its own readers alone`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru())
            try await store.extend(until: "2022-01-31", for: .swiss)
            let action = try await store.action(), output = try #require(action.latest)
            #expect(output.actUntil(for: .swiss) == Day("2022-01-31") && output.actUntil(for: .international) == Day("2022-01-03"))
            let day = try #require(Day("2022-01-20"))
            let open = try await store.database.read { db in
                try [Section.Code.swiss, .american, .international].map { try db.actionsTakingLetters(on: day, shownBy: $0).count }
            }
            #expect(open == [1, 0, 0])
            let edition = output.edition(for: .swiss)
            #expect(action.letterOffer(for: output, edition: edition, in: .swiss, on: day) == .open(until: try #require(Day("2022-01-31"))))
            #expect(
                action.letterOffer(for: output, edition: edition, in: .american, on: day) == .closed(.expired(on: try #require(Day("2022-01-03")))))
            try await store.extend(until: "2022-01-17")
            #expect(try await store.action().latest?.actUntil(for: .swiss) == Day("2022-01-31"), "the later of the two")
        }
    }

    @Test(arguments: Engine.available)
    func `what cannot be extended says why`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            await #expect(throws: ActionRefusal.unknownReference("UA 77/21")) { try await store.extend(until: "2022-02-01") }
            try await store.take(.wanjiru(), published: false)
            await #expect(throws: ExtensionRefusal.notPublished(.wanjiru, nil)) { try await store.extend(until: "2022-02-01") }
            try await store.publish()
            let present = try #require(Day("2022-01-03"))
            for day in ["2022-01-03", "2021-12-24", "2020-01-01"] {
                await #expect(throws: ExtensionRefusal.notLater(.wanjiru, present)) { try await store.extend(until: day) }
            }
            await #expect(throws: ExtensionRefusal.unknownSection("xx")) {
                try await store.extend(until: "2022-02-01", for: Section.Code(rawValue: "xx"))
            }
            try await store.take(.wanjiruCharged())
            await #expect(throws: ExtensionRefusal.superseded(.wanjiru, by: 2)) { try await store.extend(output: 1, until: "2022-02-01") }
            await #expect(throws: ExtensionRefusal.notPublished(.wanjiru, 7)) { try await store.extend(output: 7, until: "2022-02-01") }
            store.advance(days: 90)
            await #expect(throws: ExtensionRefusal.past(try #require(Day("2022-02-01")))) { try await store.extend(until: "2022-02-01") }
            try await store.close(.released)
            await #expect(throws: ExtensionRefusal.ended(.wanjiru)) { try await store.extend(until: "2022-04-01") }
            try await store.withdraw()
            await #expect(throws: ActionRefusal.withdrawn) { try await store.extend(until: "2022-04-01") }
            #expect(try await store.count("deadline_extension") == 0)
        }
    }

    @Test(arguments: Engine.available)
    func `a document without a day, one that asks for nothing, and a section that does not show it`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.bishnu(until: nil))
            await #expect(throws: ExtensionRefusal.noDeadline(.bishnu())) { try await store.extend(.bishnu(), until: "2022-02-01") }
            try await store.take(.wanjiru())
            try await store.take(.wanjiruFree())
            await #expect(throws: ExtensionRefusal.asksForNoLetters(.wanjiru)) { try await store.extend(until: "2022-02-01") }
            try await store.take(.bishnu(serial: 13, until: "2022-01-03"), in: .swiss)
            await #expect(throws: ExtensionRefusal.notShown(.bishnu(13), .american)) {
                try await store.extend(.bishnu(13), until: "2022-02-01", for: .american)
            }
        }
    }

    @Test(arguments: Engine.available)
    func `an extension makes drafts that tell of it, one for each day, and the last call waits for the new day`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru(), published: false)
            try await store.publish()
            _ = try await store.drafts()
            try await store.tamper("UPDATE alert SET state = 'done'")
            try await store.extend(until: "2022-01-17", for: .swiss)
            #expect(try await store.drafts() == ["ch deadline 2022-01-17"])
            try await store.extend(until: "2022-01-20", for: .swiss)
            #expect(try await store.drafts() == ["ch deadline 2022-01-17", "ch deadline 2022-01-20"])
            let old = try await store.database.read { try $0.row("SELECT id FROM alert WHERE about_day = '2022-01-17'")?("id") as Alert.ID? }
            await #expect(throws: AlertRefusal.pointless(.superseded)) {
                try await ApproveAlert(database: store.database, world: store.world)(
                    try #require(old), sameDay: false, hasRead: true, isShown: true, by: "Rosa")
            }
            try await store.tamper("UPDATE alert SET state = 'done'")
            for (days, expected) in [(31, ["int last_call 2022-01-03", "us last_call 2022-01-03"]), (17, ["ch last_call 2022-01-20"])] {
                store.advance(days: days)
                let now = store.world.now()
                try await store.database.write { try $0.enqueue(LastCalls.kind, subject: "", id: "last call \(days)", at: now) }
                #expect(try await store.drafts() == expected)
                try await store.tamper("UPDATE alert SET state = 'done'")
            }
        }
    }

    @Test(arguments: Engine.available)
    func `a second extension is told to those who were told of the first`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru())
            try await store.supporter("ana")
            for day in ["2022-01-17", "2022-01-31"] {
                try await store.extend(until: day)
                _ = try await store.going(kind: .deadline)
                let basket = Basket()
                try await store.deliver(basket)
                let told = try #require(basket.notices.first)
                #expect(told.subject == "More time to write: Reporter held over a budget question (UA 77/21)")
                #expect(told.plain.contains(day == "2022-01-17" ? "until 17 January 2022" : "until 31 January 2022"))
            }
        }
    }

    @Test(arguments: Engine.available)
    func `an archive keeps every extension, and reads as before without any`(on engine: Engine) async throws {
        let files = try await withStore(engine) { store in
            try await store.take(.wanjiru())
            #expect(try await store.archive().values.allSatisfy { !$0.contains("extensions") })
            try await store.extend(until: "2022-01-17")
            store.advance(days: 2)
            try await store.extend(until: "2022-01-31", for: .swiss)
            return try await store.archive()
        }
        let text = try #require(files["2021/77-21/1.en.md"])
        #expect(text.contains("act_until: 2022-01-03\nextensions:\n- until: 2022-01-17\n  at: \"2021-11-30T10:00:00.000Z\"\n  by: Ivo\n"))
        #expect(text.contains("- until: 2022-01-31\n  section: ch\n"))
        for other in Engine.available {
            try await withStore(other, at: "2024-02-29T10:00:00.000Z") { store in
                try await store.restore(files)
                #expect(try await store.archive() == files)
                #expect(try await store.action().latest?.actUntil(for: .swiss) == Day("2022-01-31"))
            }
        }
    }
}
