import Documents

/// Words that lose their vowel before a number that begins with one. Which number comes, no translator knows: in Italian a day is "il 7 marzo"
/// and "l’8 marzo". What was written for a case is left as it is; only where our words meet a value are they fitted to it.
struct Elision {
    /// "il" and what is made with it, as it stands before eight and eleven.
    private static let italian = ["il": "l’", "al": "all’", "dal": "dall’", "del": "dell’", "nel": "nell’", "sul": "sull’"]

    /// Fits the end of the words to the value that comes next.
    static func fit(_ words: inout String, to value: String, in language: Language) {
        guard language.primary == "it", ["8", "11"].contains(value.prefix { $0 != " " }) else { return }
        let word = String(words.dropLast().reversed().prefix(while: \.isLetter).reversed())
        guard words.last == " ", let short = italian[word.lowercased()] else { return }
        words = words.dropLast(word.count + 1) + (word.first?.isUppercase == true ? short.prefix(1).uppercased() + short.dropFirst() : short)
    }
}
