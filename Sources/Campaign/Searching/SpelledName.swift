import Foundation

/// A word of a name, and what tells that another is nearly the same: the threes of its letters, and how its consonants sound however it was
/// brought into our letters.
struct SpelledName: Hashable, Sendable {
    /// In plain letters.
    let word: String

    /// nil for what is too short to be told from others.
    init?(_ word: Substring) {
        let plain = WordForms.plain(String(word).lowercased())
        guard (2...40).contains(plain.unicodeScalars.count), plain.unicodeScalars.contains(where: { $0.properties.isAlphabetic }) else { return nil }
        self.word = plain
    }

    static func all(in name: String) -> Set<SpelledName> { Set(SoughtWords(name).compactMap(SpelledName.init)) }

    /// Three letters each, the ends marked: " ro", "ros", "osa", "sa ".
    var trigrams: Set<String> {
        let letters = [" "] + word.map(String.init) + [" "]
        guard letters.count > 3 else { return [letters.joined()] }
        return Set((0..<(letters.count - 2)).map { letters[$0..<($0 + 3)].joined() })
    }

    /// The consonants as they sound: "mhmd" for Muhammad, Mohamed and محمد. Empty where nothing is left.
    var sound: String {
        var sounds: [Character] = [], previous: Character?
        for sound in Self.latin(word).flatMap(\.self) where sound != previous {
            sounds.append(sound)
            previous = sound
        }
        return String(sounds)
    }

    /// How many letters must change for one word to be the other; two neighbours that changed places are one.
    func distance(to other: SpelledName) -> Int {
        let one = Array(word.unicodeScalars), two = Array(other.word.unicodeScalars)
        var rows = [Array(0...two.count)]
        for row in 1...one.count {
            var line = [row]
            for column in 1...two.count {
                let change = rows[row - 1][column - 1] + (one[row - 1] == two[column - 1] ? 0 : 1)
                var least = min(change, rows[row - 1][column] + 1, line[column - 1] + 1)
                if row > 1, column > 1, one[row - 1] == two[column - 2], one[row - 2] == two[column - 1] {
                    least = min(least, rows[row - 2][column - 2] + 1)
                }
                line.append(least)
            }
            rows.append(line)
        }
        return rows[one.count][two.count]
    }

    /// Whether somebody may have meant the other: one letter wrong in a short word, two in a longer one, or the same sound in other letters.
    func mayMean(_ other: SpelledName) -> Bool {
        let length = max(word.count, other.word.count), apart = distance(to: other)
        if apart <= (length < 4 ? 0 : length < 6 ? 1 : 2) { return true }
        return sound == other.sound && (sound.count >= 3 || sound.count == 2 && apart <= 3)
    }
}

extension SpelledName {
    /// A word sign by sign as consonants; vowels, and what is written for them, are none.
    private static func latin(_ word: String) -> [[Character]] {
        let letters = Array(word)
        return letters.indices.map { index in
            let letter = letters[index], next = index + 1 < letters.count ? letters[index + 1] : nil, before = index > 0 ? letters[index - 1] : nil
            switch letter {
            case "a", "e", "i", "o", "u", "y", "j", "w": return []
            case "h": return before.map { "sckgdtpzr".contains($0) } == true ? [] : ["h"]
            case "p" where next == "h": return ["f"]
            case "c": return next == "h" || next == "e" || next == "i" ? ["s"] : ["k"]
            case "q", "g": return ["k"]
            case "k" where next == "h": return ["h"]
            case "x": return ["h"]
            case "v": return ["f"]
            case "b", "d", "f", "k", "l", "m", "n", "p", "r", "s", "t": return [letter]
            case "z": return ["s"]
            default: return (otherScripts[letter] ?? "").map(\.self)
            }
        }
    }

    /// Arabic and Cyrillic consonants by the ones above.
    private static let otherScripts: [Character: String] = [
        "ب": "b", "ت": "t", "ث": "t", "ج": "k", "ح": "h", "خ": "h", "د": "d", "ذ": "d", "ر": "r", "ز": "s", "س": "s", "ش": "s", "ص": "s", "ض": "d",
        "ط": "t", "ظ": "s", "غ": "k", "ف": "f", "ق": "k", "ك": "k", "ل": "l", "م": "m", "ن": "n", "ه": "h", "پ": "p", "چ": "s", "ژ": "s", "گ": "k",
        "б": "b", "в": "f", "г": "k", "ґ": "k", "д": "d", "ж": "s", "з": "s", "к": "k", "л": "l", "м": "m", "н": "n", "п": "p", "р": "r", "с": "s",
        "т": "t", "ф": "f", "х": "h", "ц": "ts", "ч": "s", "ш": "s", "щ": "s",
    ]
}
