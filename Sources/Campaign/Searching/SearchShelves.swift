import Storage
import Synchronization

/// The shelves of the sections that were searched of late, a few at most.
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

    package init() {}

    /// The shelf as it is in the transaction's view of the data.
    func shelf(of section: Section.Code, _ db: any Connection) throws -> SearchShelf {
        let key = Key(section: section, waitsSince: try db.waitingSections()[section])
        var shelf = kept.withLock { $0.shelves[key] } ?? SearchShelf()
        let version = try db.searchVersion()
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
