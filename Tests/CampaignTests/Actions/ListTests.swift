import Campaign
import Documents
import Foundation
import Storage
import TestSupport
import Testing

@Suite struct ListTests {
    @Test(arguments: Engine.available)
    func `the nearest deadline comes first, and what takes no letters does not come`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.bishnu(serial: 3, until: "2021-12-20"))
            try await store.take(.bishnu(serial: 1, until: "2021-11-30"))
            try await store.take(.bishnu(serial: 2, until: "2021-12-05"))
            try await store.take(.bishnu(serial: 4, until: "2021-11-29"))
            try await store.take(.bishnu(serial: 5, until: nil))
            try await store.take(.bishnu(serial: 6, until: "2021-12-20") { $0.endedDate = Day("2021-11-30") })
            try await store.take(.bishnu(serial: 7, until: "2021-12-20") { $0.endReason = .success })
            try await store.take(.bishnu(serial: 8, until: "2021-12-20"), published: false)
            try await store.take(.bishnu(serial: 9, until: "2021-12-20") { $0.targets = [] })
            #expect(try await store.listed() == ["1-21", "2-21", "3-21"])
            store.advance(days: 1)
            #expect(try await store.listed() == ["2-21", "3-21"])
        }
    }

    @Test(arguments: Engine.available)
    func `only the latest output is listed, and only a published one replaces`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru())
            try await store.take(.wanjiruCharged(), published: false)
            #expect(try await store.summaries().map(\.ordinal) == [1])
            try await store.publish()
            #expect(try await store.summaries().map(\.ordinal) == [2])
            #expect(try await store.summaries().first?.headline(in: ["de"])?.headline == "Reporter charged")
        }
    }

    @Test(arguments: Engine.available)
    func `a case that ended or was withdrawn leaves the list`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru())
            try await store.take(.bishnu(until: "2021-12-20"))
            try await store.take(.wanjiruFree())
            #expect(try await store.listed() == ["12-21"])
            try await store.withdraw(.bishnu())
            #expect(try await store.listed().isEmpty)
        }
    }

    @Test(arguments: Engine.available)
    func `a section lists its own cases and the international ones`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru(), in: .swiss)
            try await store.take(.bishnu(until: "2021-12-20"), in: .international)
            #expect(try await store.listed(by: .swiss) == ["12-21", "77-21"])
            #expect(try await store.listed(by: .american) == ["12-21"])
            #expect(try await store.listed(by: .international) == ["12-21", "77-21"])
        }
    }

    @Test(arguments: Engine.available)
    func `the count in a list is of what was reported here, of all outputs`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru { $0.actionCount = 900 })
            try await store.withReports { report in _ = try await report(store.form(quantity: 7)) }
            try await store.take(.wanjiruCharged())
            try await store.withReports { report in _ = try await report(store.form(output: 2, quantity: 5)) }
            #expect(try await store.summaries().map(\.appeals) == [12])
        }
    }
}

extension Store {
    fileprivate func summaries(by section: Section.Code = .international) async throws -> [ActionSummary] {
        let today = world.now().day(in: .gmt)
        return try await database.read { try $0.actionsTakingLetters(on: today, shownBy: section) }
    }

    fileprivate func listed(by section: Section.Code = .international) async throws -> [String] {
        try await summaries(by: section).map(\.reference.slug)
    }
}
