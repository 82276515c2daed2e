/// What a line is by its first words and its shape: an item of a list, a greeting, a closing, an instruction.
struct LineMarks: Sendable {
    private let vocabulary: Vocabulary

    init(_ vocabulary: Vocabulary = .shared) {
        self.vocabulary = vocabulary
    }

    /// "• …", "1. …", "- …"
    func isItem(_ line: TextLine) -> Bool { itemStart(line) != nil }

    /// Where the text of an item begins.
    func itemStart(_ line: TextLine) -> Int? {
        guard let first = line.text.unicodeScalars.first else { return nil }
        if "•·◦▪●○■□►➢✓–—*-→§".unicodeScalars.contains(first) || (0xF000...0xF0FF).contains(first.value) { return UTF8.width(first) }
        if isLostBullet(line) { return 1 }
        if let end = letteredStart(line) { return end }
        guard let word = line.words.first, word.isNumber, word.range.lowerBound == 0, word.range.count <= 2, word.range.upperBound < line.utf8.count
        else { return nil }
        let mark = line.utf8[word.range.upperBound]
        guard mark == 0x2E || mark == 0x29, line.words.count > 1, line.words[1].range.lowerBound > word.range.upperBound + 1 else { return nil }
        return word.range.upperBound + 1
    }

    /// "i. …", "iv) …", "b) …"
    private func letteredStart(_ line: TextLine) -> Int? {
        guard let word = line.words.first, word.range.lowerBound == 0, word.shape == .small, Self.romans.contains(word.folded) else { return nil }
        let end = word.range.upperBound
        guard line.utf8.count > end + 2, line.utf8[end] == 0x29 || line.utf8[end] == 0x2E && word.folded.allSatisfy({ "ivx".contains($0) }),
            line.utf8[end + 1] == 0x20
        else { return nil }
        return end + 1
    }

    private static let romans: Set<String> = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "a", "b", "c", "d", "e", "f"]

    /// "n Calling on …": the letter that a bullet's font showed as a square or an arrow.
    private func isLostBullet(_ line: TextLine) -> Bool {
        guard line.words.count > 2, line.utf8.count > 2, [0x6E, 0x71, 0x76, 0xFC].contains(line.utf8[0]), line.utf8[1] == 0x20 else { return false }
        return line.words[1].shape == .capitalised
    }

    func itemText(_ line: TextLine) -> TextLine { itemStart(line).map { line.part(from: $0) } ?? line }

    /// A line that greets an official, alone or before the text of the letter.
    func isGreeting(_ line: TextLine) -> Bool {
        guard let first = line.words.first, first.shape != .small || first.folded.utf8.first ?? 0 >= 0x80 else { return false }
        guard vocabulary[.greeting].hit(in: line.words, at: 0) != nil, vocabulary[.reader].hit(in: line.words, at: 0) == nil else { return false }
        return greetingEnd(line) != nil
    }

    func isGreetingAlone(_ line: TextLine) -> Bool {
        isGreeting(line) && line.words.count <= 14
            && (line.utf8.last.map { [0x2C, 0x3A, 0x21].contains($0) } ?? false || line.utf8.suffix(2).elementsEqual(Self.arabicComma))
    }

    /// The byte of the mark that ends a greeting: the comma or colon within its first words.
    func greetingEnd(_ line: TextLine) -> Int? {
        let words = line.words
        for index in words.indices.prefix(16) {
            let end = words[index].range.upperBound
            let next = index + 1 < words.count ? words[index + 1].range.lowerBound : line.utf8.count
            if line.utf8[end..<next].starts(with: Self.arabicComma) { return end + 1 }
            guard let mark = line.utf8[end..<next].firstIndex(where: { [0x2C, 0x3A, 0x21].contains($0) }) else {
                if line.utf8[end..<next].contains(where: { [0x3B, 0x3F, 0x28].contains($0) }) { return nil }
                continue
            }
            if index + 1 < words.count, ["or", "and", "o", "ou", "oder"].contains(words[index + 1].folded) { continue }
            return mark
        }
        return nil
    }

    /// "،" as it is written in UTF-8.
    private static let arabicComma: [UInt8] = [0xD8, 0x8C]

    /// "Yours sincerely," alone on its line, or a short formula that begins so.
    func isClosing(_ line: TextLine) -> Bool {
        guard let hit = vocabulary[.closing].hit(in: line.words, at: 0), line.words.first?.isCapitalised ?? false else { return false }
        return line.words.count <= (hit.language == "en" || hit.language == "de" ? hit.words.count + 5 : 28)
    }

    /// An item of a list that tells the reader what to do.
    func isInstruction(_ line: TextLine) -> Bool {
        guard let start = itemStart(line) else { return false }
        let item = line.part(from: start)
        return vocabulary[.instruction].first(in: item.words, to: 12) != nil
    }

    /// A line below a list that is neither an item nor the rest of one.
    func isBeyondItems(_ line: TextLine) -> Bool {
        guard !line.isBlank, !isItem(line), let first = line.words.first else { return false }
        return first.shape != .small && !isSentence(line)
    }

    /// "14 Briefe verschickt", "UA 75/22 deutsch": what a page says below its addresses.
    func isBeyondAddresses(_ line: TextLine) -> Bool {
        guard (2...8).contains(line.words.count) else { return false }
        if line.words[0].isNumber, vocabulary[.counted].hit(in: line.words, at: 1) != nil { return true }
        return ReferenceScanner(line.utf8).all(limit: 1).first?.range.lowerBound == 0
    }

    /// "© 2024 All rights reserved", "Home | About us | Donate": what a site prints around every page.
    func isSiteFurniture(_ line: TextLine) -> Bool {
        if line.utf8.starts(with: [0xC2, 0xA9]) { return true }
        guard (3...14).contains(line.words.count), line.utf8.count(where: { $0 == 0x7C }) >= 2 else { return false }
        guard !line.words.contains(where: \.isNumber) else { return false }
        return CountryNames.shared.hits(in: line.words, limit: 1).isEmpty && !line.utf8.contains(0x3A) && !line.utf8.contains(0x40)
    }

    /// Prose: several words, many of them small, ended like a sentence.
    func isSentence(_ line: TextLine) -> Bool {
        guard line.words.count >= 7 else { return false }
        let small = line.words.count { $0.shape == .small }
        guard small * 3 >= line.words.count(where: { !$0.isNumber }) else { return false }
        return line.words.count >= 14 || line.utf8.last.map { [0x2E, 0x21, 0x3F, 0x5D].contains($0) } ?? false
    }

    /// Whether the line holds a label of a contact at its beginning: "Fax: …".
    func contactLabel(_ line: TextLine) -> String? {
        guard let hit = vocabulary[.contact].hit(in: line.words, at: 0) else { return nil }
        var index = line.words[hit.words.upperBound - 1].range.upperBound
        while index < line.utf8.count, line.utf8[index] == 0x20 { index += 1 }
        return index < line.utf8.count && line.utf8[index] == 0x3A ? hit.value : nil
    }
}
