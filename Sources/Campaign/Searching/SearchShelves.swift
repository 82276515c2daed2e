import Storage
import Synchronization

/// The shelves of the sections that were searched of late, and what was found there by which words; a few at most.
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

    private let kept = Mutex(Kept())
    private let finds = Mutex(KnownFinds())

    package init() {}

    /// The outputs that have the words, as they are in the transaction's view of the data. Whoever narrows a search or turns its pages asks for
    /// the same again, and so do others.
    ///
    /// - Parameter version: of the index, in this transaction.
    func numbers(_ terms: [SearchTerm], inHead: Bool, at version: Int, _ db: any Connection) throws -> String {
        let words = KnownFinds.Words(forms: terms.map(\.forms), isInHead: inHead)
        if let known = finds.withLock({ $0.find(words, at: version) }) { return known }
        let numbers = try db.searchNumbers(terms, inHead: inHead)
        finds.withLock { $0.keep(numbers, of: words, at: version) }
        return numbers
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
