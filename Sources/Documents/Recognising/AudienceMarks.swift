import Foundation

/// The marks by which a document says that it is not for everybody: "INTERNAL (for AI members only)", "AI Index: AMR 46/05/92 internal",
/// "Not for external publication", in the languages that documents come in.
package enum AudienceMarks {
    /// Said anywhere on a short line.
    private static let phrases: [(String, audience: String)] = [
        ("for ai members only", "members"), ("for members only", "members"), ("members only", "members"), ("para miembros", "members"),
        ("reserve aux membres", "members"), ("nur fur mitglieder", "members"), ("solo per i soci", "members"), ("alleen voor leden", "members"),
        ("so para membros", "members"), ("somente para membros", "members"), ("للأعضاء فقط", "members"),
        ("not for external publication", "internal"), ("not for publication", "internal"), ("not for public distribution", "internal"),
        ("not for external distribution", "internal"), ("internal document", "internal"), ("for internal use", "internal"),
        ("documento interno", "internal"), ("para uso interno", "internal"), ("uso interno", "internal"), ("no destinado a publicacion", "internal"),
        ("no publicar", "internal"), ("document interne", "internal"), ("usage interne", "internal"), ("ne pas publier", "internal"),
        ("ne pas diffuser", "internal"), ("diffusion interne", "internal"), ("internes dokument", "internal"), ("nur intern", "internal"),
        ("zum internen gebrauch", "internal"), ("nicht zur veroffentlichung", "internal"), ("nicht zur externen veroffentlichung", "internal"),
        ("nicht fur die offentlichkeit", "internal"), ("niet voor publicatie", "internal"), ("non per pubblicazione", "internal"),
        ("nao publicar", "internal"), ("للاستخدام الداخلي", "internal"), ("ليس للنشر", "internal"),
    ]
    /// Alone, in front of a bracket, or on the line of the index code.
    private static let words: Set<String> = ["internal", "interno", "interna", "interne", "intern", "داخلي"]
    /// The letters of the longest line that can be a mark.
    private static let longest = 120
    /// A mark stands at the head of a document or at its foot.
    private static let depth = 12

    /// "internal" or "members"; nil for a line that says nothing of it.
    package static func audience(of line: String) -> String? {
        guard line.count <= longest else { return nil }
        let folded = line.folding(options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
        let tokens = words(of: folded)
        if let place = tokens.indices.compactMap({ phrase(in: tokens[$0...]) }).min() { return phrases[place].audience }
        guard let place = tokens.firstIndex(where: words.contains) else { return nil }
        let isAlone = tokens.count == 1, isBeforeBracket = folded.contains("\(tokens[place]) (") && place == 0
        let isByIndex = tokens.contains("index") || tokens.contains("indice") || tokens.contains("distr")
        return isAlone || isBeforeBracket || isByIndex ? "internal" : nil
    }

    private static func words(of folded: String) -> [String] { folded.split { !$0.isLetter && !$0.isNumber }.map(String.init) }

    /// The phrases by their first word, each with its place in `phrases`.
    private static let byFirstWord: [String: [(words: [String], place: Int)]] = {
        let all = phrases.enumerated().map { place, phrase in
            (words: words(of: phrase.0.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)), place: place)
        }
        return Dictionary(grouping: all) { $0.words.first ?? "" }
    }()

    /// The place of the first phrase with which these words begin.
    private static func phrase(in words: ArraySlice<String>) -> Int? {
        words.first.flatMap { byFirstWord[$0] }?.first { words.starts(with: $0.words) }?.place
    }

    /// The finding for a document that bears such a mark at its head or foot. It is uncertain by intention: a person decides.
    static func finding(in lines: [TextLine]) -> Finding? {
        let said = lines.filter { !$0.isBlank }
        let places = said.count <= 2 * depth ? said : Array(said.prefix(depth) + said.suffix(depth))
        for line in places {
            if let audience = audience(of: line.text) { return finding(audience, line: line.number) }
        }
        return nil
    }

    package static func finding(_ audience: String, line: Int?) -> Finding {
        Finding(
            field: "audience", value: audience, line: line, confidence: 0.3,
            note: FindingNote(.audience))
    }
}
