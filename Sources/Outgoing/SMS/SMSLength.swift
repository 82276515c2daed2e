import Foundation

/// How long a text is as a text message, and in how many parts a network sends it.
///
/// One letter outside of GSM 03.38 puts the whole text into UCS-2: 70 places for 160. A text of several parts gives up some of each to their
/// numbering (3GPP TS 23.040 section 9.2.3.24.1), and a letter of two places is never halved.
package struct SMSLength: Hashable, Sendable {
    package enum Alphabet: Sendable {
        case gsm, ucs2
    }

    package let alphabet: Alphabet
    /// Septets or 16-bit units.
    package let places: Int
    package let parts: Int

    package init(_ text: String) {
        let letters = text.precomposedStringWithCanonicalMapping.unicodeScalars
        let septets = letters.map(GSMAlphabet.places)
        alphabet = septets.contains(nil) ? .ucs2 : .gsm
        let widths = alphabet == .gsm ? septets.compactMap(\.self) : letters.map { UTF16.width($0) }
        places = widths.reduce(0, +)
        parts = places <= Self.single(alphabet) ? min(places, 1) : Self.parts(widths, of: alphabet == .gsm ? 153 : 67)
    }

    /// How much goes into one message.
    package static func single(_ alphabet: Alphabet) -> Int {
        alphabet == .gsm ? 160 : 70
    }

    private static func parts(_ widths: [Int], of room: Int) -> Int {
        var parts = 1, used = 0
        for width in widths {
            if used + width > room { (parts, used) = (parts + 1, 0) }
            used += width
        }
        return parts
    }
}
