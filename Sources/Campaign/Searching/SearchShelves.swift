import BitCollections
import Storage
import Synchronization

/// The shelves of the sections that were searched of late, a few at most, and where the frequent words stand.
package final class SearchShelves: Sendable {
    private struct Key: Hashable {
        let section: Section.Code
        /// Since when it shows only what a person of it took up.
        let waitsSince: Instant?
    }

    private struct Kept {
        var shelves: [Key: SearchShelf] = [:]
        /// The last used at the end.
        var order: [Key] = []
    }

    /// A shelf of 25,000 actions takes some megabytes.
    private static let most = 8

    /// Of how many outputs the words are read that a search finds changed; after more, the frequent words are learned anew.
    private let mostChanged: Int

    private let kept = Mutex(Kept())
    private let frequent = Mutex(FrequentWords())

    package init() { mostChanged = 500 }

    init(mostChanged: Int) { self.mostChanged = mostChanged }

    /// The outputs that have the words, as they are in the transaction's view of the data.
    ///
    /// - Parameter version: of the index, in this transaction.
    func outputs(with terms: [SearchTerm], inHead: Bool, at version: Int, _ db: any Connection) throws -> BitSet {
        try frequentWords(at: version, db).outputs(with: terms, inHead: inHead) { try db.searchNumbers($0, inHead: inHead) }
    }

    /// What is known of the frequent words in the transaction's view of the data; nothing of a view that is older.
    private func frequentWords(at version: Int, _ db: any Connection) throws -> FrequentWords {
        var words = frequent.withLock { $0 }
        guard version != words.version else { return words }
        guard version > words.version, !words.isEmpty else { return FrequentWords(version: version) }
        let changed = try db.numbersChanged(since: words.version, limit: mostChanged + 1)
        if changed.count > mostChanged {
            words = FrequentWords(version: version)
        } else {
            words.take(try db.keptWords(of: changed), of: changed, version: version)
        }
        let renewed = words
        frequent.withLock { if renewed.version > $0.version { $0 = renewed } }
        return renewed
    }

    /// The frequent words that are known.
    package var words: Set<String> { frequent.withLock { $0.words } }

    func keepOnly(_ words: Set<String>) { frequent.withLock { $0.keepOnly(words) } }

    /// Looks a word up and keeps what is found, unless somebody saw a newer version of the index meanwhile.
    func learn(_ word: String, at version: Int, _ db: any Connection) throws {
        let known = try frequentWords(at: version, db), terms = [SearchTerm(word: word, forms: [word])]
        let found = FrequentWords.Outputs(whole: try db.searchNumbers(terms, inHead: false), head: try db.searchNumbers(terms, inHead: true))
        frequent.withLock { words in
            if words.isEmpty, known.version > words.version { words = known }
            if words.version == version { words.keep(found, of: word) }
        }
    }

    /// The shelf as it is in the transaction's view of the data, or newer.
    ///
    /// - Parameter version: of the index, in this transaction.
    func shelf(of section: Section.Code, at version: Int, _ db: any Connection) throws -> SearchShelf {
        let key = Key(section: section, waitsSince: try db.waitingSections()[section])
        var shelf = kept.withLock { $0.shelves[key] } ?? SearchShelf()
        guard version > shelf.version else { return shelf }
        try db.renew(&shelf, of: section, to: version)
        let renewed = shelf
        kept.withLock { kept in
            if let known = kept.shelves[key], known.version >= renewed.version { return }
            kept.shelves[key] = renewed
            kept.order.removeAll { $0 == key }
            kept.order.append(key)
            while kept.order.count > Self.most { kept.shelves[kept.order.removeFirst()] = nil }
        }
        return shelf
    }
}
