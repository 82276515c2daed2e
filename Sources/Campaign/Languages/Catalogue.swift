package import Documents
package import Foundation

/// All translations the program has, read once.
package struct Catalogue: Sendable {
    private let translations: [Language: Translations]
    private let english: Translations

    /// Reads every file of `Resources/Languages`. Throws when the English one is missing or a file is no valid JSON.
    package init() throws {
        try self.init(folder: Resources.folder.appending(path: "Languages"))
    }

    package init(folder: URL) throws {
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil).filter { $0.pathExtension == "json" }
        let words = try Dictionary(
            uniqueKeysWithValues: files.map { file in
                let language = Language(rawValue: file.deletingPathExtension().lastPathComponent)
                return (language, try JSONDecoder().decode([String: Translations.Wording].self, from: Data(contentsOf: file)))
            })
        guard let fallback = words["en"] else { throw NoEnglish(folder: folder.lastPathComponent) }
        translations = words.reduce(into: [:]) { $0[$1.key] = Translations(language: $1.key, words: $1.value, fallback: fallback) }
        english = Translations(language: "en", words: fallback, fallback: fallback)
    }

    /// The translations of `language`, else of its primary tag, else English.
    package subscript(language: Language) -> Translations {
        translations[language] ?? translations[Language(rawValue: language.primary)] ?? english
    }

    package var languages: [Language] {
        translations.keys.sorted { $0.rawValue < $1.rawValue }
    }

    package struct NoEnglish: Error {
        package let folder: String
    }
}
