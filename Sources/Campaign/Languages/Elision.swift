import Documents

/// Words that lose their vowel before a number that begins with one. Which number it is, no translator knows: in Italian a day is
/// "il 7 marzo" and "l’8 marzo".
struct Elision {
    /// "il" and what is made with it, as it stands before eight and eleven.
    private static let italian = ["il": "l’", "al": "all’", "dal": "dall’", "del": "dell’", "nel": "nell’", "sul": "sull’"]
    private static let numbers: Set<Substring> = ["8", "11"]

    /// The text as it is written in the language.
    static func applied(to text: String, in language: Language) -> String {
        guard language.primary == "it", text.contains(" 8 ") || text.contains(" 11 ") else { return text }
        var written = "", pieces = text.split(separator: " ", omittingEmptySubsequences: false)[...]
        while let piece = pieces.popFirst() {
            if let next = pieces.first, numbers.contains(next), let short = shortened(piece) {
                written += short
            } else {
                written += pieces.isEmpty ? String(piece) : piece + " "
            }
        }
        return written
    }

    private static func shortened(_ word: Substring) -> String? {
        guard let short = italian[word.lowercased()] else { return nil }
        return word.first?.isUppercase == true ? short.prefix(1).uppercased() + short.dropFirst() : short
    }
}
