package import Campaign
package import Documents
package import Storage

extension Store {
    /// Takes a draft in, published unless the test says otherwise. The bytes it stands for are those of its content, unless they get a name.
    @discardableResult
    package func take(
        _ draft: ActionDraft, in section: Section.Code? = .international, published: Bool = true, accepting: Bool = false,
        bytes: String? = nil, findings: [Finding] = []
    ) async throws -> ImportResult {
        var terms = ImportDocument.Terms()
        terms.section = section
        terms.isPublished = published
        terms.acceptsUncertain = accepting
        let reading = DraftReading(file: "case.txt", draft: draft, findings: findings)
        let fingerprint = Digest.sha256(bytes ?? "\(draft) \(section?.rawValue ?? "")")
        return try await ImportDocument(database: database, world: world)(
            reading, Provenance(sha256: fingerprint, name: "case.txt", by: "Ivo"), terms)
    }

    /// What readers see of a case.
    package func action(_ reference: Reference = .wanjiru) async throws -> Action {
        try await database.read { try $0.publicAction(reference) }
    }

    package func tally(_ reference: Reference = .wanjiru) async throws -> Tally {
        try await database.read { db in try db.tally(of: db.publicAction(reference).id) }
    }

    /// Runs statements as nobody should: behind the back of the program.
    package func tamper(_ statement: SQL) async throws {
        _ = try await database.write { try $0.execute(statement) }
    }
}

extension Reference {
    /// UA 77/21, the invented case in Kenya.
    package static let wanjiru = Reference(series: .UA, serial: 77, year: 2021)

    /// UA 12/21, the invented case in Nepal, or another of them.
    package static func bishnu(_ serial: Int = 12) -> Reference {
        Reference(series: .UA, serial: serial, year: 2021)
    }
}

extension Section.Code {
    package static let swiss = Section.Code(rawValue: "ch")
    package static let american = Section.Code(rawValue: "us")
}

extension ImportResult {
    /// What was said of it, whether it was new or known.
    package var imported: Imported {
        switch self {
        case .added(let imported), .known(let imported): imported
        }
    }
}
