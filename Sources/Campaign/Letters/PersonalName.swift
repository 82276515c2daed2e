import Foundation

/// The words of a name by which a greeting can mean this person and no other.
struct PersonalName {
    private let words: Set<String>

    /// Particles ("de", "von") and ranks are nobody's own.
    init(_ name: String) {
        let own = Self.words(of: name).filter { $0.count > 1 && $0.first?.isLowercase == false }
        words = Set(own.map(Self.folded)).subtracting(Self.ranks)
    }

    /// Whether a whole word of the name stands in the greeting, in any case and with or without accents.
    func isNamed(in greeting: String) -> Bool {
        !words.isDisjoint(with: Self.words(of: greeting).map(Self.folded))
    }

    private static let ranks: Set<String> = [
        "mr", "mrs", "ms", "dr", "prof", "sir", "lord", "general", "colonel", "major", "captain", "brigadier", "admiral", "judge", "justice",
        "president", "minister", "ministro", "ministra", "ministre", "senor", "senora", "sr", "sra", "don", "dona", "monsieur", "madame", "herr",
        "frau", "excellency", "excelencia", "excellence", "exzellenz", "his", "her", "your", "sheikh", "imam", "coronel",
    ]

    private static func words(of text: String) -> [String] {
        text.split { !$0.isLetter && $0 != "-" && $0 != "'" && $0 != "’" }.map(String.init)
    }

    private static func folded(_ word: String) -> String {
        word.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
    }
}
