/// A run of letters or of digits in a line, folded for comparison. "31st" is two words, "d’AU" is two words.
struct Word: Sendable {
    /// Bytes in the line.
    let range: Range<Int>
    /// In small letters, without accents.
    let folded: String
    /// A number from 0 to 4095 that equal words share: most words that are no phrase's beginning show it by this alone.
    let mark: Int
    let shape: Shape
    /// What stands between this word and the one before.
    let joint: Joint

    enum Shape: Sendable { case number, capitals, capitalised, small }
    enum Joint: Sendable { case start, blank, glued, hyphen, mark }

    var isNumber: Bool { shape == .number }
    var isCapitalised: Bool { shape == .capitalised || shape == .capitals }
    var value: Int? { shape == .number ? Int(folded) : nil }

    /// The words of a line in one pass.
    static func words(of bytes: [UInt8]) -> [Word] {
        var words: [Word] = []
        var run = Run()
        var index = 0
        while index < bytes.count {
            let (scalar, length) = decode(bytes, index)
            let kind = Kind(scalar)
            if kind != run.kind { run.flush(into: &words, of: bytes, at: index, next: kind) }
            run.take(scalar, kind)
            index += length
        }
        run.flush(into: &words, of: bytes, at: bytes.count, next: .mark)
        return words
    }

    private enum Kind {
        case letter, digit, blank, hyphen, mark

        init(_ scalar: Unicode.Scalar) {
            switch scalar.value {
            case 0x30...0x39, 0x660...0x669: self = .digit
            case 0x41...0x5A, 0x61...0x7A: self = .letter
            case 0x20: self = .blank
            case 0x2D, 0x27, 0x2019, 0x2018, 0x2010, 0x2011, 0xB7: self = .hyphen
            case 0x00...0x7F: self = .mark
            default: self = scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark ? .letter : .mark
            }
        }
    }

    /// The word that is being read.
    private struct Run {
        var kind = Kind.mark
        var start = 0
        /// Whether a letter was met that folding keeps.
        var isBegun = false
        var isASCII = true
        var hasSmall = false
        var firstIsCapital = false
        var joint = Joint.start
        /// Whether the word before is of one or two letters: its full stop ends no sentence ("H.E.", "Mr. ").
        var isShort = false

        mutating func take(_ scalar: Unicode.Scalar, _ kind: Kind) {
            if !scalar.isASCII { isASCII = false }
            switch kind {
            case .letter:
                // the properties of a letter are looked up in a table, which is too dear for most letters
                let isCapital = scalar.isASCII ? scalar.value < 0x61 : scalar.properties.isUppercase
                if !isBegun { (firstIsCapital, isBegun) = (isCapital, !Folding.drops(scalar)) }
                if !isCapital { hasSmall = true }
            case .digit: break
            case .blank: joint = joint == .mark || joint == .start ? joint : .blank
            case .hyphen: joint = joint == .mark || joint == .start ? joint : (joint == .blank ? .mark : .hyphen)
            case .mark: joint = joint == .start ? .start : scalar == "." && isShort && joint == .glued ? .hyphen : .mark
            }
        }

        mutating func flush(into words: inout [Word], of bytes: [UInt8], at index: Int, next: Kind) {
            if kind == .letter || kind == .digit {
                let shape: Shape =
                    kind == .digit ? .number : !firstIsCapital ? .small : hasSmall ? .capitalised : .capitals
                let folded = isASCII ? Folding.ascii(bytes[start..<index]) : Word.folded(bytes, start..<index)
                words.append(Word(range: start..<index, folded: folded, mark: Folding.mark(of: folded), shape: shape, joint: joint))
                joint = .glued
                isShort = kind == .letter && folded.utf8.count <= 2
            }
            kind = next
            start = index
            (isBegun, isASCII, hasSmall) = (false, true, false)
        }
    }

    /// Letters or digits of any script.
    private static func folded(_ bytes: [UInt8], _ range: Range<Int>) -> String {
        var folded = "", index = range.lowerBound
        while index < range.upperBound {
            let (scalar, length) = decode(bytes, index)
            if (0x660...0x669).contains(scalar.value) {
                folded.unicodeScalars.append(Unicode.Scalar(UInt8(scalar.value - 0x660 + 0x30)))
            } else {
                Folding.append(scalar, to: &folded)
            }
            index += length
        }
        return folded
    }

    private static func decode(_ bytes: [UInt8], _ index: Int) -> (Unicode.Scalar, Int) {
        let first = bytes[index]
        guard first >= 0x80 else { return (Unicode.Scalar(first), 1) }
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        guard first >= 0xC2, index + length <= bytes.count else { return ("\u{FFFD}", 1) }
        var value = UInt32(first) & (0xFF >> (UInt32(length) + 1))
        for offset in 1..<length { value = value << 6 | UInt32(bytes[index + offset] & 0x3F) }
        return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
    }
}
