import BitCollections

/// Which outputs have the words that stand in very many of them, at one version of the index: to look such a word up takes as long as it is frequent.
struct FrequentWords: Sendable {
    /// Where a word stands: anywhere, and in headlines and names.
    struct Outputs: Sendable {
        var whole: BitSet
        var head: BitSet

        /// Leaves a set as it is, shared with others, where nothing changes.
        mutating func forget(_ number: Int) {
            if whole.contains(number) { whole.remove(number) }
            if head.contains(number) { head.remove(number) }
        }
    }

    /// In one output of so many a word is frequent.
    static let share = 50
    /// A word costs two bits for each number that was ever given to an output; there are no more words than fit into so many bytes.
    static let mostBytes = 16_000_000
    private static let most = 1_000

    private(set) var version = 0
    private var outputs: [String: Outputs] = [:]

    init(version: Int = 0) { self.version = version }

    var words: Set<String> { Set(outputs.keys) }
    var isEmpty: Bool { outputs.isEmpty }

    /// The words that some outputs have most often.
    ///
    /// - Parameters:
    ///   - sample: outputs as they come, a part of the archive or all of it.
    ///   - last: the highest number of an output.
    static func chosen(from sample: some Collection<SearchDocument>, numberedTo last: Int) -> Set<String> {
        var counts: [String: Int] = [:]
        for document in sample { for word in document.head.union(document.body) { counts[word, default: 0] += 1 } }
        let frequent = counts.filter { $0.value * share >= sample.count }
        let order = frequent.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        return Set(order.prefix(min(most, mostBytes * 4 / max(1, last))).map(\.key))
    }

    mutating func keep(_ found: Outputs, of word: String) { outputs[word] = found }

    /// Forgets what is frequent no more.
    mutating func keepOnly(_ words: Set<String>) { outputs = outputs.filter { words.contains($0.key) } }

    /// Takes in what some outputs say at a newer version; an output that has no document any more says nothing.
    mutating func take(_ changed: [Int: SearchDocument], of numbers: [Int], version: Int) {
        self.version = version
        outputs = outputs.mapValues { known in
            var known = known
            for number in numbers { known.forget(number) }
            return known
        }
        for (number, document) in changed {
            for word in document.head {
                outputs[word]?.head.insert(number)
                outputs[word]?.whole.insert(number)
            }
            for word in document.body { outputs[word]?.whole.insert(number) }
        }
    }

    /// The outputs that have all the terms, each in one of its forms.
    ///
    /// - Parameter ask: finds the outputs that have terms of which nothing is known here, together.
    func outputs(with terms: [SearchTerm], inHead: Bool, asking ask: ([SearchTerm]) throws -> BitSet) rethrows -> BitSet {
        var all: [BitSet] = [], rare: [SearchTerm] = []
        for term in terms {
            let known = term.forms.compactMap { outputs[$0] }, unknown = term.forms.filter { outputs[$0] == nil }
            guard !known.isEmpty else {
                rare.append(term)
                continue
            }
            var found = try unknown.isEmpty ? BitSet() : ask([SearchTerm(word: term.word, forms: unknown)])
            for outputs in known { found.formUnion(inHead ? outputs.head : outputs.whole) }
            all.append(found)
        }
        if !rare.isEmpty { all.append(try ask(rare)) }
        guard let first = all.first else { return BitSet() }
        return all.dropFirst().reduce(into: first) { $0.formIntersection($1) }
    }
}

extension BitSet {
    /// - Parameter numbers: with blanks between them.
    init(numbers: String) {
        self.init()
        var number = 0
        for byte in numbers.utf8 {
            guard byte == 0x20 else {
                number = number * 10 + Int(byte & 15)
                continue
            }
            insert(number)
            number = 0
        }
        if !numbers.isEmpty { insert(number) }
    }
}
