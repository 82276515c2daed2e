import Foundation

/// Words and a link in one text message.
///
/// Quotation marks, dashes and accents that GSM 03.38 lacks are written plainly where that brings the whole text into it: 160 letters with
/// `Martinez` tell more than 70 with `Martínez`. A text that has no plain form there, as in Arabic or Russian, stays as it is.
package struct ShortText: Hashable, Sendable {
    /// One message, unless the link alone is longer than that.
    package let text: String

    /// - Parameters:
    ///   - words: cut behind a whole word, and marked with three dots, when there is no room for all. A single word that is too long, as in
    ///     writing without spaces, is cut behind a letter; a link among the words is left out rather than cut.
    ///   - link: stands behind the words, always whole.
    package init(_ words: String, link: String? = nil) {
        let words = Self.plain(words.split(whereSeparator: \.isWhitespace).joined(separator: " "))
        text = Self.fitted(words.split(separator: " ").map(String.init), link.map { [$0] } ?? [])
    }

    private static func fitted(_ words: [String], _ link: [String]) -> String {
        let whole = (words + link).joined(separator: " ")
        if fits(whole) { return whole }
        for count in stride(from: min(words.count - 1, 160), to: 0, by: -1) {
            let text = ([cut(words.prefix(count).joined(separator: " "))] + link).joined(separator: " ")
            if fits(text) { return text }
        }
        return begun(words.first ?? "", link)
    }

    private static func begun(_ word: String, _ link: [String]) -> String {
        guard !word.contains("://") else { return link.joined() }
        let letters = Array(word.prefix(160))
        let best = stride(from: letters.count, to: 0, by: -1).lazy.map { ([cut(String(letters.prefix($0)))] + link).joined(separator: " ") }
        return best.first(where: fits) ?? link.joined()
    }

    private static func fits(_ text: String) -> Bool {
        SMSLength(text).parts <= 1
    }

    private static func cut(_ text: String) -> String {
        let end = text.lastIndex { !".,;:-–!?".contains($0) }
        return (end.map { String(text[...$0]) } ?? text) + "..."
    }

    private static func plain(_ text: String) -> String {
        let composed = text.precomposedStringWithCanonicalMapping
        let plain = String(String.UnicodeScalarView(composed.unicodeScalars.flatMap(plain)))
        return GSMAlphabet.holds(plain) ? plain : composed
    }

    private static func plain(_ letter: Unicode.Scalar) -> [Unicode.Scalar] {
        if GSMAlphabet.places(letter) != nil { return [letter] }
        if let known = marks[letter] { return Array(known.unicodeScalars) }
        let bare = String(letter).decomposedStringWithCanonicalMapping.unicodeScalars.filter { !$0.properties.isDiacritic }
        return bare.isEmpty ? [letter] : Array(bare)
    }

    private static let marks: [Unicode.Scalar: String] = [
        "‘": "'", "’": "'", "‚": "'", "‹": "'", "›": "'", "“": "\"", "”": "\"", "„": "\"", "«": "\"", "»": "\"", "–": "-", "—": "-", "‑": "-",
        "−": "-", "…": "...", "•": "-", "·": "-", "œ": "oe", "Œ": "OE", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "\u{AD}": "",
        "\u{200B}": "", "ª": "a", "º": "o", "`": "'", "´": "'",
    ]
}
