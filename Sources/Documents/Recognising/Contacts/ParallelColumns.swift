/// Addressees that stand side by side with a gap between: the lines of the left column, then those of the right one.
///
///     Minister of Justice        Ambassador Ana Lind
///     Ministry of Justice        Embassy of Peru
struct ParallelColumns {
    /// The lines one column after the other; as they are where there are no columns.
    let lines: [TextLine]

    init(_ lines: [TextLine]) {
        var result: [TextLine] = [], run: [TextLine] = []
        for line in lines {
            if line.isBlank {
                result += Self.parted(run) + [line]
                run = []
            } else {
                run.append(line)
            }
        }
        self.lines = result + Self.parted(run)
    }

    private static func parted(_ run: [TextLine]) -> [TextLine] {
        guard (3...20).contains(run.count), run.allSatisfy({ $0.words.count <= 40 }), let column = column(of: run) else { return run }
        var left: [TextLine] = [], right: [TextLine] = []
        for line in run {
            guard let cut = cut(line, near: column) else {
                left.append(line)
                continue
            }
            left.append(line.part(0..<cut))
            right.append(line.part(from: cut))
        }
        return left + [TextLine("", number: run[0].number, page: run[0].page)] + right
    }

    /// Where the right column begins, in characters: the place that most lines share.
    private static func column(of run: [TextLine]) -> Int? {
        var counts: [Int: Int] = [:]
        for start in run.compactMap({ gaps(in: $0).first }) { counts[start, default: 0] += 1 }
        guard let best = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) else { return nil }
        return best.value >= 3 && best.value * 5 >= run.count * 3 ? best.key : nil
    }

    /// The byte at which the right column begins.
    private static func cut(_ line: TextLine, near column: Int) -> Int? {
        line.words.indices.dropFirst().first { index in
            let start = line.words[index].range.lowerBound
            return isGap(line, index) && abs(characters(line, start) - column) <= 2
        }.map { index in start(of: line, index) }
    }

    /// The columns, in characters, at which text goes on behind a gap.
    private static func gaps(in line: TextLine) -> [Int] {
        line.words.indices.dropFirst().filter { isGap(line, $0) }.map { characters(line, line.words[$0].range.lowerBound) }
    }

    private static func isGap(_ line: TextLine, _ index: Int) -> Bool {
        let gap = line.utf8[line.words[index - 1].range.upperBound..<line.words[index].range.lowerBound]
        return gap.count >= 3 && gap.split(separator: 0x20, omittingEmptySubsequences: false).count >= 4
    }

    /// Behind the last blank of the gap, so that an opening bracket stays with its word.
    private static func start(of line: TextLine, _ index: Int) -> Int {
        let gap = line.words[index - 1].range.upperBound..<line.words[index].range.lowerBound
        return (line.utf8[gap].lastIndex(of: 0x20) ?? gap.upperBound - 1) + 1
    }

    private static func characters(_ line: TextLine, _ byte: Int) -> Int {
        line.utf8[..<byte].count { $0 & 0xC0 != 0x80 }
    }
}
