import Documents
import Foundation

/// Whether letters at a place of a text are a word of their own, and what is written there in place of a name.
struct WordPlace {
    /// How a name stands at a place.
    struct Fit {
        let isSure: Bool
        /// Where it ends, with a German "s" that belongs to it.
        let end: Int
        let hasGenitive: Bool
        /// Where the elided "d'" or "qu'" before it begins.
        let elision: Int?
    }

    /// Languages that add an "s" to a name without an apostrophe.
    private static let genitive: Set<String> = ["de", "nl", "sv", "da", "nb", "nn", "no"]

    let folded: FoldedSigns
    let language: Language?

    init(_ folded: FoldedSigns, _ language: Language?) {
        self.folded = folded
        self.language = language
    }

    /// nil where the letters are part of another word.
    func fit(_ place: Range<Int>, _ pattern: NamePattern) -> Fit? {
        guard folded.signs[place.lowerBound].scalar.isOfWord else { return nil }
        if pattern.isCompact { return isInTag(place.lowerBound) ? tagFit(place) : nil }
        guard !isInTag(place.lowerBound), begins(place.lowerBound) else { return nil }
        let hasGenitive = isGenitive(place.upperBound)
        guard hasGenitive || ends(place.upperBound) else { return nil }
        let end = hasGenitive ? place.upperBound + 1 : place.upperBound
        let isJoined = isHyphen(before: place.lowerBound) || isHyphen(after: end)
        return Fit(
            isSure: pattern.hasSeveralWords || (!isJoined && isWrittenAsName(place, pattern)), end: end, hasGenitive: hasGenitive,
            elision: elision(before: place.lowerBound))
    }

    /// The letters as they are.
    func kept(_ place: Range<Int>) -> NameHit {
        let range = folded.signs[place.lowerBound].place.lowerBound..<folded.signs[place.upperBound - 1].place.upperBound
        return NameHit(range: range, found: String(folded.text[range]), replacement: String(folded.text[range]), isSure: true)
    }

    func hit(_ place: Range<Int>, _ pattern: NamePattern, _ fit: Fit) -> NameHit {
        let first = folded.signs[place.lowerBound].place.lowerBound, last = folded.signs[place.upperBound - 1].place.upperBound
        let found = String(folded.text[first..<last])
        var words = dressed(pattern.replacement, like: found, at: first)
        if fit.hasGenitive { words += genitive(after: words) }
        let end = fit.hasGenitive ? folded.signs[fit.end - 1].place.upperBound : last
        guard let elision = fit.elision, let letter = words.first, !Self.elides(letter) else {
            return NameHit(range: first..<end, found: found, replacement: words, isSure: fit.isSure)
        }
        let start = folded.signs[elision].place.lowerBound
        let particle = String(folded.text[start..<folded.signs[place.lowerBound - 1].place.lowerBound])
        return NameHit(range: start..<end, found: found, replacement: "\(particle)e \(words)", isSure: fit.isSure)
    }
}

extension WordPlace {
    private func scalar(_ index: Int) -> Unicode.Scalar? { folded.signs.indices.contains(index) ? folded.signs[index].scalar : nil }

    private func begins(_ index: Int) -> Bool {
        guard let before = scalar(index - 1), before.isOfWord, let first = scalar(index) else { return true }
        if first.isUnbroken { return true }
        // one letter of the base character cannot be split off: "é" folded is "e", and what stands before is another character
        if folded.signs[index].place == folded.signs[index - 1].place { return false }
        guard Self.isSemitic(first) else { return false }
        var start = index
        while let letter = scalar(start - 1), letter.isOfWord { start -= 1 }
        return index - start <= 3 && (start..<index).allSatisfy { scalar($0)?.isProclitic == true }
    }

    private func ends(_ index: Int) -> Bool {
        guard let after = scalar(index), after.isOfWord, let last = scalar(index - 1) else { return true }
        return last.isUnbroken || last.isHangul
    }

    private func isGenitive(_ index: Int) -> Bool {
        guard scalar(index) == "s", ends(index + 1), scalar(index - 1) != "s" else { return false }
        return language.map { Self.genitive.contains($0.primary) } ?? true
    }

    private func genitive(after words: String) -> String {
        guard let last = words.last, last.isLetter else { return "" }
        return "sßxz".contains(last.lowercased()) ? "’" : "s"
    }

    private func isHyphen(before index: Int) -> Bool { scalar(index - 1) == "-" && scalar(index - 2)?.isOfWord == true }
    private func isHyphen(after index: Int) -> Bool { scalar(index) == "-" && scalar(index + 1)?.isOfWord == true }

    /// Where a French "d'" or "qu'" begins that stands before a name.
    private func elision(before index: Int) -> Int? {
        guard language?.primary == "fr", scalar(index - 1) == "'" else { return nil }
        if scalar(index - 2) == "u", scalar(index - 3) == "q", scalar(index - 4)?.isOfWord != true { return index - 3 }
        return scalar(index - 2) == "d" && scalar(index - 3)?.isOfWord != true ? index - 2 : nil
    }

    private static func elides(_ letter: Character) -> Bool {
        "aeiouyh".contains(String(letter).folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil))
    }

    private static func isSemitic(_ scalar: Unicode.Scalar) -> Bool { (0x0590...0x06FF).contains(scalar.value) }

    /// Whether a single word is written as the name is: in the same letters, or all in capitals.
    private func isWrittenAsName(_ place: Range<Int>, _ pattern: NamePattern) -> Bool {
        let first = folded.signs[place.lowerBound].place.lowerBound, last = folded.signs[place.upperBound - 1].place.upperBound
        let found = folded.text[first..<last]
        guard let printed = pattern.printed else { return found.first?.isUppercase == true || found.first?.isCased == false }
        return found == printed || (found.count > 1 && found == printed.uppercased())
    }
}

extension WordPlace {
    /// Whether a place is in a hashtag or a handle.
    private func isInTag(_ index: Int) -> Bool {
        var start = index
        while let letter = scalar(start - 1), letter.isOfWord || letter == "_" { start -= 1 }
        return scalar(start - 1) == "#" || scalar(start - 1) == "@"
    }

    /// In a hashtag a word begins with a capital; where all is small a person decides.
    private func tagFit(_ place: Range<Int>) -> Fit {
        func isCapital(_ index: Int) -> Bool { folded.text[folded.signs[index].place].first?.isUppercase == true }
        let begins = scalar(place.lowerBound - 1)?.isOfWord != true || isCapital(place.lowerBound)
        let ends = scalar(place.upperBound)?.isOfWord != true || isCapital(place.upperBound)
        return Fit(isSure: begins && ends, end: place.upperBound, hasGenitive: false, elision: nil)
    }

    /// The replacement in capitals where the name was; with a capital where it begins a sentence.
    private func dressed(_ words: String, like found: String, at index: String.Index) -> String {
        if found.count > 1, found == found.uppercased(), found != found.lowercased() { return words.uppercased() }
        guard let first = words.first, first.isLowercase else { return words }
        let before = folded.text[..<index].reversed().drop { $0.isWhitespace && !$0.isNewline || "\"'“«¿¡(".contains($0) }
        guard let sign = before.first else { return first.uppercased() + words.dropFirst() }
        return ".!?…".contains(sign) || sign.isNewline ? first.uppercased() + words.dropFirst() : words
    }
}
