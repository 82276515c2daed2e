package import Documents

/// Who is to be called what from now on.
package struct Renaming: Sendable, Equatable {
    /// The name as it stands with the case.
    package let subject: String
    package let to: String
    /// nil leaves them as they are; an empty text takes them away.
    package let pronouns: String?
    /// The name and its other forms, each with what stands in its place.
    package let names: [SoughtName]

    /// - Parameter also: other forms: inflected, shortened, misspelt; "Maria = Mario" where another word is to stand there than the new name.
    ///
    /// Throws `RenamingRefusal.noName`.
    package init(_ subject: String, to: String, pronouns: String? = nil, also: [String] = []) throws {
        guard let name = SoughtName(subject, to) else { throw RenamingRefusal.noName }
        self.subject = name.name
        self.to = name.replacement
        self.pronouns = pronouns?.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        names =
            [name]
            + (try also.filter { $0.contains { !$0.isWhitespace } }.map {
                guard let variant = SoughtName(variant: $0, else: name.replacement) else { throw RenamingRefusal.noName }
                return variant
            })
    }
}

/// Why nobody is called otherwise.
package enum RenamingRefusal: Refusal, Equatable {
    case noName
    case nobodyOfThatName(Reference)
    /// The case was changed after the places were looked at.
    case changedMeanwhile

    package var kind: RefusalKind {
        switch self {
        case .noName: .invalid
        case .nobodyOfThatName: .missing
        case .changedMeanwhile: .conflict
        }
    }

    package var message: Message {
        switch self {
        case .noName: Message("rename.refused.name")
        case .nobodyOfThatName(let reference): Message("rename.refused.nobody", ["reference": reference.printed(.slash)])
        case .changedMeanwhile: Message("rename.refused.changed")
        }
    }
}
