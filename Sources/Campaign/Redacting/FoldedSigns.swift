import Foundation

/// A text as names are compared by: without case, accents, soft hyphens and the signs that merely lengthen Arabic words. Each sign knows where
/// it stands in the text.
struct FoldedSigns {
    struct Sign {
        let scalar: Unicode.Scalar
        let place: Range<String.Index>
    }

    let text: String
    let signs: [Sign]

    init(_ text: String) {
        self.text = text
        var signs: [Sign] = []
        var index = text.startIndex
        while index < text.endIndex {
            let next = text.index(after: index), place = index..<next
            for scalar in Self.folded(text[index]) {
                // any run of blanks is one, also across a line break
                if scalar == " ", let last = signs.last, last.scalar == " " {
                    signs[signs.count - 1] = Sign(scalar: " ", place: last.place.lowerBound..<next)
                } else {
                    signs.append(Sign(scalar: scalar, place: place))
                }
            }
            index = next
        }
        self.signs = signs
    }

    /// What a name is compared by, without blanks around it.
    static func key(_ name: String) -> [Unicode.Scalar] {
        let scalars = FoldedSigns(name).signs.map(\.scalar)
        return Array(scalars.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }

    private static func folded(_ character: Character) -> [Unicode.Scalar] {
        if character.isWhitespace || character.isNewline { return [" "] }
        return String(character).lowercased().decomposedStringWithCompatibilityMapping.lowercased().unicodeScalars.flatMap(Self.plain)
    }

    private static func plain(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return []
        default: break
        }
        switch scalar {
        case "\u{0640}": return []  // tatweel
        case "’", "‘", "ʼ", "`", "´": return ["'"]
        case "\u{2010}", "\u{2011}": return ["-"]
        case "ى", "ی": return ["ي"]
        case "ة": return ["ه"]
        case "ک": return ["ك"]
        case "ß": return ["s", "s"]
        case "ø": return ["o"]
        case "ł": return ["l"]
        case "đ": return ["d"]
        case "ı": return ["i"]
        case "æ": return ["a", "e"]
        case "œ": return ["o", "e"]
        default: return [scalar]
        }
    }
}

extension Unicode.Scalar {
    /// Whether it is part of a word.
    var isOfWord: Bool {
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber, .letterNumber, .otherNumber,
            .nonspacingMark, .spacingMark:
            true
        default: false
        }
    }

    /// Whether its script sets no blanks between words.
    var isUnbroken: Bool {
        switch value {
        case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3040...0x30FF, 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: true
        default: false
        }
    }

    /// Korean joins particles to the end of a name.
    var isHangul: Bool { (0x1100...0x11FF).contains(value) || (0xAC00...0xD7AF).contains(value) }

    /// What Arabic and Hebrew write onto the word that follows: and, so, to, by, as, the, from, that.
    var isProclitic: Bool { "وفبلكسבהוכלמש".unicodeScalars.contains(self) || self == "ا" }
}
