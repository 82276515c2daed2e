/// A line of the header that begins with the country: "BRAZIL Community of …", "Indonesia/East Timor Ana Lind …", "ALGÉRIE".
struct CountryLine {
    let country: Country
    /// What follows the country: the people concerned.
    let rest: TextLine
    /// Whether a colon stands between.
    private let followsColon: Bool

    init?(_ line: TextLine) {
        guard let hit = CountryNames.shared.hit(in: line.words, at: 0), hit.kind == .name else { return nil }
        var index = hit.words.upperBound
        while let next = Self.nextCountry(line, index) { index = next }
        let isCapital = line.words[hit.words].allSatisfy { $0.shape == .capitals }
        let words = line.words[index...]
        guard
            words.isEmpty || (isCapital && words.contains { $0.shape != .capitals && !$0.isNumber })
                || (index > hit.words.upperBound && words.first?.isCapitalised ?? false)
        else { return nil }
        country = hit.country
        followsColon = line.utf8[line.words[index - 1].range.upperBound...].first { $0 != 0x20 } == 0x3A
        rest = TextLine(line.part(from: line.words[index - 1].range.upperBound).text.stripped, number: line.number, page: line.page)
    }

    /// "ERITREA: Poet held incommunicado": the country of a headline, not of people; several small words that tell of no group.
    var isHeadline: Bool {
        guard followsColon, !rest.utf8.contains(0x28), !rest.utf8.contains(0x2C) else { return false }
        let small = rest.words.count { $0.shape == .small && Vocabulary.shared[.particle].hit(in: [$0], at: 0) == nil }
        return rest.words.count >= 3 && small >= 2 && Vocabulary.shared[.group].first(in: rest.words) == nil
    }

    /// A second country after a slash.
    private static func nextCountry(_ line: TextLine, _ index: Int) -> Int? {
        guard index < line.words.count, line.utf8[line.words[index - 1].range.upperBound..<line.words[index].range.lowerBound].contains(0x2F) else {
            return nil
        }
        return CountryNames.shared.hit(in: line.words, at: index)?.words.upperBound
    }
}

extension TextLine {
    /// The line with a blank where a country in capitals is glued to the next word: "COLOMBIATemor" is "COLOMBIA Temor".
    func unglued() -> TextLine {
        guard words.contains(where: { $0.shape == .capitalised && $0.range.count > 6 }) else { return self }
        var bytes: [UInt8] = []
        var run = 0
        for (index, byte) in utf8.enumerated() {
            let isCapital = (0x41...0x5A).contains(byte)
            if isCapital, run >= 4, index + 1 < utf8.count, (0x61...0x7A).contains(utf8[index + 1]) { bytes.append(0x20) }
            run = isCapital ? run + 1 : 0
            bytes.append(byte)
        }
        return bytes.count == utf8.count ? self : TextLine(String(decoding: bytes, as: UTF8.self), number: number, page: page, isHeading: isHeading)
    }
}
