package import Documents
package import Storage

/// Makes many drafts part of their actions in one transaction, so that the disk is asked to keep them once and not once each.
package struct ImportDocuments: Sendable {
    let database: any Database
    let world: World

    package init(database: any Database, world: World) {
        self.database = database
        self.world = world
    }

    package struct Document: Sendable {
        package let reading: DraftReading
        package let provenance: Provenance

        package init(_ reading: DraftReading, _ provenance: Provenance) {
            self.reading = reading
            self.provenance = provenance
        }
    }

    /// What became of one document of many.
    package enum Answer: Sendable {
        case taken(ImportResult)
        case refused(any Refusal)
    }

    /// Each document's own answer, in order. One that is refused leaves nothing and harms none of the others; a fault leaves nothing of any.
    package func callAsFunction(_ documents: [Document], _ terms: ImportDocument.Terms) async throws -> [Answer] {
        guard !documents.isEmpty else { return [] }
        let now = world.now(), newID = world.newID
        return try await database.write { db in
            try documents.map { document in
                do {
                    let terms = try terms.checked(document.reading)
                    return .taken(try db.savepoint { try db.accept(document.reading, document.provenance, terms, at: now, newID) })
                } catch let refusal as any Refusal {
                    return .refused(refusal)
                } catch let failure as StorageFailure where failure.isOfTheWords {
                    return .refused(ImportRefusal.unstorable)
                }
            }
        }
    }

    /// What an earlier import of the bytes with this SHA-256 led to; nil when there was none.
    package func known(_ sha256: String) async throws -> ImportResult.Imported? {
        try await database.read { db in try db.imported(sha256) }
    }
}

extension Connection {
    /// Part of somebody's transaction.
    func accept(
        _ reading: DraftReading, _ provenance: Provenance, _ terms: ImportDocument.Terms, at now: Instant, _ newID: @escaping @Sendable () -> String
    ) throws -> ImportResult {
        guard let draft = reading.draft else { throw ImportRefusal.noReference }
        var acceptance = Acceptance(db: self, draft: draft, provenance: provenance, terms: terms, now: now, newID: newID)
        return try acceptance(findings: reading.findings)
    }
}

extension StorageFailure {
    /// Whether one document's values were refused, and not the work as a whole. SQLSTATE class 22 is PostgreSQL's "data exception".
    fileprivate var isOfTheWords: Bool {
        switch self {
        case .check, .notNull: true
        case .other(let code, _): code.count == 5 && code.hasPrefix("22")
        case .unique, .foreignKey, .busy, .diskFull, .readOnly, .unreachable: false
        }
    }
}
