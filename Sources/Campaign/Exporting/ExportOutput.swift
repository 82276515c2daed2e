package import Documents
package import Storage

/// Says one output in one language, whole: with what has no language too, and with its letters in every language.
package struct ExportOutput: Sendable {
    let database: any Database

    package init(database: any Database) {
        self.database = database
    }

    /// The latest output unless `ordinal` says another; in English, else its first language, unless `language` says another.
    ///
    /// Throws `ActionRefusal`: an action that was taken down says nothing.
    package func callAsFunction(_ reference: Reference, ordinal: Int? = nil, language: Language? = nil) async throws -> ExportedOutput {
        let outputs = try await ExportAction(database: database)(reference).map { document in
            guard case .output(let output) = document else { throw ActionRefusal.withdrawn }
            return output
        }
        guard let wanted = ordinal ?? outputs.last?.ordinal else { throw ActionRefusal.unknownReference(reference.printed()) }
        let versions = outputs.filter { $0.ordinal == wanted }
        guard let first = versions.first else { throw ActionRefusal.unknownOutput(reference, wanted) }
        guard var chosen = versions.first(where: { $0.language == language ?? "en" }) ?? (language == nil ? first : nil) else {
            throw ActionRefusal.unknownLanguage(reference, wanted, versions.compactMap(\.language))
        }
        chosen.socialPosts = first.socialPosts
        chosen.editions = first.editions
        return ExportedOutput(chosen: chosen, versions: versions)
    }
}

/// An output in the language somebody chose, beside all the languages it has.
package struct ExportedOutput: Sendable, Equatable {
    package let chosen: NativeOutput
    package let versions: [NativeOutput]
}
