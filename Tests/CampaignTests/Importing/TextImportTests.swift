import Campaign
import Documents
import TestSupport
import Testing

@Suite struct TextImportTests {
    @Test(arguments: Engine.available)
    func `a translation joins its output as a text, with its letter`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru())
            try await store.take(
                .wanjiru {
                    ($0.language, $0.title, $0.summary) = ("de", "Journalistin in Haft", "Wanjiru Otieno ist seit dem 14. November in Haft.")
                    $0.letters = [ActionDraft.Letter(body: "Ich schreibe Ihnen wegen Wanjiru Otieno.")]
                }
            )
            let output = try #require(try await store.action().latest)
            #expect(output.texts.map(\.language) == ["de", "en"])
            #expect(output.letters.map(\.language) == ["de", "en", "sw"])
            #expect(output.editions.first?.addressees.count == 2)
        }
    }

    @Test(arguments: Engine.available)
    func `an outcome's words are its lead`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiruFree())
            let output = try #require(try await store.action().latest)
            #expect(output.texts.first?.lead == "Wanjiru Otieno went home on 17 December.")
            #expect(output.eventOn == Day("2021-12-17"))
            #expect(output.issuedOn == Day("2021-12-20"))
            #expect(output.ending == Ending(on: nil, reason: .success))
        }
    }

    @Test(arguments: Engine.available)
    func `the same bytes change nothing`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let first = try await store.take(.wanjiru { $0.actionCount = 40 }, bytes: "the page")
            let before = try await store.action()
            #expect(
                try await store.take(.wanjiru { draft in (draft.title, draft.actionCount) = ("Another", 90) }, bytes: "the page")
                    == .known(first.imported))
            #expect(try await store.action() == before)
            #expect(try await store.tally().countedElsewhere() == 40)
        }
    }

    @Test(arguments: Engine.available)
    func `pages that arrive at the same moment are one case, each taken once`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let results = try await withThrowingTaskGroup { group in
                for page in 0..<8 { group.addTask { try await store.take(.wanjiru(), in: page.isMultiple(of: 2) ? .swiss : .american) } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(results.count { if case .added = $0 { true } else { false } } == 2)
            #expect(try await store.action().outputs.map(\.editions.count) == [2])
        }
    }

    @Test(arguments: Engine.available)
    func `what is known stays, what differs is kept as a finding`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru { $0.indexCode = nil })
            let result = try await store.take(
                .wanjiru {
                    ($0.expiryDate, $0.title, $0.indexCode) = (Day("2022-01-10"), "Journalist in prison", "AFR 32/4711/2021")
                    $0.letters = [.english.with(body: "Another letter.")]
                }, in: .swiss
            )
            #expect(Set(result.imported.findings.map(\.field)) == ["expiry_date", "title", "letters"])
            #expect(result.imported.findings.first { $0.field == "expiry_date" }?.value == "2022-01-10")
            let output = try #require(try await store.action().latest)
            #expect(output.actUntilInDocument == Day("2022-01-03"))
            #expect(output.indexCode?.printed == "AFR 32/4711/2021")
            #expect(output.letters.first?.body.count == 2)
        }
    }

    @Test(arguments: Engine.available)
    func `another kind for the same output is kept as a finding`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiruCharged())
            #expect(try await store.take(.wanjiruFree()).imported.findings.contains { $0.field == "kind" && $0.value == "outcome" })
            #expect(try await store.action().outputs.map(\.kind) == [.update])
        }
    }

    @Test(arguments: Engine.available)
    func `a letter's greeting and closing are filled in by a later page`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru { $0.letters = [.english.with(salutation: nil, closing: nil)] })
            try await store.take(.wanjiru(), in: .swiss)
            let letter = try #require(try await store.action().latest?.letters.first)
            #expect(letter.greeting == "Dear Attorney General Njoroge,")
            #expect(letter.closing == "Yours sincerely,")
        }
    }

    @Test(arguments: Engine.available)
    func `an empty letter and an empty post are no letter and no post`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(
                .wanjiru { draft in (draft.letters, draft.socialPosts, draft.subjectNames) = ([.init(body: " \n\n ")], ["  ", "#FreeWanjiru"], [" "])
                })
            let action = try await store.action()
            #expect(action.latest?.letters == [])
            #expect(action.latest?.socialPosts == ["#FreeWanjiru"])
            #expect(action.subjects.isEmpty)
        }
    }
}

extension ActionDraft.Letter {
    fileprivate func with(body: String? = nil, salutation: String? = "Dear Attorney General Njoroge,", closing: String? = "Yours sincerely,") -> Self
    {
        Self(language: language, salutation: salutation, body: body ?? self.body, closing: closing)
    }
}
