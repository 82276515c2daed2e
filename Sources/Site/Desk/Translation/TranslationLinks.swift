import Campaign
import Documents

/// The addresses of a translation.
enum TranslationLinks {
    static func translation(_ reference: Reference, _ ordinal: Int, _ language: Language) -> String {
        "\(DeskLinks.action(reference))/outputs/\(ordinal)/translation/\(language.rawValue)"
    }

    static func translation(_ place: TranslationPlace) -> String { translation(place.reference, place.ordinal, place.language) }
    static func check(_ place: TranslationPlace) -> String { translation(place) + "/check" }
    static func file(_ place: TranslationPlace) -> String { translation(place) + "/xliff" }
    static func file(_ place: TranslationPlace, _ version: TranslationFile.Version) -> String { "\(file(place))?version=\(version.rawValue)" }
}
