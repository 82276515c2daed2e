/// Words that a converter glued to the name of a country: "ChinaHU Jintao", "ChinaDate:". The name ends where its capital letters begin anew.
enum Ungluing {
    /// The line with a blank behind each such name; most lines have none and stay as they are.
    static func unglued(_ line: TextLine, _ names: CountryNames = .shared) -> TextLine {
        let cuts = line.words.compactMap { word in cut(word, in: line, names) }
        guard !cuts.isEmpty else { return line }
        var bytes: [UInt8] = [], start = 0
        for cut in cuts {
            bytes += line.utf8[start..<cut] + [0x20]
            start = cut
        }
        bytes += line.utf8[start...]
        return TextLine(String(decoding: bytes, as: UTF8.self), number: line.number, page: line.page, isHeading: line.isHeading)
    }

    /// The byte at which the name of a country ends inside a word.
    private static func cut(_ word: Word, in line: TextLine, _ names: CountryNames) -> Int? {
        guard word.shape == .capitalised, word.range.count >= 6, !isAddressed(word, in: line) else { return nil }
        let turn = word.range.dropFirst(4).first { index in
            (0x41...0x5A).contains(line.utf8[index]) && (0x61...0x7A).contains(line.utf8[index - 1])
        }
        guard let turn else { return nil }
        let name = Word.words(of: Array(line.utf8[word.range.lowerBound..<turn]))
        return names.hit(in: name, at: 0)?.kind == .name ? turn : nil
    }

    /// Whether the word is a part of a handle, an address or a link: "@IranWire", "IranRights.org".
    private static func isAddressed(_ word: Word, in line: TextLine) -> Bool {
        let before = line.utf8[..<word.range.lowerBound].last, after = line.utf8[word.range.upperBound...].prefix(2)
        if let before, [0x40, 0x2F, 0x2E, 0x23, 0x5F].contains(before) { return true }
        guard let first = after.first else { return false }
        return [0x40, 0x2F, 0x5F].contains(first) || first == 0x2E && after.count > 1 && after.last != 0x20
    }
}
