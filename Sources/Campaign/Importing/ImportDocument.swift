package import Documents
package import Storage

/// Makes a draft part of an action: finds the case and the output it belongs to, fills what was unknown, and keeps every disagreement as a finding.
package struct ImportDocument: Sendable {
    let database: any Database
    let world: World

    package init(database: any Database, world: World) {
        self.database = database
        self.world = world
    }

    /// How a document is taken in.
    package struct Terms: Sendable, Equatable {
        /// The section whose edition it is; nil to tell it by the document.
        package var section: Section.Code?
        /// Whether a named person accepts it for the public.
        package var isPublished = false
        /// Whether readings below the threshold are accepted too.
        package var acceptsUncertain = false
        /// Whether a document that is marked as internal, or for members, is for everybody all the same.
        package var isForEverybody = false
        /// An example that tells of nobody.
        package var isInvented = false

        package init() {}
    }

    /// One transaction. Importing the same bytes again changes nothing. Throws `ImportRefusal`, `ActionRefusal`.
    package func callAsFunction(_ reading: DraftReading, _ provenance: Provenance, _ terms: Terms) async throws -> ImportResult {
        let terms = try terms.checked(reading), now = world.now(), newID = world.newID
        return try await database.write { db in try db.accept(reading, provenance, terms, at: now, newID) }
    }
}

extension ImportDocument.Terms {
    /// Themselves, unless they forbid what was understood with little confidence and the reading has some of it.
    func checked(_ reading: DraftReading) throws(ImportRefusal) -> Self {
        guard isPublished && !acceptsUncertain else { return self }
        let uncertain = reading.findings.filter { $0.confidence < Finding.threshold }
        guard uncertain.isEmpty else { throw .uncertain(uncertain.map(\.field)) }
        return self
    }
}
