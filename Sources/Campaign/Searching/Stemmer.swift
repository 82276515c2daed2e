import CStemmer
import Documents
import Foundation

/// Takes the endings off words of one language, by the rules of Snowball.
final class Stemmer {
    /// Every language whose endings are known, and the name by which Snowball has its rules.
    static let names = [
        "ar": "arabic", "ca": "catalan", "da": "danish", "de": "german", "el": "greek", "en": "english", "es": "spanish", "eu": "basque",
        "fi": "finnish", "fr": "french", "ga": "irish", "hi": "hindi", "hu": "hungarian", "id": "indonesian", "it": "italian", "lt": "lithuanian",
        "nb": "norwegian", "ne": "nepali", "nl": "dutch", "nn": "norwegian", "no": "norwegian", "pt": "portuguese", "ro": "romanian",
        "ru": "russian", "sr": "serbian", "sv": "swedish", "ta": "tamil", "tr": "turkish", "yi": "yiddish",
    ]

    /// Languages whose rules leave the beginning of a word as it is; Arabic, Indonesian and Irish take from there too.
    static let leavesBeginnings: Set = ["de", "en", "es", "fr", "it", "pt"]

    private let rules: OpaquePointer

    /// nil for a language whose endings nobody wrote down: its words are found as they are.
    init?(_ language: Language) {
        guard let name = Self.names[language.primary], let rules = sb_stemmer_new(name, "UTF_8") else { return nil }
        self.rules = rules
    }

    deinit { sb_stemmer_delete(rules) }

    /// - Parameter word: in small letters.
    func stem(_ word: String) -> String {
        let letters = Array(word.utf8)
        guard let stem = sb_stemmer_stem(rules, letters, CInt(letters.count)) else { return word }
        return String(decoding: UnsafeBufferPointer(start: stem, count: Int(sb_stemmer_length(rules))), as: UTF8.self)
    }
}
