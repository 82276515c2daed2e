import Documents
import Storage
import TestSupport
import Testing

@testable import Campaign

@Suite struct CheckingTests {
    private func warnings(_ change: @Sendable (inout ActionDraft) -> Void) async throws -> Set<ManuscriptWarning> {
        try await withStore(.sqlite) { store in
            try await store.take(.wanjiru(change), published: false)
            let opened = try await store.opened(.wanjiru)
            let section = try #require(try await store.database.read { try $0.sections() }.first { $0.code == .international })
            return Set(CheckManuscript(words: try AdviceWords())(opened, for: section, on: Made.today))
        }
    }

    @Test func `a deadline on a weekend, on a holiday, past or missing is told`() async throws {
        #expect(try await warnings { $0.expiryDate = Day("2022-01-08") }.contains(.deadlineOnWeekend(Made.day("2022-01-08"))))
        #expect(try await warnings { $0.expiryDate = Day("2022-01-01") }.contains(.deadlineOnHoliday(Made.day("2022-01-01"))))
        #expect(try await warnings { $0.expiryDate = Day("2021-11-29") }.contains(.deadlinePast(Made.day("2021-11-29"))))
        #expect(try await warnings { $0.expiryDate = nil }.contains(.noDeadline))
        #expect(try await warnings { $0.expiryDate = Day("2022-01-04") }.allSatisfy { $0.part != .facts })
    }

    @Test func `an index code of another country or year is told, and stored all the same`() async throws {
        let found = try await warnings { $0.indexCode = "AMR 46/5033/2020" }
        #expect(found.contains(.indexCodeOfOtherYear("AMR 46/5033/2020", 2021)))
        #expect(found.contains { if case .indexCodeOfOther = $0 { true } else { false } })
        #expect(try await warnings { $0.indexCode = "no code at all" }.contains(.indexCodeOdd("no code at all")))
    }

    @Test func `only what must be there blocks`() async throws {
        let bare = try await warnings { draft in
            (draft.title, draft.summary, draft.call) = (nil, nil, nil)
            draft.targets = []
        }
        #expect(Set(bare.filter(\.isBlocking)) == [.nothingSaid, .nobodyToWriteTo])
        #expect(try await warnings { _ in }.filter(\.isBlocking).isEmpty)
    }

    @Test func `a contact that nobody checked, a language without text, a demand without a line are told`() async throws {
        let found = try await warnings { $0.demands = ["Publish the aquaculture inspection minutes"] }
        #expect(found.contains { if case .notChecked = $0 { true } else { false } })
        #expect(found.contains(.textMissing("es")))
        #expect(found.contains(.demandNotInLetter("Publish the aquaculture inspection minutes", "en")))
    }

    @Test(arguments: [(2021, "2021-04-04"), (2024, "2024-03-31"), (2038, "2038-04-25")])
    func `Easter falls where it falls`(year: Int, day: String) {
        #expect(Holidays.easter(year).text == day)
        #expect(Holidays.isHoliday(Holidays.easter(year).adding(days: 1), in: "CH"))
        #expect(!Holidays.isHoliday(Holidays.easter(year).adding(days: 1), in: "US"))
    }

    @Test func `a difference says which words went and which came, and gives both texts back`() {
        let old = "She has been held since Monday.\nCall for her release.", new = "She was held since Monday.\nCall for her release at once."
        let difference = TextDifference(from: old, to: new)
        #expect(difference.pieces.filter { $0.kind != .added }.map(\.text).joined() == old)
        #expect(difference.pieces.filter { $0.kind != .taken }.map(\.text).joined() == new)
        #expect(difference.pieces.contains(.init(kind: .taken, text: "has been ")))
        #expect(TextDifference(from: "", to: "New").pieces == [.init(kind: .added, text: "New")])
    }
}
