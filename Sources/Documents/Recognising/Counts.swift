/// The number of letters that the page says were sent: "10 Briefe verschickt", "9 lettres envoyées".
struct Counts {
    private let manuscript: Manuscript

    init(_ manuscript: Manuscript) {
        self.manuscript = manuscript
    }

    func callAsFunction() -> Fact<Int>? {
        for line in manuscript.outline.lines where line.words.count <= 8 {
            guard let hit = manuscript.vocabulary[.counted].first(in: line.words) else { continue }
            let isLabel = hit.words.lowerBound == 0 && hit.words.upperBound < line.words.count
            guard let count = number(line, before: isLabel ? line.words.count : hit.words.lowerBound) else { continue }
            return Fact(count, line: line.number, confidence: 0.95)
        }
        return nil
    }

    /// "1,204" and "1 204" are one number.
    private func number(_ line: TextLine, before index: Int) -> Int? {
        guard index > 0, line.words[index - 1].isNumber else { return nil }
        var digits = line.words[index - 1].folded
        var first = index - 1
        while first > 0, line.words[first].range.count == 3, line.words[first - 1].isNumber,
            line.words[first].range.lowerBound - line.words[first - 1].range.upperBound == 1
        {
            first -= 1
            digits = line.words[first].folded + digits
        }
        return digits.utf8.count <= 9 ? Int(digits) : nil
    }
}
