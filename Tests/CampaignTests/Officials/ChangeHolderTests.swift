import Documents
import Foundation
import Storage
import TestSupport
import Testing

@testable import Campaign

@Suite struct ChangeHolderTests {
    private static let today = Day("2021-11-30")!
    private let wafula = ChangeHolder.NewHolder(
        name: "Wafula Barasa", honorific: "Hon.", salutations: ["en": "Dear Mr Attorney General"], since: "2021-11-28")

    @Test(arguments: Engine.available)
    func `a new Attorney General ends the term before and becomes a task on every open action`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.register(Tables.amina)
            try await store.take(.wanjiru())
            try await store.take(.bishnu(until: "2021-11-01"))
            #expect(try await store.change(wafula) == 1)
            let office = try #require(try await store.registered().officials["ke-attorney-general"])
            #expect(office.holders.map(\.name) == ["Amina Njoroge", "Wafula Barasa"])
            #expect(office.holders[0].heldUntil == Day("2021-11-27") && office.holders[1].heldFrom == Day("2021-11-28"))
            #expect(office.holder(on: Self.today)?.name == "Wafula Barasa")
            let task = try #require(try await store.tasks().first)
            #expect(
                task.reference == .wanjiru && task.printed == "Amina Njoroge" && task.holder == "Hon. Wafula Barasa" && task.section == .international
            )
            #expect(try await store.tasks(of: .swiss).isEmpty)
            #expect(try await VerifyEvents(database: store.database)() == [])
        }
    }

    @Test(arguments: Engine.available)
    func `an action that is open since it was given more time gets a task, too`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.register(Tables.amina)
            try await store.take(.wanjiru())
            try await store.extend(until: "2022-02-01")
            store.advance(seconds: 50 * 86_400)
            var late = wafula
            late.since = "2022-01-18"
            #expect(try await store.change(late) == 1)
            store.advance(seconds: 15 * 86_400)
            late.name = "Njeri Kamau"
            late.since = "2022-02-02"
            #expect(try await store.change(late) == 0)
        }
    }

    @Test(arguments: Engine.available)
    func `a task that is accepted prints the new holder, and one that is left prints what it did`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.register(Tables.amina)
            try await store.take(.wanjiru())
            _ = try await store.change(wafula)
            let answer = AnswerOfficeTask(database: store.database, world: store.world), task = try #require(try await store.tasks().first)
            await #expect(throws: RegisterRefusal.taskOver) { try await answer(task.id, .accepted, at: .swiss, by: "lea") }
            let before = try await store.action()
            try await answer(task.id, .accepted, at: .international, by: "Rosa")
            let after = try await store.action(), addressee = try #require(after.latest?.editions.first?.addressees.first)
            #expect(
                addressee.name == "Hon. Wafula Barasa" && addressee.salutation == "Dear Mr Attorney General" && addressee.office == "Attorney General"
            )
            #expect(addressee.contacts(.email).map(\.place) == ["ag@example.org"] && after.revision == before.revision + 1)
            await #expect(throws: RegisterRefusal.taskOver) { try await answer(task.id, .left, at: .international, by: "Rosa") }
            let events = try await store.database.read { try $0.events(before: nil, limit: 2) }.map(\.event)
            #expect(events[0].name == "addressee.changed" && events[0].detail.contains("name ") && !events[0].detail.contains("Wafula"))
            var other = wafula
            other.name = "Njeri Kamau"
            other.since = "2021-11-29"
            #expect(try await store.change(other) == 1)
            let next = try #require(try await store.tasks().first)
            try await answer(next.id, .left, at: .international, by: "Rosa")
            #expect(try await store.action().latest?.editions.first?.addressees.first?.name == "Hon. Wafula Barasa")
            #expect(try await store.tasks().isEmpty)
        }
    }

    @Test(arguments: Engine.available)
    func `a second change before anybody looked leaves one task, for the last`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.register(Tables.amina)
            try await store.take(.wanjiru())
            _ = try await store.change(wafula)
            var other = wafula
            other.name = "Njeri Kamau"
            other.since = "2021-11-30"
            _ = try await store.change(other)
            #expect(try await store.tasks().map(\.holder) == ["Hon. Njeri Kamau"])
        }
    }

    @Test(arguments: Engine.available)
    func `a day to come, no name and an unknown office change nothing`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.register(Tables.amina)
            var wrong = wafula
            wrong.since = "2021-12-24"
            await #expect(throws: RegisterRefusal.self) { _ = try await store.change(wrong) }
            wrong = wafula
            wrong.name = " "
            await #expect(throws: RegisterRefusal.noName) { _ = try await store.change(wrong) }
            await #expect(throws: RegisterRefusal.unknownKey("nobody")) { _ = try await store.change(wafula, of: "nobody") }
            #expect(try await store.registered().officials["ke-attorney-general"]?.holders.count == 1)
        }
    }

    @Test(arguments: [
        (nil, Checking.overdue), ("2021-11-29", .checked), ("2021-01-29", .checked), ("2021-01-28", .due), ("2020-11-30", .due),
        ("2020-11-29", .overdue),
    ])
    func `what was looked at is due after ten months and overdue after twelve`(day: String?, checking: Checking) {
        #expect(Checking(day.flatMap { Day($0) }, on: Self.today) == checking)
    }

    @Test(arguments: [
        (String?.some("2021-11-29"), "2021-11-29", Checking.checked), ("2020-05-01", "2021-11-29", .overdue), ("2021-11-29", "2020-05-01", .overdue),
        (String?.none, "2021-11-29", .overdue),
    ])
    func `an office is as old as its holder or contact that nobody looked at for longest`(holder: String?, contact: String, checking: Checking) {
        func day(_ text: String?) -> Day? { text.flatMap { Day($0) } }
        let office = Official(
            key: "ke-attorney-general",
            facts: OfficialFacts(country: Country("KE")!, titles: Wordings([:]), checkedOn: day("2021-11-29")),
            holders: [
                Holder(name: "Njeri Kamau", folded: "njeri kamau", salutations: Wordings([:]), heldUntil: day("2021-11-01")),
                Holder(
                    name: "Amina Njoroge", folded: "amina njoroge", salutations: Wordings([:]), heldFrom: day("2021-11-02"), checkedOn: day(holder)),
            ],
            contacts: ["ag@example.org", "info@example.org"].map {
                OfficialContact(channel: .email, place: $0, normal: $0, checkedOn: day($0.hasPrefix("ag") ? contact : "2021-11-29"))
            })
        #expect(office.checking(on: Self.today) == checking)
    }

    @Test(arguments: Engine.available)
    func `a contact that fails stands before all else, and words find an office by any of its parts`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.register(Tables.amina)
            let office = try #require(try await store.registered().officials["ke-attorney-general"])
            #expect(office.checking(on: Self.today) == .overdue)
            for words in [["attorney"], ["njoroge", "KE-"], ["ag@example.org"], []] { #expect(office.matches(words), "\(words)") }
            #expect(!office.matches(["attorney", "peru"]))
            _ = try await store.mark("ag@example.org", as: .bounced, on: Self.today)
            #expect(try await store.registered().officials["ke-attorney-general"]?.checking(on: Self.today) == .failing)
            let changes = try await store.database.read { try $0.registerChanges(of: "ke-attorney-general", limit: 10) }
            #expect(changes.first?.source == "mark" && changes.first?.version == 2 && changes.first?.what == "ag@example.org" && changes.count == 6)
        }
    }
}

extension Store {
    fileprivate func change(_ new: ChangeHolder.NewHolder, of key: String = "ke-attorney-general") async throws -> Int {
        let today = world.now().day(in: .gmt)
        return try await ChangeHolder(database: database, world: world)(new, of: key, today: today, by: "rosa", called: "Rosa")
    }

    fileprivate func tasks(of section: Section.Code = .international) async throws -> [OfficeTask] {
        try await database.read { try $0.officeTasks(of: section) }
    }
}
