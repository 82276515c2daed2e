import Campaign
import Documents
import Storage
import TestSupport
import Testing

/// What is exported and taken in again is the same, on either engine and from one to the other.
@Suite struct RoundTripTests {
    @Test(arguments: Engine.available)
    func `an archive taken into an empty database is the same archive`(_ engine: Engine) async throws {
        let files = try await withStore(engine) { store in
            try await store.fill()
            return try await store.archive()
        }
        let some = ["77-21/1.en.md", "77-21/1.fr.md", "77-21/1.sw.md", "77-21/2.en.md", "13-21/withdrawn.md"]
        #expect(Set(files.keys).isSuperset(of: some.map { "2021/" + $0 }))
        for other in Engine.available {
            try await withStore(other, at: "2024-02-29T10:00:00.000Z") { store in
                try await store.restore(files)
                #expect(try await store.archive() == files)
            }
        }
    }

    @Test(arguments: Engine.available)
    func `readers see the same action`(_ engine: Engine) async throws {
        let (files, action, tally) = try await withStore(engine) { store in
            try await store.fill()
            return (try await store.archive(), try await store.action(), try await store.tally())
        }
        try await withStore(engine) { store in
            try await store.restore(files)
            let restored = try await store.action()
            #expect(restored.outputs.map(\.texts) == action.outputs.map(\.texts))
            #expect(restored.outputs.map(\.letters) == action.outputs.map(\.letters))
            #expect(restored.outputs.map(\.publishedAt) == action.outputs.map(\.publishedAt))
            #expect(restored.outputs.flatMap(\.editions).map(\.addressees) == action.outputs.flatMap(\.editions).map(\.addressees))
            #expect(restored.subjects == action.subjects)
            #expect(restored.archive == action.archive)
            #expect(try await store.tally() == tally)
            #expect(tally.countedElsewhere() > 0)
            #expect(try await VerifyTallies(database: store.database)().ok)
        }
    }

    @Test(arguments: Engine.available)
    func `the shipped examples come back too`(_ engine: Engine) async throws {
        let files = try await withStore(engine) { store in
            try await LoadExamples(database: store.database, world: store.world)()
            return try await store.archive()
        }
        #expect(files.count > 10)
        try await withStore(engine) { store in
            try await store.restore(files)
            #expect(try await store.archive() == files)
        }
    }

    @Test(arguments: Engine.available)
    func `what a case is about comes back, unless somebody said otherwise meanwhile`(_ engine: Engine) async throws {
        let files = try await withStore(engine) { store in
            try await store.take(.wanjiru())
            try await SetTopics(database: store.database, world: store.world)(.wanjiru, [.journalists, .expression], by: "Ivo")
            return try await store.archive()
        }
        #expect(files["2021/77-21/1.en.md"]?.contains("\ntopics:\n- expression\n- journalists\n") == true)
        try await withStore(engine) { store in
            try await store.restore(files)
            #expect(try await store.database.read { try $0.topics(of: .wanjiru) } == [.journalists, .expression])
            #expect(try await store.archive() == files)
        }
        try await withStore(engine) { store in
            try await store.take(.wanjiru())
            try await SetTopics(database: store.database, world: store.world)(.wanjiru, [.women], by: "Rosa")
            try await store.restore(files)
            #expect(try await store.database.read { try $0.topics(of: .wanjiru) } == [.women])
        }
    }

    @Test(arguments: Engine.available)
    func `a draft comes back as a draft`(_ engine: Engine) async throws {
        let files = try await withStore(engine) { store in
            try await store.take(.wanjiru(), published: false)
            return try await store.archive()
        }
        #expect(files["2021/77-21/1.en.md"]?.contains("\npublished: null\n") == true)
        try await withStore(engine) { store in
            try await store.restore(files)
            await #expect(throws: ActionRefusal.self) { try await store.action() }
            #expect(try await store.archive() == files)
        }
    }

    @Test(arguments: Engine.available)
    func `what was taken down leaves its number only, and stays down`(_ engine: Engine) async throws {
        let files = try await withStore(engine) { store in
            try await store.take(.wanjiru())
            let withdraw = WithdrawAction(database: store.database, world: store.world)
            try await withdraw(.wanjiru, reason: "The sister of Wanjiru asks for it", by: "Ivo")
            return try await store.archive()
        }
        #expect(files.keys.sorted() == ["2021/77-21/withdrawn.md"])
        #expect(files.values.allSatisfy { !$0.contains("Wanjiru") && !$0.contains("Otieno") && !$0.contains("Kisumu") })
        try await withStore(engine) { store in
            try await store.restore(files)
            await #expect(throws: ActionRefusal.withdrawn) { try await store.action() }
            await #expect(throws: ActionRefusal.self) { try await store.take(.wanjiru()) }
            #expect(try await store.archive() == files)
        }
    }

    @Test(arguments: Engine.available)
    func `reports that were counted here stay here`(_ engine: Engine) async throws {
        let (before, after) = try await withStore(engine) { store in
            try await store.take(.wanjiru())
            let before = try await store.archive()
            try await store.withReports { report in _ = try await report(store.form(quantity: 3)) }
            return (before, try await store.archive())
        }
        #expect(before == after)
    }
}

extension Store {
    /// Cases in every state that there is.
    fileprivate func fill() async throws {
        try await take(.wanjiru(andCounting: 85))
        advance(days: 1)
        try await take(
            .wanjiru {
                $0.language = "fr"
                $0.title = "Une journaliste détenue"
                $0.summary = " # pas un titre  \n\n---\n"
                $0.background = "1. Un\n\n> Deux"
                $0.letters = [ActionDraft.Letter(language: "fr", salutation: "Madame: #1", body: "- Libérez-la.", closing: "…")]
                $0.actionCount = 120
                $0.postalNote = "1,80 €"
            }, in: .swiss)
        try await take(
            .wanjiruFree {
                $0.socialPosts = ["#Free 🕊️", "Two\nlines"]
                $0.downloads = [ActionDraft.Download(title: "UA 77/21", format: "PDF")]
            })
        try await take(.wanjiru(andCounting: 205), in: .american)
        try await take(
            .bishnu(serial: 12, until: nil) {
                $0.indexCode = "no code"
                $0.targets = [.amina.with(hiddenEmails: 1)]
            })
        try await take(.bishnu(serial: 13, until: "2021-12-24"))
        try await withdraw(.bishnu(13))
        try await take(.bishnu(serial: 14, until: "2021-12-24"), published: false)
    }
}

extension ActionDraft {
    fileprivate static func wanjiru(andCounting count: Int) -> ActionDraft {
        wanjiru {
            $0.actionCount = count
            $0.pronoun = "she/her"
            $0.instructions = ["Write soon"]
            $0.safetyNote = "Do not phone."
        }
    }
}

extension ActionDraft.Target {
    fileprivate func with(hiddenEmails count: Int) -> ActionDraft.Target {
        with {
            $0.emails = []
            $0.emailsObfuscated = count
        }
    }
}
