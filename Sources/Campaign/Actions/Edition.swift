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

    package init(instructions: [String], postalNote: String?, safetyNote: String?) {
        self.instructions = instructions
        self.postalNote = postalNote
        self.safetyNote = safetyNote
    }
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
    ///
    /// What a section adopted as it is, it shows as the international section says it. One of its own that has only copies or words is completed
    /// by the international one.
    package func edition(for section: Section.Code) -> Edition? {
        let shared = editions.first { $0.section == .international }
        let own = adoption(of: section)?.state == .adopted ? nil : editions.first { $0.section == section }
        let ordered = [own, shared].compactMap { $0 } + editions
        guard let own, let shared, own.section != shared.section, !own.addressees.contains(where: { $0.role == .target }) else {
            return ordered.first { !$0.addressees.isEmpty } ?? ordered.first
        }
        return own.completed(by: shared)
    }
}

extension Edition {
    /// Whom the other one says to write to, with copies and words of this one where it has some. Copies that are theirs stay theirs.
    fileprivate func completed(by other: Edition) -> Edition {
        let copies = addressees.isEmpty ? other.addressees.filter { $0.role == .copy } : addressees
        return Edition(
            id: id, section: addressees.isEmpty ? other.section : section,
            addressees: other.addressees.filter { $0.role == .target } + copies,
            words: words.merging(other.words) { own, theirs in own.completed(by: theirs) },
            downloads: downloads.isEmpty ? other.downloads : downloads)
    }
}
