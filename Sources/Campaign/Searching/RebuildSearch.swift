import Documents
package import Storage

/// Makes the search index anew from what the actions say.
package struct RebuildSearch: Sendable {
    /// So many actions in one transaction.
    private static let batch = 200

    let database: any Database

    package init(database: any Database) {
        self.database = database
    }

    /// Returns how many outputs are in the index afterwards. A search that runs meanwhile finds what is in already.
    @discardableResult
    package func callAsFunction(progress: @Sendable (Int) -> Void = { _ in }) async throws -> Int {
        try await database.write { db in try db.clearSearch() }
        return try await fill(progress: progress)
    }

    /// Puts in what is not: everything after a migration, nothing otherwise.
    package func fill(progress: @Sendable (Int) -> Void = { _ in }) async throws -> Int {
        var last = Action.ID(""), done = 0
        while true {
            let after = last
            let actions = try await database.write { db in
                let actions = try db.actionsOutsideSearch(after: after, limit: Self.batch)
                if !actions.isEmpty { try db.settleSearch(of: actions) }
                return actions
            }
            guard let end = actions.last else { return try await database.read { db in try db.countSearchEntries() } }
            last = end
            done += actions.count
            progress(done)
        }
    }
}

/// Compares the search index with what the actions say.
package struct VerifySearch: Sendable {
    private static let batch = 500

    let database: any Database

    package init(database: any Database) {
        self.database = database
    }

    /// Sentences for people; none when everything is found by what it says, and nothing by what it does not say.
    package func callAsFunction() async throws -> [String] {
        try await database.read { db in
            let words = try db.keptWords(), names = try db.keptNames(), entries = try db.keptEntries()
            var forms: [Language: WordForms] = [:], wrong = 0, missing = 0, seen: Set<Int> = [], last = Action.ID("")
            var misspelled = 0, named: Set<Action.ID> = []
            while case let actions = try db.allActions(after: last, limit: Self.batch), let end = actions.last {
                var people: [Action.ID: Set<String>] = [:]
                for (output, action, source) in try db.searchSources(of: actions) {
                    people[action] = Set(source.names.flatMap(SpelledName.all).map(\.word))
                    guard let entry = entries[output], let kept = words[entry] else { missing += 1; continue }
                    seen.insert(entry)
                    if kept != source.document(&forms) { wrong += 1 }
                }
                misspelled += people.count { $0.value != names[$0.key] ?? [] }
                named.formUnion(people.keys)
                last = end
            }
            misspelled += names.keys.count { !named.contains($0) } + (try db.countLooseSpellings())
            let surplus = words.keys.count { !seen.contains($0) }
            return [
                missing == 0 ? nil : "\(missing) outputs are not in the search index",
                wrong == 0 ? nil : "\(wrong) outputs are found by other words than they say",
                surplus == 0 ? nil : "\(surplus) entries of the search index belong to no output that is there",
                misspelled == 0 ? nil : "the names of \(misspelled) actions are not what the search index has",
            ].compactMap { $0 }.map { $0 + "; run: amparo search rebuild" }
        }
    }
}
