package import Documents
import Foundation

/// What one says on the telephone around the request itself, per language (`Calling.json`).
package struct CallPhrases: Sendable {
    struct Phrases: Decodable, Sendable {
        let opening: String
        /// For a caller who gives no name or no town.
        let openingBare: String
        let about: String
        let plea: String
        let thanks: String

        enum CodingKeys: String, CodingKey {
            case opening, about, plea, thanks
            case openingBare = "opening_bare"
        }
    }

    private let phrases: [Language: Phrases]

    package init() throws {
        let data = try Data(contentsOf: Resources.folder.appending(path: "Calling.json"))
        let phrases = try JSONDecoder().decode([String: Phrases].self, from: data)
        self.phrases = Dictionary(uniqueKeysWithValues: phrases.map { (Language(rawValue: $0.key), $0.value) })
    }

    subscript(language: Language) -> Phrases? { phrases[language] ?? phrases[Language(rawValue: language.primary)] }

    package var languages: Set<Language> { Set(phrases.keys) }
}
