package import Documents

/// Where an imported fact comes from: the document's fingerprint, never its words.
package struct Provenance: Sendable, Equatable {
    /// SHA-256 of the document's bytes.
    package let sha256: String
    /// The base name of the file.
    package let name: String
    /// Who accepted it.
    package let by: String

    package init(sha256: String, name: String, by: String) {
        self.sha256 = sha256
        self.name = name
        self.by = by
    }
}

/// What became of an imported document.
package enum ImportResult: Sendable, Equatable {
    case added(Imported)
    /// The same bytes were imported before; nothing changed.
    case known(Imported)

    package struct Imported: Sendable, Equatable {
        package let reference: Reference
        package let ordinal: Int
        package let section: Section.Code
        package let isPublished: Bool
        /// What the editor should look at: uncertain readings, and where this document disagrees with what was known.
        package let findings: [Finding]
    }
}
