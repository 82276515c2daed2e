import Documents
import Storage
import TestSupport
import Testing

@testable import Campaign

@Suite struct CollectionTests {
    @Test(arguments: Engine.available)
    func `a collection keeps its cases in order, and its total is that of its cases and days`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let collection = try await store.marathon()
            #expect(try await store.database.read { try $0.collection("marathon-2021", of: .international) } == collection)
            let class8b = try await store.school("Class 8b", at: "Basel"), choir = try await store.school("Choir", at: "Bern")
            try await store.withReports { record in
                let enter = RecordGroupReturn(record: record), token = store.world.token()
                let lines = [(12, Channel.post, 20), (13, .post, 10), (14, .email, 4)].map { serial, channel, quantity in
                    GroupReturn.Line(reference: .bishnu(serial), ordinal: 1, channel: channel, quantity: String(quantity))
                }
                let sent = try GroupReturn(lines, token: token, isSure: false, of: class8b, within: ReturnWindow(collection))
                #expect(try await enter(sent).counted.count == 3)
                #expect(try await enter(sent).isRepeated)
                let more = try GroupReturn(
                    Array(lines.prefix(1)), token: store.world.token(), isSure: false, of: choir, within: ReturnWindow(collection))
                _ = try await enter(more)
                _ = try await record(store.form(.wanjiru, quantity: 50))
            }
            let totals = try await store.database.read { try $0.totals(of: collection) }
            #expect(totals.all == 54)
            #expect(totals.cases == [.bishnu(12): 40, .bishnu(13): 10, .bishnu(14): 4])
            #expect(totals.places == ["Basel": 34, "Bern": 20])
            #expect(totals.groups == [class8b.code.text: 34, choir.code.text: 20])
        }
    }

    @Test(arguments: Engine.available)
    func `paper is taken for weeks after the end, marked late, and then no more`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let collection = try await store.marathon(), group = try await store.school("Class 8b", at: "Basel")
            try await store.withReports { record in
                let enter = RecordGroupReturn(record: record)
                func sent(within window: ReturnWindow?) throws -> GroupReturn {
                    let line = GroupReturn.Line(reference: .bishnu(12), ordinal: 1, channel: .post, quantity: "5")
                    return try GroupReturn([line], token: store.world.token(), isSure: false, of: group, within: window)
                }
                _ = try await enter(sent(within: ReturnWindow(collection)))
                store.advance(days: 80)
                await #expect(throws: ReportRefusal.self) { _ = try await enter(sent(within: nil)) }
                _ = try await enter(sent(within: ReturnWindow(collection)))
                let late: [Bool] = try await store.database.read {
                    try $0.rows("SELECT late FROM report ORDER BY reported_at").map { try $0("late") }
                }
                #expect(late == [false, true])
                store.advance(days: 30)
                await #expect(throws: ReportRefusal.self) { _ = try await enter(sent(within: ReturnWindow(collection))) }
            }
            #expect(try await store.database.read { try $0.totals(of: collection).all } == 10)
        }
    }

    @Test(arguments: Engine.available)
    func `a name in the address is used once in a section, and cases are published ones`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            var collection = try await store.marathon()
            await #expect(throws: CollectionRefusal.taken("marathon-2021")) { try await store.marathon() }
            collection.cases = [.bishnu(14), .bishnu(12)]
            let make = MakeCollection(database: store.database, world: store.world)
            try await make.change(collection, by: "Ivo")
            #expect(try await store.database.read { try $0.collection("marathon-2021", of: .international).cases } == [.bishnu(14), .bishnu(12)])
            collection.cases = [.bishnu(99)]
            await #expect(throws: ActionRefusal.self) { try await make.change(collection, by: "Ivo") }
            await #expect(throws: CollectionRefusal.unknown("marathon-2021")) {
                try await store.database.read { _ = try $0.collection("marathon-2021", of: .swiss) }
            }
        }
    }

    @Test(arguments: ["ab", "With Capitals", "-dash", "dash-", "ünder", "a b c"])
    func `an address takes no other signs`(slug: String) { #expect(!CaseCollection.isSlug(slug)) }
}

extension Store {
    /// Three cases, published for the marathon of the winter.
    @discardableResult
    fileprivate func marathon() async throws -> CaseCollection {
        let first = try #require(Day("2021-11-15")), last = try #require(Day("2022-01-31"))
        let make = MakeCollection(database: database, world: world)
        var collection = try await make(
            "marathon-2021", titled: "Letters of the winter", in: "en", from: first, to: last, section: .international, by: "Ivo")
        for serial in 12...14 { try await take(.bishnu(serial: serial, until: "2021-12-31")) }
        try await take(.wanjiru())
        (collection.cases, collection.isPublic, collection.isForSchools) = ([.bishnu(12), .bishnu(13), .bishnu(14)], true, true)
        try await make.change(collection, by: "Ivo")
        return collection
    }

    fileprivate func school(_ name: String, at place: String) async throws -> WritingGroup {
        try await AddGroup(database: database, world: world)(name, at: place, isSchool: true, section: .international, by: "Ivo")
    }
}
