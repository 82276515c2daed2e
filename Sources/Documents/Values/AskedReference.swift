extension PrintedReference {
    /// The reference somebody asks for, in whatever way it was copied or remembered: any dash, wide or Arabic digits, a file's name, the words
    /// "urgent action" in many languages, and words after the number.
    ///
    ///     PrintedReference.asked(for: "uaa22910.pdf")             // UA 229/10
    ///     PrintedReference.asked(for: "Acción urgente 119–21")    // UA 119/21
    ///     PrintedReference.asked(for: "UA 119/21 (Peru)")         // UA 119/21
    package static func asked(for text: String) -> PrintedReference? {
        let bytes = Array(String(String.UnicodeScalarView(text.unicodeScalars.prefix(200).compactMap(\.plain))).utf8)
        guard let match = ReferenceScanner(bytes, leniency: .asked).first(), let year = match.year else { return nil }
        let rest = bytes[match.range.upperBound...]
        guard !isGluedNumber(rest) else { return nil }
        return PrintedReference(reference: Reference(series: match.series, serial: match.serial, year: year), ordinal: match.ordinal)
    }

    /// Whether what follows makes the number another one: a date, a price, a longer number.
    private static func isGluedNumber(_ rest: ArraySlice<UInt8>) -> Bool {
        guard let next = rest.first else { return false }
        if ReferenceScanner.isLetterOrDigit(next) { return true }
        return [0x2D, 0x2E, 0x2F].contains(next) && rest.dropFirst().first.map(ReferenceScanner.isDigit) == true
    }
}

extension Unicode.Scalar {
    /// The sign of a plain keyboard that is meant; nil for accents and marks of direction, which are not looked at.
    fileprivate var plain: Unicode.Scalar? {
        switch value {
        case 0x0300...0x036F, 0x061C, 0x200B...0x200F, 0x202A...0x202E, 0x2066...0x2069: nil
        case 0x0660...0x0669: Unicode.Scalar(value - 0x0660 + 0x30)
        case 0x06F0...0x06F9: Unicode.Scalar(value - 0x06F0 + 0x30)
        case 0xFF01...0xFF5E: Unicode.Scalar(value - 0xFF00 + 0x20)
        case 0x00A0, 0x2000...0x200A, 0x202F, 0x3000: " "
        case 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63: "-"
        case 0x2044, 0x2215: "/"
        default: Self.letters[self] ?? self
        }
    }

    private static let letters: [Unicode.Scalar: Unicode.Scalar] = [
        "ó": "o", "Ó": "O", "ò": "o", "Ò": "O", "ç": "c", "Ç": "C", "ã": "a", "Ã": "A", "é": "e", "É": "E",
    ]
}
