import Campaign
import Documents
import Storage
import TestSupport
import Testing

@Suite struct ArchiveTests {
    @Test(arguments: Engine.available)
    func `a case is kept under the month its first output was issued, in whatever order they arrive`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiruCharged())
            #expect(try await store.counts() == [ArchivePlace(year: 2021, month: 12): 1])
            try await store.take(.wanjiru())
            #expect(try await store.counts() == [ArchivePlace(year: 2021, month: 11): 1])
            #expect(try await store.action().archive == ArchivePlace(year: 2021, month: 11))
            #expect(try await store.action().activeSince == Day("2021-11-22"))
        }
    }

    @Test(arguments: Engine.available)
    func `a case whose month nobody says is kept under the year of its reference`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.bishnu(until: "2022-01-03") { $0.issueDate = nil })
            #expect(try await store.counts() == [ArchivePlace(year: 2021, month: nil): 1])
            #expect(try await store.kept(2021, month: 0) == ["12-21"])
            #expect(try await store.kept(2021) == ["12-21"])
            #expect(try await store.kept(2021, month: 11).isEmpty)
            #expect(try await store.kept(2022).isEmpty)
        }
    }

    @Test(arguments: Engine.available)
    func `a year tells its latest month first, and cases without a month last`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.bishnu(serial: 1, until: nil))
            try await store.take(.bishnu(serial: 2, until: nil) { $0.issueDate = nil })
            try await store.take(.bishnu(serial: 3, until: nil) { $0.issueDate = Day("2021-10-28") })
            try await store.take(.wanjiru())
            #expect(try await store.kept(2021) == ["77-21", "3-21", "1-21", "2-21"])
            #expect(try await store.kept(2021, month: 10) == ["3-21", "1-21"])
        }
    }

    @Test(arguments: Engine.available)
    func `drafts, withdrawn cases and other sections' cases are not counted`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru(), in: .swiss)
            try await store.take(.bishnu(serial: 1, until: nil), published: false)
            try await store.take(.bishnu(serial: 2, until: nil))
            try await store.withdraw(.bishnu(2))
            #expect(try await store.counts() == [ArchivePlace(year: 2021, month: 11): 1])
            #expect(try await store.counts(by: .swiss) == [ArchivePlace(year: 2021, month: 11): 1])
            #expect(try await store.counts(by: .american).isEmpty)
            #expect(try await store.kept(2021, by: .american).isEmpty)
            #expect(try await store.kept(2021, by: .swiss) == ["77-21"])
        }
    }
}

extension Store {
    fileprivate func counts(by section: Section.Code = .international) async throws -> [ArchivePlace: Int] {
        try await database.read { try $0.archiveCounts(shownBy: section) }
    }

    fileprivate func kept(_ year: Int, month: Int? = nil, by section: Section.Code = .international) async throws -> [String] {
        try await database.read { try $0.archivedActions(year: year, month: month, shownBy: section) }.map(\.reference.slug)
    }
}
