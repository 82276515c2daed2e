import BitCollections
import Documents
import Foundation
import Storage
import TestSupport
import Testing

@testable import Campaign

/// Searches by words that are kept find what searches by the index find, whatever happens to the index meanwhile.
@Suite struct FrequentWordsTests {
    private static let words = [
        "budget", "budget Kisumu", "journalist", "otieno", "amani", "farmer", "magistrate", "threatened Nepal", "nowhere", "kenya farmer",
    ]

    private func search(_ words: String, _ shelves: SearchShelves, _ store: Store) async throws -> [Reference] {
        let find = FindActions(database: store.database, shelves: shelves)
        return try await find(SearchWish(words: words), of: .international, in: ["en"], today: store.world.now().day(in: .gmt))
            .hits.map(\.summary.reference)
    }

    private func expectSame(_ shelves: SearchShelves, _ store: Store, _ what: String) async throws {
        for words in Self.words {
            let kept = try await search(words, shelves, store), fresh = try await search(words, SearchShelves(), store)
            #expect(kept == fresh, "\(what): \(words)")
        }
    }

    private func learn(_ shelves: SearchShelves, _ store: Store) async throws -> Int {
        try await LearnFrequentWords(database: store.database, shelves: shelves, least: 1)()
    }

    @Test(arguments: Engine.available)
    func `what is known follows every change of the index`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let shelves = SearchShelves()
            try await store.take(.wanjiru())
            try await store.take(.bishnu(until: "2021-12-05"))
            let count = try await learn(shelves, store)
            #expect(count > 20 && shelves.words.isSuperset(of: ["budget", "kenya", "nepal"]))
            try await expectSame(shelves, store, "learned")
            #expect(try await search("budget Kisumu", shelves, store) == [.wanjiru])
            try await store.take(.bishnu(serial: 13, until: "2021-12-05") { $0.summary = "She asked about the budget." })
            try await expectSame(shelves, store, "one more")
            #expect(try await search("budget", shelves, store).count == 2)
            try await store.take(.wanjiruCharged { $0.summary = "She was brought before a magistrate." })
            try await expectSame(shelves, store, "an update")
            _ = try await RenameSubject(database: store.database, world: store.world)(
                .wanjiru, Renaming("Wanjiru Otieno", to: "Amani Were"), by: "Rosa")
            try await expectSame(shelves, store, "renamed")
            #expect(try await search("otieno", shelves, store).isEmpty)
            try await store.withdraw()
            try await expectSame(shelves, store, "withdrawn")
            #expect(try await search("budget", shelves, store) == [.bishnu(13)])
            #expect(shelves.words.count == count, "and nothing was forgotten for it")
            try await store.database.write { db in try db.clearSearch() }
            #expect(try await search("farmer", shelves, store).isEmpty, "nothing is in")
            try await store.withdraw(.bishnu(13))
            _ = try await RebuildSearch(database: store.database).fill()
            try await expectSame(shelves, store, "rebuilt")
            #expect(try await search("farmer", shelves, store) == [.bishnu()])
        }
    }

    /// In some scripts every other word begins with a sign that makes one character of itself and the blank before it.
    @Test(arguments: Engine.available, ["yangon ေမ ေရ", "phnom ្រក េា"])
    func `words are told apart by blanks, whatever they begin with`(on engine: Engine, _ words: String) async throws {
        try await withStore(engine) { store in
            let shelves = SearchShelves()
            try await store.take(.wanjiru { $0.summary = words })
            _ = try await learn(shelves, store)
            let known = shelves.words
            try await store.take(.wanjiru { $0.summary = words + " budget" })
            for word in words.split(separator: " ") {
                #expect(try await search(String(word), shelves, store) == search(String(word), SearchShelves(), store), "\(word)")
            }
            let first = String(words.prefix(while: { $0.isASCII && $0 != " " }))
            #expect(known.contains(first), "\(known)")
            #expect(try await search(first, shelves, store) == [.wanjiru])
            #expect(try await VerifySearch(database: store.database)() == [])
        }
    }

    @Test(arguments: Engine.available)
    func `a view of the data that is older is answered by the index, and so is one of which too much changed`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let shelves = SearchShelves(mostChanged: 1), term = [SearchTerm(word: "budget", forms: ["budget"])]
            func count(before: Int = 0) async throws -> Int {
                try await store.database.read { db in
                    try shelves.outputs(with: term, inHead: false, at: db.searchVersion() - before, db).count
                }
            }
            try await store.take(.wanjiru())
            _ = try await learn(shelves, store)
            try await store.database.write { db in try db.deleteAllWords() }
            #expect(try await count() == 1 && shelves.words.contains("budget"), "as it is known, whatever the index says")
            #expect(try await count(before: 1) == 0, "as the index says")
            try await store.take(.bishnu(until: "2021-12-05") { $0.summary = "He asked about the budget." })
            #expect(try await count() == 2, "one output was read")
            for serial in [13, 14] { try await store.take(.bishnu(serial: serial, until: "2021-12-05")) }
            #expect(try await count() == 1 && shelves.words.isEmpty, "two were too many, the index has what was put in after all was deleted")
            #expect(try await learn(shelves, store) > 0)
            #expect(try await count() == 1)
            let known = shelves.words
            try await store.database.read { db in try shelves.learn("nowhere", at: db.searchVersion() - 1, db) }
            #expect(shelves.words == known, "what was seen before is not put beside what was seen since")
        }
    }

    @Test(arguments: Engine.available)
    func `a small archive has none, and what is frequent no more is forgotten`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let shelves = SearchShelves()
            try await store.take(.wanjiru())
            #expect(try await LearnFrequentWords(database: store.database, shelves: shelves)() == 0)
            _ = try await learn(shelves, store)
            #expect(shelves.words.contains("budget"))
            try await store.take(.wanjiru { $0.summary = "Nothing of it is said any more." })
            let said = try await store.database.read { db in try Set(db.keptWords().values.flatMap { $0.head.union($0.body) }) }
            _ = try await learn(shelves, store)
            #expect(shelves.words == said)
        }
    }

    @Test func `the most frequent words are chosen, as many as there is room for`() {
        func document(_ head: Set<String>, _ body: Set<String>) -> SearchDocument { SearchDocument(head: head, body: body) }
        let sample = (0..<100).map { number in document(number < 3 ? ["held"] : [], ["court", number < 2 ? "twice" : "w\(number)"]) }
        #expect(FrequentWords.chosen(from: sample, numberedTo: 50_000) == ["court", "held", "twice"], "in one of fifty, and more")
        #expect(FrequentWords.chosen(from: sample, numberedTo: FrequentWords.mostBytes * 4) == ["court"])
        #expect(FrequentWords.chosen(from: [], numberedTo: 0).isEmpty)
    }

    @Test func `words of which nothing is known are asked for together`() {
        var words = FrequentWords(version: 3)
        words.keep(.init(whole: [1, 2, 5], head: [5]), of: "held")
        words.keep(.init(whole: [2, 5, 7], head: []), of: "arrest")
        func found(_ forms: [[String]], inHead: Bool = false, answer: BitSet = []) -> (BitSet, asked: [[[String]]]) {
            var asked: [[[String]]] = []
            let terms = forms.map { SearchTerm(word: $0[0], forms: $0) }
            let outputs = words.outputs(with: terms, inHead: inHead) {
                asked.append($0.map(\.forms))
                return answer
            }
            return (outputs, asked)
        }
        #expect(found([["held"]]) == ([1, 2, 5], []))
        #expect(found([["held"]], inHead: true) == ([5], []))
        #expect(found([["held"], ["arrest"]]) == ([2, 5], []))
        #expect(found([["held", "detain"]], answer: [9]) == ([1, 2, 5, 9], [[["detain"]]]))
        #expect(found([["held"], ["rosa"], ["lee", "li"]], answer: [2, 3]) == ([2], [[["rosa"], ["lee", "li"]]]))
        #expect(found([]) == ([], []))
        words.take([2: SearchDocument(head: ["held"], body: []), 8: SearchDocument(head: [], body: ["arrest"])], of: [2, 5, 8], version: 4)
        #expect(words.version == 4)
        #expect(found([["held"]]) == ([1, 2], []) && found([["held"]], inHead: true) == ([2], []) && found([["arrest"]]) == ([7, 8], []))
    }

    @Test(arguments: [("", []), ("7", [7]), ("1 22 333", [1, 22, 333]), ("64 63", [63, 64])] as [(String, BitSet)])
    func `numbers come with blanks between them`(_ text: String, _ numbers: BitSet) {
        #expect(BitSet(numbers: text) == numbers)
    }
}
