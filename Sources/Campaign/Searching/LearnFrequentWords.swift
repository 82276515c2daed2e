package import Storage

/// Looks up the words that stand in very many outputs before anybody asks for them.
package struct LearnFrequentWords: Sendable {
    /// So many outputs, spread over the archive, show what its frequent words are.
    static let sample = 1_000
    /// Where there are fewer outputs than so many, every word is found at once.
    package static let least = 2_000

    let database: any Database
    let shelves: SearchShelves
    /// How many outputs there have to be for this to be worth it.
    let least: Int

    package init(database: any Database, shelves: SearchShelves, least: Int = Self.least) {
        self.database = database
        self.shelves = shelves
        self.least = least
    }

    /// Learns the words that are frequent now and not known yet, and forgets those that are frequent no more. Each word is looked up by itself, so
    /// that nothing else waits for long. Ends early when it is cancelled.
    ///
    /// - Returns: how many words are frequent. Fewer are known afterwards where the index changed meanwhile.
    @discardableResult
    package func callAsFunction() async throws -> Int {
        let (wanted, shelves) = (try await database.readAnywhere { db in try frequent(db) }, shelves)
        shelves.keepOnly(wanted)
        for word in wanted.subtracting(shelves.words).sorted() where !Task.isCancelled {
            try await database.readAnywhere { db in try shelves.learn(word, at: db.searchVersion(), db) }
        }
        return wanted.count
    }

    private func frequent(_ db: any Connection) throws -> Set<String> {
        let size = try db.countSearchEntries()
        guard size >= least else { return [] }
        return FrequentWords.chosen(from: try db.keptWords(ofEvery: max(1, size / Self.sample)).values, numberedTo: try db.lastSearchNumber())
    }
}
