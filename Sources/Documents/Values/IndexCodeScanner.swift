/// Finds index codes in a line, in one pass over its bytes: "AMR 46/5033/2021", "ASA 21/26/91", "amr46/5033/2021", "EUR4670122023ENGLISH".
struct IndexCodeScanner {
    struct Match {
        let code: IndexCode
        /// Bytes of the code as printed, without label, with an old language suffix.
        let range: Range<Int>
    }

    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    func first() -> Match? { all(limit: 1).first }

    /// Every code of the line, in order, at most `limit` of them.
    func all(limit: Int = 200) -> [Match] {
        var matches: [Match] = []
        var index = 0
        while index + 8 < bytes.count, matches.count < limit {
            if let match = slashed(at: index) ?? packed(at: index) {
                matches.append(match)
                index = match.range.upperBound
            } else {
                index += 1
            }
        }
        return matches
    }
}

extension IndexCodeScanner {
    private func region(at start: Int) -> String? {
        guard start + 3 < bytes.count, start == 0 || !ReferenceScanner.isLetterOrDigit(bytes[start - 1]) || isGlued(start) else { return nil }
        guard (start..<start + 3).allSatisfy({ isASCIILetter(bytes[$0]) }) else { return nil }
        let text = String(decoding: bytes[start..<start + 3], as: UTF8.self).uppercased()
        return IndexCode.classes.contains(text) ? text : nil
    }

    /// A code in capitals may follow a label without a blank: "Index:AMR", "2019-1AI-Index".
    private func isGlued(_ start: Int) -> Bool {
        ReferenceScanner.isDigit(bytes[start - 1]) || bytes[start - 1] >= 0x80
    }

    private func slashed(at start: Int) -> Match? {
        guard let region = region(at: start) else { return nil }
        var index = skipBlanks(start + 3)
        guard let country = digits(&index, 2...2), slash(&index), let number = digits(&index, 1...5), slash(&index) else { return nil }
        guard let year = year(&index) else { return nil }
        let suffix = languageSuffix(&index)
        return Match(code: IndexCode(region: region, country: country, number: number, year: year, languageSuffix: suffix), range: start..<index)
    }

    /// A file name of the archive: class, two digits, four or more digits, four-digit year, language in capitals.
    private func packed(at start: Int) -> Match? {
        guard let region = region(at: start) else { return nil }
        var end = start + 3
        while end < bytes.count, end - start < 15, ReferenceScanner.isDigit(bytes[end]) { end += 1 }
        let count = end - start - 3
        guard (9...11).contains(count), end < bytes.count, isASCIILetter(bytes[end]) else { return nil }
        var index = start + 3
        guard let country = digits(&index, 2...2), let number = digits(&index, (count - 6)...(count - 6)), let year = year(&index) else { return nil }
        var word = index
        while word < bytes.count, word - index < 20, isASCIILetter(bytes[word]) { word += 1 }
        let language = String(decoding: bytes[index..<word], as: UTF8.self)
        return Match(code: IndexCode(region: region, country: country, number: number, year: year, languageSuffix: language), range: start..<word)
    }

    private func year(_ index: inout Int) -> Int? {
        var four = index
        if let year = digits(&four, 4...4), (1961...2099).contains(year) {
            index = four
            return year
        }
        var two = index
        guard let year = digits(&two, 2...2) else { return nil }
        index = two
        return year >= 61 ? 1900 + year : 2000 + year
    }

    /// "/s" of an old code or "/en" of an address, where nothing but that stands between the slash and a boundary.
    private func languageSuffix(_ index: inout Int) -> String? {
        guard index + 1 < bytes.count, bytes[index] == 0x2F else { return nil }
        var end = index + 1
        while end < bytes.count, end - index < 4, isASCIILetter(bytes[end]) { end += 1 }
        guard end > index + 1, end - index <= 3, end >= bytes.count || !ReferenceScanner.isLetterOrDigit(bytes[end]) else { return nil }
        let suffix = String(decoding: bytes[(index + 1)..<end], as: UTF8.self)
        index = end
        return suffix
    }

    private func digits(_ index: inout Int, _ count: ClosedRange<Int>) -> Int? {
        var value = 0, end = index
        while end < bytes.count, end - index < count.upperBound, ReferenceScanner.isDigit(bytes[end]) {
            value = value * 10 + Int(bytes[end] - 0x30)
            end += 1
        }
        guard end - index >= count.lowerBound else { return nil }
        index = end
        return value
    }

    private func slash(_ index: inout Int) -> Bool {
        let gap = skipBlanks(index)
        guard gap < bytes.count, bytes[gap] == 0x2F else { return false }
        index = skipBlanks(gap + 1)
        return true
    }

    private func skipBlanks(_ start: Int) -> Int {
        var index = start
        while index < bytes.count, index - start < 3, [0x20, 0xC2, 0xA0].contains(bytes[index]) { index += 1 }
        return index
    }

    private func isASCIILetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) }
}
