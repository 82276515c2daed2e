/// A paragraph cut into sentences. A full stop after an abbreviation or before a small letter or a number ends none.
struct Sentences {
    let all: [String]

    init(_ text: String) {
        let line = TextLine(text, number: 0)
        var all: [String] = []
        var start = 0
        for index in line.words.indices.dropLast() {
            let end = line.words[index].range.upperBound, next = line.words[index + 1]
            guard let stop = Self.stop(line.utf8[end..<next.range.lowerBound]), Self.ends(line.words[index], next, stop.mark) else { continue }
            all.append(line.text(start..<(end + stop.length)))
            start = end + stop.length
        }
        if start < line.utf8.count { all.append(line.text(start..<line.utf8.count)) }
        self.all = all.filter { !$0.isEmpty }
    }

    /// The mark that ends a sentence and how many bytes of the gap belong to the sentence.
    private static func stop(_ gap: ArraySlice<UInt8>) -> (mark: UInt8, length: Int)? {
        guard let index = gap.prefix(while: { $0 != 0x20 && $0 != 0x5B }).firstIndex(where: { [0x2E, 0x21, 0x3F].contains($0) }),
            let blank = gap[index...].firstIndex(of: 0x20)
        else {
            return nil
        }
        return (gap[index], blank - gap.startIndex)
    }

    private static func ends(_ word: Word, _ next: Word, _ mark: UInt8) -> Bool {
        guard next.shape != .small else { return false }
        guard mark == 0x2E else { return true }
        if next.isNumber, word.folded.utf8.count <= 4, !word.isNumber { return false }
        if word.isCapitalised, word.folded.utf8.count == 1 { return false }
        return !abbreviations.contains(word.folded)
    }

    private static let abbreviations: Set<String> = [
        "mr", "mrs", "ms", "dr", "prof", "st", "no", "nr", "num", "art", "vs", "jr", "sr", "sra", "hon", "gen", "lt", "col",
    ]
}
