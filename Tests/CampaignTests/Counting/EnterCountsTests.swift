import Documents
import Storage
import TestSupport
import Testing

@testable import Campaign

@Suite struct EnterCountsTests {
    @Test(arguments: Engine.available)
    func `34 letters of an evening stand under its day, its group and its note`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru())
            let group = try await store.group("Melbourne evening")
            _ = try await store.enter([store.count(34, group: group)])
            let entries = try await store.database.read { db in try db.countedEntries(of: .international, limit: 10) }
            #expect(entries.map(\.quantity) == [34] && entries.map(\.groupName) == ["Melbourne evening"])
            #expect(entries.map(\.on.text) == ["2021-11-29"] && entries.map(\.state) == [.counted])
            #expect(try await store.tally().counted() == 34)
        }
    }

    @Test(arguments: Engine.available)
    func `a return sent twice counts once, alone or in a table`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru())
            let entry = try store.count(34, token: "one form, one token")
            _ = try await store.enter([entry])
            #expect(try await store.enter([entry, entry]) == [.known, .known])
            #expect(try await store.tally().counted() == 34)
        }
    }

    @Test(arguments: Engine.available)
    func `one bad row keeps out all of them`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru())
            let verdicts = try await store.enter([store.count(34), store.count(3, of: .bishnu()), store.count(3, on: "2021-11-21")])
            #expect(verdicts.map(\.isRefused) == [false, true, true])
            #expect(try await store.tally().counted() == 0)
        }
    }

    @Test(arguments: Engine.available)
    func `a day to come, or after the last on which reports are taken, is refused; one in between is late`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru { $0.expiryDate = Day("2021-11-25") })
            #expect(try await store.enter([store.count(1, on: "2021-12-01")]).map(\.isRefused) == [true])
            _ = try await store.enter([store.count(5, on: "2021-11-25"), store.count(7, on: "2021-11-26")])
            let lines = try await store.tally().lines
            #expect(lines.first { $0.isLate }?.appeals == 7 && lines.first { !$0.isLate }?.appeals == 5)
            store.advance(seconds: 90 * 86_400)
            #expect(try await store.enter([store.count(1, on: "2022-02-01")]).map(\.isRefused) == [true])
        }
    }

    @Test func `every field that is wrong is told at once`() {
        let typed = ["action": "?", "quantity": "1e9", "channel": "pigeon", "date": "tomorrow", "source": "form", "note": "ana@example.org"]
        let told = Result { () throws(FormProblems) in try CountEntry({ typed[$0] }, token: "token") }
        guard case .failure(let problems) = told else { return #expect(Bool(false), "it was taken") }
        #expect(Set(problems.problems.map(\.field)).isSuperset(of: ["action", "quantity", "channel", "date", "source", "note"]))
    }

    @Test(arguments: [(ReportSource.group, 5_000), (.paper, 20_000), (.import, 1_000_000)])
    func `each source has the most that one entry may say`(_ source: ReportSource, _ most: Int) {
        let quantities = [most, most + 1].map { quantity in
            let typed = [
                "action": "UA 77/21", "quantity": "\(quantity)", "channel": "post", "date": "2021-11-29", "source": source.rawValue,
                "group": source == .group ? "K7QM-3XV0" : "",
            ]
            return (try? CountEntry({ typed[$0] }, token: "token")) != nil
        }
        #expect(quantities == [true, false])
    }
}
