import Documents
import Storage
import TestSupport
import Testing

@testable import Campaign

@Suite struct TopicImportTests {
    @Test(arguments: [
        ("death_penalty", Topic.deathPenalty), ("Death-Penalty", .deathPenalty), ("deathy penalty", .deathPenalty), ("unfair trail", .unfairTrial),
        ("Fear for safety", .fearForSafety), ("prisoner of conscience", .prisonersOfConscience), ("women's rights", .women),
        ("Enforced Disappearance", .disappearance), ("defenders", .humanRightsDefenders),
    ])
    func `the words of other archives mean our topics`(words: String, topic: Topic) {
        #expect(Topic(spelled: words) == topic)
    }

    @Test(arguments: ["execution", "legal concern", "good news", "", "–"])
    func `a word for several topics or for none means none`(words: String) {
        #expect(Topic(spelled: words) == nil)
    }

    @Test(arguments: Topic.allCases)
    func `every id means itself`(topic: Topic) {
        #expect(Topic(spelled: topic.rawValue) == topic)
    }

    @Test(arguments: [
        ("Fear of torture/ill-treatment", [Topic.riskOfTorture]), ("Legal Concern/Fear of Torture", [.riskOfTorture]),
        ("Death Penalty/imminent execution/unfair trial", [.deathPenalty, .imminentExecution, .unfairTrial]),
        ("Librarian held for a reading list", []), ("Women's rights defender faces trial", []), ("", []),
    ])
    func `a title that names concerns says what the case is about, a sentence does not`(title: String, topics: [Topic]) {
        #expect(Topic.concerns(inTitle: title) == topics)
    }

    @Test(arguments: Engine.available)
    func `what a document says the case is about holds until somebody says it`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru { $0.topics = ["journalist", "freedom of expression", "good news"] })
            #expect(try await store.topics() == [.journalists, .expression])
            try await SetTopics(database: store.database, world: store.world)(.wanjiru, [.journalists, .unfairTrial], by: "Rosa")
            try await store.take(.wanjiruCharged { $0.topics = ["torture"] })
            #expect(try await store.topics() == [.journalists, .unfairTrial])
        }
    }
}

extension Store {
    fileprivate func topics(of reference: Reference = .wanjiru) async throws -> Set<Topic> {
        try await database.read { try $0.topics(of: reference) }
    }
}
