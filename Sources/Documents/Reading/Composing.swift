import Foundation

extension String {
    /// Composed (NFC), so that equal letters compare equal.
    var composed: String { withFewMarks.precomposedStringWithCanonicalMapping }

    /// Without what is beyond thirty marks on one letter, which no writing has.
    ///
    /// To put marks in order takes a time that grows with the square of their number, wherever texts are compared (UAX #15, stream-safe text).
    var withFewMarks: String {
        guard utf8.count > 2 * Self.mostMarks, utf8.contains(where: { $0 >= 0xCC }) else { return self }
        var marks = 0
        func isKept(_ scalar: Unicode.Scalar) -> Bool {
            let isMark = scalar.value >= 0x300 && scalar.properties.canonicalCombiningClass != .notReordered
            marks = isMark ? marks + 1 : 0
            return marks <= Self.mostMarks
        }
        if unicodeScalars.allSatisfy(isKept) { return self }
        marks = 0
        return String(String.UnicodeScalarView(unicodeScalars.filter(isKept)))
    }

    private static let mostMarks = 30
}
