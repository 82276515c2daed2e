package import Documents

/// A language that nobody speaks, to see where a page breaks when words are long: English with accents and a third more letters.
///
///     "Write to {name}" → "[Wŕííţéé ţöö {name}]"
///
/// It is made from the English words, so it lacks none. No section offers it unless `amparo section languages` says so.
package enum PseudoLanguage {
    package static let tag: Language = "en-XA"

    static func words(from english: [String: Translations.Wording]) -> [String: Translations.Wording] {
        english.mapValues { wording in
            switch wording {
            case .text(let text): .text(said(text))
            case .plural(let forms): .plural(forms.mapValues(said))
            }
        }
    }

    /// The text with its places as they were. Brackets at both ends show what is cut off.
    static func said(_ text: String) -> String {
        var said = "[", isPlace = false
        for letter in text {
            if letter == "{" { isPlace = true }
            said += isPlace ? String(letter) : letters[letter] ?? String(letter)
            if letter == "}" { isPlace = false }
        }
        return said + "]"
    }

    private static let letters: [Character: String] = [
        "a": "àà", "e": "éé", "i": "íí", "o": "öö", "u": "ûû", "y": "ýý", "c": "ç", "d": "đ", "g": "ğ", "h": "ĥ", "k": "ķ", "l": "ļ", "n": "ñ",
        "r": "ŕ", "s": "š", "t": "ţ", "w": "ŵ", "z": "ž",
        "A": "Å", "E": "É", "I": "Î", "O": "Ö", "U": "Û", "Y": "Ý", "C": "Ç", "D": "Đ", "N": "Ñ", "R": "Ŕ", "S": "Š", "T": "Ţ", "W": "Ŵ",
    ]
}
