package import Documents
package import Foundation

/// All translations the program has, read once.
package struct Catalogue: Sendable {
    private let translations: [Language: Translations]
    private let english: Translations
    private let pseudo: Late<Translations>
    /// The languages that pages, mails and documents can be in.
    package let languages: [Language]
    /// Those of them that the desk can be in, too: the ones that lack no word for staff.
    package let deskLanguages: [Language]

    /// Where the program's own files of words are.
    package static var folder: URL { Resources.folder.appending(path: "Languages") }

    /// The words that the program ships with, read once for the whole process. Throws as ``init()`` does.
    package static func shipped() throws -> Catalogue { try read.get() }

    private static let read = Result { try Catalogue() }

    /// Reads every file of `Resources/Languages`. Throws when the English one is missing or a file is no valid JSON.
    package init() throws {
        try self.init(folder: Self.folder)
    }

    package init(folder: URL) throws {
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil).filter { $0.pathExtension == "json" }
        let words = try Dictionary(
            uniqueKeysWithValues: files.map { file in
                let language = Language(rawValue: file.deletingPathExtension().lastPathComponent)
                return (language, try JSONDecoder().decode([String: Translations.Wording].self, from: Data(contentsOf: file)))
            })
        guard let fallback = words["en"] else { throw NoEnglish(folder: folder.lastPathComponent) }
        languages = words.keys.sorted { $0.rawValue < $1.rawValue }
        let staff = fallback.keys.filter(Translations.isForStaff)
        deskLanguages = languages.filter { language in staff.allSatisfy { words[language]?[$0] != nil } }
        english = Translations(language: "en", words: fallback, fallback: fallback)
        pseudo = Late { Translations(language: PseudoLanguage.tag, words: PseudoLanguage.words(from: fallback), fallback: fallback) }
        var translations = ["en": english] as [Language: Translations]
        for (language, own) in words where language != "en" {
            // thousands of keys, of which all languages have the same: one text each is kept
            let shared = own.map { entry in (fallback.index(forKey: entry.key).map { fallback[$0].key } ?? entry.key, entry.value) }
            translations[language] = Translations(language: language, words: Dictionary(uniqueKeysWithValues: shared), fallback: fallback)
        }
        self.translations = translations
    }

    /// The translations of `language`, else of the nearest shorter tag, else English.
    package subscript(language: Language) -> Translations {
        if language == PseudoLanguage.tag { return pseudo.value }
        return translations[language] ?? language.likely.fromLongToShort.lazy.compactMap { translations[$0] }.first ?? english
    }

    package struct NoEnglish: Error {
        package let folder: String
    }
}
