/// What changed from one text to another, word by word.
package struct WordChanges: Sendable, Equatable {
    package enum Part: Sendable, Equatable {
        case same(String)
        case gone(String)
        case new(String)
    }

    package let parts: [Part]

    /// Longer texts are told as one that went and one that came.
    private static let mostWords = 600

    package init(from old: String, to new: String) {
        let before = old.split(whereSeparator: \.isWhitespace).map(String.init), after = new.split(whereSeparator: \.isWhitespace).map(String.init)
        guard before.count <= Self.mostWords, after.count <= Self.mostWords else {
            parts = [.gone(old), .new(new)]
            return
        }
        var steps: [Part] = []
        let lengths = Self.common(before, after)
        var first = 0, second = 0
        while first < before.count || second < after.count {
            if first < before.count, second < after.count, before[first] == after[second] {
                steps.append(.same(before[first]))
                (first, second) = (first + 1, second + 1)
            } else if second == after.count || first < before.count && lengths[first + 1][second] >= lengths[first][second + 1] {
                steps.append(.gone(before[first]))
                first += 1
            } else {
                steps.append(.new(after[second]))
                second += 1
            }
        }
        parts = steps.joined
    }

    /// For each pair of places how many words the rests have in common, in order.
    private static func common(_ first: [String], _ second: [String]) -> [[Int]] {
        var lengths = [[Int]](repeating: [Int](repeating: 0, count: second.count + 1), count: first.count + 1)
        for i in first.indices.reversed() {
            for j in second.indices.reversed() {
                lengths[i][j] = first[i] == second[j] ? lengths[i + 1][j + 1] + 1 : max(lengths[i + 1][j], lengths[i][j + 1])
            }
        }
        return lengths
    }
}

extension [WordChanges.Part] {
    /// Neighbours of one kind as one.
    fileprivate var joined: Self {
        reduce(into: []) { parts, part in
            switch (parts.last, part) {
            case (.same(let one), .same(let other)): parts[parts.count - 1] = .same("\(one) \(other)")
            case (.gone(let one), .gone(let other)): parts[parts.count - 1] = .gone("\(one) \(other)")
            case (.new(let one), .new(let other)): parts[parts.count - 1] = .new("\(one) \(other)")
            default: parts.append(part)
            }
        }
    }
}
