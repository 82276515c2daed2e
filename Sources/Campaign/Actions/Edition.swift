package import Documents

/// How one section publishes an output.
package struct Edition: Sendable, Equatable {
    package typealias ID = Campaign.ID<Edition>

    package let id: ID
    package let section: Section.Code
    package let addressees: [Addressee]
    package let words: [Language: EditionWords]
    /// Documents the section names, also in languages that have no text here.
    package let downloads: [Download]

    package func words(in languages: [Language]) -> (language: Language, words: EditionWords)? {
        let wanted = languages + [Language(rawValue: "en")] + words.keys.sorted { $0.rawValue < $1.rawValue }
        return wanted.lazy.compactMap { language in words[language].map { (language, $0) } }.first
    }
}

/// What one section tells its readers about an output, in one language.
package struct EditionWords: Sendable, Equatable {
    package let instructions: [String]
    package let postalNote: String?
    package let safetyNote: String?
}

/// A document a page names: its title, language, format and size as printed.
package struct Download: Sendable, Equatable {
    package let title: String
    package let language: Language?
    package let format: String?
    package let size: String?
}

extension Output {
    /// The edition readers of `section` see: its own, else the international one, else the first there is; but one that says whom
    /// to write to before one that says nobody.
    package func edition(for section: Section.Code) -> Edition? {
        let own = editions.filter { $0.section == section }, shared = editions.filter { $0.section == .international }
        let ordered = own + shared + editions
        return ordered.first { !$0.addressees.isEmpty } ?? ordered.first
    }
}

extension Action {
    /// Whether `section` shows this action: the international section shows all, others what they or it have an edition of.
    package func isShown(by section: Section.Code) -> Bool {
        section == .international || outputs.contains { $0.editions.contains { [section, .international].contains($0.section) } }
    }
}
