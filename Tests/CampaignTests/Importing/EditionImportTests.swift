import Campaign
import Documents
import TestSupport
import Testing

@Suite struct EditionImportTests {
    @Test(arguments: Engine.available)
    func `two sections' pages are one output with two editions, each with its addressees and their roles`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru { $0.targets = [.amina, .highCommission(in: "Washington").with { $0.kind = .target }] }, in: .american)
            try await store.take(.wanjiru { $0.targets = [.amina, .highCommission(in: "Berne")] }, in: .swiss)
            let action = try await store.action(), output = try #require(action.latest)
            #expect(action.outputs.count == 1)
            #expect(Set(output.editions.map(\.section)) == [.american, .swiss])
            #expect(output.edition(for: .american)?.addressees.map(\.role) == [.target, .target])
            #expect(output.edition(for: .american)?.addressees.last?.addressLines.last == "Washington")
            #expect(output.edition(for: .swiss)?.addressees.map(\.role) == [.target, .copy])
            #expect(output.edition(for: .swiss)?.addressees.last?.addressLines.last == "Berne")
        }
    }

    @Test(arguments: Engine.available)
    func `an update that neither page numbers is one output by its deadline`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru())
            try await store.take(.wanjiruCharged { $0.outputOrdinal = nil }, in: .american)
            try await store.take(.wanjiruCharged { draft in (draft.outputOrdinal, draft.issueDate) = (nil, nil) }, in: .swiss)
            #expect(try await store.action().outputs.map(\.editions.count) == [1, 2])
        }
    }

    @Test(arguments: Engine.available)
    func `an output is known by its index code and by the one before it`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru { $0.indexCode = "AFR 32/4711/2021" })
            let followUp = try await store.take(
                .wanjiruFree { draft in
                    draft.forgetReference()
                    draft.outputOrdinal = nil
                    draft.previousReference = "https://www.amnesty.org/en/documents/afr32/4711/2021/en/"
                }
            )
            #expect(followUp.imported.reference == .wanjiru)
            #expect(followUp.imported.ordinal == 2)
            let again = try await store.take(
                .wanjiru { draft in
                    draft.forgetReference()
                    (draft.indexCode, draft.outputOrdinal) = ("AFR 32/4711/2021", nil)
                }, in: .swiss
            )
            #expect(again.imported.ordinal == 1)
        }
    }

    @Test(arguments: Engine.available)
    func `a document that names the case before it by its reference joins that case`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru())
            let result = try await store.take(
                .wanjiruFree { draft in
                    draft.forgetReference()
                    draft.previousReference = "UA 77/21"
                }
            )
            #expect(result.imported.reference == .wanjiru)
        }
    }

    @Test(arguments: [
        ("Brückengasse 10, 3005 Bern", "UA 77/21", nil, "ch"), ("Avenue 3, Washington DC", "UA 77/21", nil, "us"),
        ("12 Example Road, London", "UA 77.21", nil, "us"), ("12 Example Road, London", "UA 77/21", "Please ask Swiss Post first.", "ch"),
        ("12 Example Road, London", "UA 77/21", nil, "int"), ("Calle 8, San Bernardo", "UA 77/21", nil, "int"),
    ])
    func `a page tells whose it is by its embassy, its post and its number`(_ page: (address: String, number: String, post: String?, section: String))
        async throws
    {
        try await withStore(.sqlite) { store in
            let draft = ActionDraft.wanjiru {
                $0.targets = [.amina.with { $0.addressLines = [page.address] }]
                ($0.reference, $0.postalNote) = (page.number, page.post)
            }
            let result = try await store.take(draft, in: nil)
            #expect(result.imported.section.rawValue == page.section)
        }
    }

    @Test(arguments: Engine.available)
    func `a section that is not there is refused by name`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let atlantis = Section.Code(rawValue: "atl")
            await #expect(throws: ImportRefusal.unknownSection(atlantis)) { try await store.take(.wanjiru(), in: atlantis) }
        }
    }
}

extension ActionDraft {
    fileprivate mutating func forgetReference() {
        (reference, series, caseNumber, caseYear) = (nil, nil, nil, nil)
    }
}
