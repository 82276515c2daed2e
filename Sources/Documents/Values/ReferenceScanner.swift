/// Finds printed references in a line, in one pass over its bytes.
///
/// Two digits of the year are enough and anything may follow them, because the next field is often glued on ("AU 376/9230 de noviembre").
struct ReferenceScanner {
    /// One reference as printed. `year` is nil where the print was cut off ("UA 242/0").
    struct Match {
        let series: Series
        let prefix: String?
        let serial: Int
        let year: Int?
        let ordinal: Int?
        /// Bytes from the prefix, or from the serial where there is none, to the end of the form.
        let range: Range<Int>
        /// Bytes of the number alone: "119.21".
        let number: Range<Int>
        /// Bytes of a country or other words between prefix and number: "Peru" in "UA: Peru 106.23".
        let between: Range<Int>?
    }

    /// How much of the form may be missing.
    enum Leniency {
        /// Running text: a prefix is needed, small letters only for "ua" and "urgent action".
        case document
        /// A subject line or a command: any case.
        case typed
        /// A box: besides, the names of urgent actions in other languages, and the name of a file.
        case asked
    }

    private let bytes: [UInt8]
    private let leniency: Leniency

    init(_ bytes: [UInt8], leniency: Leniency = .document) {
        self.bytes = bytes
        self.leniency = leniency
    }

    /// The first reference of the line; in a typed text one without prefix counts too.
    func first() -> Match? {
        if let match = all(limit: 1).first { return match }
        guard leniency != .document, let start = bytes.firstIndex(where: Self.isDigit) else { return nil }
        let before = bytes[..<start]
        guard !before.contains(where: Self.isLetterOrDigit) else { return nil }
        return number(at: start, series: .UA, prefix: nil, start: start, between: nil)
    }

    /// Every reference with a prefix, in order, at most `limit` of them.
    func all(limit: Int = 200) -> [Match] {
        var matches: [Match] = []
        var index = 0
        while index < bytes.count, matches.count < limit {
            if Self.isLetter(bytes[index]), !(index > 0 && continuesWord(before: index)), let match = match(at: index) {
                matches.append(match)
                index = match.range.upperBound
            } else {
                index += 1
            }
        }
        return matches
    }

    /// The number form that begins at `start`, for places where a prefix is understood: the bracket of a title, a list.
    func bare(at start: Int) -> Match? {
        number(at: start, series: .UA, prefix: nil, start: start, between: nil)
    }
}

extension ReferenceScanner {
    private func match(at start: Int) -> Match? {
        for prefix in leniency == .asked ? Self.prefixes + Self.askedPrefixes : Self.prefixes {
            guard let end = self.end(of: prefix, at: start) else { continue }
            return afterPrefix(prefix, start: start, end: end)
        }
        return nil
    }

    private func afterPrefix(_ prefix: Prefix, start: Int, end: Int) -> Match? {
        let separators = skipSeparators(from: end)
        if let match = number(at: separators.end, series: prefix.series, prefix: prefix.text, start: start, between: nil) { return match }
        if leniency == .asked, let match = packed(at: separators.end, prefix: prefix, start: start) { return match }
        // "urgent action ex 58/01": the nearer prefix names the series
        if beginsWithPrefix(separators.end) { return nil }
        guard separators.colon || leniency != .document else { return nil }
        // "UA: Peru 106.23" – a few words, then the number
        var index = separators.end
        while index < bytes.count, index - separators.end < 40, !Self.isDigit(bytes[index]) {
            guard Self.isLetter(bytes[index]) || [0x20, 0x2D, 0x27, 0x2F].contains(bytes[index]) else { return nil }
            index += 1
        }
        guard index > separators.end, index < bytes.count, bytes[index - 1] == 0x20 else { return nil }
        return number(at: index, series: prefix.series, prefix: prefix.text, start: start, between: separators.end..<index)
    }

    /// The name of a file, "uaa22910.pdf": three digits of the serial, then two or four of the year.
    private func packed(at start: Int, prefix: Prefix, start whole: Int) -> Match? {
        var index = start
        guard let serial = digits(&index, 3...3), serial > 0, let year = year(&index) else { return nil }
        guard index >= bytes.count || !Self.isLetterOrDigit(bytes[index]) else { return nil }
        return Match(
            series: prefix.series, prefix: prefix.text, serial: serial, year: year, ordinal: nil, range: whole..<index, number: start..<index,
            between: nil)
    }

    /// serial [-k] (/ or .) year [-k], with stray blanks; in typed texts also with hyphens alone, as in addresses.
    private func number(at start: Int, series: Series, prefix: String?, start whole: Int, between: Range<Int>?) -> Match? {
        var index = start
        guard let serial = digits(&index, 1...4), serial > 0 else { return nil }
        var ordinal = dashed(&index, before: [0x2F])
        let gap = skipBlanks(index)
        guard gap < bytes.count, bytes[gap] == 0x2F || bytes[gap] == 0x2E || (leniency != .document && bytes[gap] == 0x2D && ordinal == nil) else {
            return nil
        }
        if bytes[gap] == 0x2E, prefix == nil, leniency == .document { return nil }
        index = bytes[gap] == 0x2F ? skipBlanks(gap + 1) : gap + 1
        let year = self.year(&index)
        guard year != nil || (leniency != .document && prefix != nil && digits(&index, 1...1) != nil) else { return nil }
        // a third part would make it a date, a price or an index code
        if index + 1 < bytes.count, bytes[index] == bytes[gap], bytes[gap] != 0x2D, Self.isDigit(bytes[index + 1]) { return nil }
        if ordinal == nil { ordinal = dashed(&index, before: nil) }
        return Match(
            series: series, prefix: prefix, serial: serial, year: year, ordinal: ordinal.map { $0 + 1 }, range: whole..<index, number: start..<index,
            between: between)
    }

    /// Four digits where they make a year of the archive, else exactly two.
    private func year(_ index: inout Int) -> Int? {
        var four = index
        if let year = digits(&four, 4...4), (1973...2072).contains(year) {
            index = four
            return year
        }
        var two = index
        guard let year = digits(&two, 2...2) else { return nil }
        index = two
        return Reference.fullYear(year)
    }

    /// "-5" after the year, or before the slash; the number of further informations.
    private func dashed(_ index: inout Int, before next: [UInt8]?) -> Int? {
        guard index + 1 < bytes.count, bytes[index] == 0x2D else { return nil }
        var end = index + 1
        guard let value = digits(&end, 1...2), value > 0, end >= bytes.count || !Self.isDigit(bytes[end]) else { return nil }
        if let next, end >= bytes.count || !next.contains(bytes[end]) { return nil }
        if next == nil, end + 2 < bytes.count, bytes[end] == 0x2D, Self.isDigit(bytes[end + 1]) { return nil }
        index = end
        return value
    }

    /// Reads between `count` digits; with a range of one length exactly that many are taken and more may follow.
    private func digits(_ index: inout Int, _ count: ClosedRange<Int>) -> Int? {
        var value = 0, end = index
        while end < bytes.count, end - index < count.upperBound, Self.isDigit(bytes[end]) {
            value = value * 10 + Int(bytes[end] - 0x30)
            end += 1
        }
        guard end - index >= count.lowerBound else { return nil }
        index = end
        return value
    }
}

extension ReferenceScanner {
    private struct Prefix {
        let text: String
        let series: Series
        let upper: [UInt8]
        let needsCapitals: Bool

        init(_ text: String, _ series: Series, needsCapitals: Bool = true) {
            self.text = text
            self.series = series
            self.needsCapitals = needsCapitals
            upper = Array(text.utf8)
        }
    }

    // Longer forms first. In running text "au 12/05" is French for "to the 12/05" and "ex 5/10" is a school mark.
    private static let prefixes = [
        Prefix("URGENT ACTION", .UA, needsCapitals: false), Prefix("ACTION URGENTE", .UA, needsCapitals: false),
        Prefix("MEDICAL ACTION", .MA, needsCapitals: false), Prefix("UAA", .UA, needsCapitals: false), Prefix("UA", .UA, needsCapitals: false),
        Prefix("AU", .UA), Prefix("FI", .UA), Prefix("EXTRA", .EX), Prefix("EX", .EX), Prefix("MA", .MA), Prefix("NSA", .NSA),
    ]

    // Without accents, as a box's text is read.
    private static let askedPrefixes = [
        "ACCION URGENTE", "ACCIO URGENT", "ACAO URGENTE", "AZIONE URGENTE", "EILAKTION", "SPOEDACTIE", "تحرك عاجل",
    ].map { Prefix($0, .UA, needsCapitals: false) }

    /// Whether a prefix with its number begins there.
    private func beginsWithPrefix(_ start: Int) -> Bool {
        Self.prefixes.contains { prefix in
            guard let end = end(of: prefix, at: start) else { return false }
            return number(at: skipSeparators(from: end).end, series: prefix.series, prefix: prefix.text, start: start, between: nil) != nil
        }
    }

    private func end(of prefix: Prefix, at start: Int) -> Int? {
        let end = start + prefix.upper.count
        guard end <= bytes.count else { return nil }
        let sensitive = prefix.needsCapitals && leniency == .document
        for offset in 0..<prefix.upper.count {
            let byte = bytes[start + offset]
            guard (sensitive ? byte : Self.uppercased(byte)) == prefix.upper[offset] else { return nil }
        }
        guard end >= bytes.count || !Self.isLetter(bytes[end]) else { return nil }
        return end
    }

    /// Blanks, colons, hyphens, "#", "No.", "Nr." between the prefix and what follows.
    private func skipSeparators(from start: Int) -> (end: Int, colon: Bool) {
        var index = start, colon = false
        while index < bytes.count, index - start < 12 {
            let byte = bytes[index]
            if byte == 0x3A { colon = true }
            let word =
                (byte | 0x20) == 0x6E && index + 1 < bytes.count
                && [0x72, 0x6F, 0xB0, 0xC2].contains(bytes[index + 1] | (bytes[index + 1] < 0x80 ? 0x20 : 0))
            if word {
                index += 2
            } else if [0x20, 0x09, 0x3A, 0x23, 0x2D, 0x2E, 0xC2, 0xA0, 0xB0].contains(byte) {
                index += 1
            } else {
                break
            }
        }
        return (index, colon)
    }

    private func skipBlanks(_ start: Int) -> Int {
        var index = start
        while index < bytes.count, index - start < 3, bytes[index] == 0x20 { index += 1 }
        return index
    }

    private func continuesWord(before index: Int) -> Bool {
        let before = bytes[index - 1]
        guard before >= 0x80 else { return Self.isLetterOrDigit(before) }
        // a typographic quotation mark or apostrophe (E2 80 xx) is no letter: "l’AU 229/14"
        return !(index >= 3 && bytes[index - 3] == 0xE2 && bytes[index - 2] == 0x80) && before != 0xA0
    }

    static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte >= 0x80 }
    static func isLetterOrDigit(_ byte: UInt8) -> Bool { isDigit(byte) || isLetter(byte) }
    private static func uppercased(_ byte: UInt8) -> UInt8 { (0x61...0x7A).contains(byte) ? byte - 0x20 : byte }
}
