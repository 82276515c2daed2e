import Documents

/// What was taken out of a text and what was put in, word by word.
package struct TextDifference: Sendable, Equatable {
    package enum Kind: Sendable { case same, taken, added }

    package struct Piece: Sendable, Equatable {
        package let kind: Kind
        package let text: String
    }

    package let pieces: [Piece]

    /// Longer texts are compared line by line: the table of all pairs would grow too large.
    private static let mostWords = 1_500

    package init(from old: String, to new: String) {
        let byWord = max(old.count, new.count) < 60_000 && max(Self.words(old).count, Self.words(new).count) <= Self.mostWords
        let before = byWord ? Self.words(old) : Self.lines(old), after = byWord ? Self.words(new) : Self.lines(new)
        var pieces: [Piece] = []
        func add(_ kind: Kind, _ text: Substring) {
            if let last = pieces.last, last.kind == kind {
                pieces[pieces.count - 1] = Piece(kind: kind, text: last.text + text)
            } else {
                pieces.append(Piece(kind: kind, text: String(text)))
            }
        }
        let changes = after.difference(from: before)
        let removed = Set(changes.removals.map(\.offset)), inserted = Set(changes.insertions.map(\.offset))
        var (old, new) = (0, 0)
        while old < before.count || new < after.count {
            if old < before.count, removed.contains(old) {
                add(.taken, before[old])
                old += 1
            } else if new < after.count, inserted.contains(new) {
                add(.added, after[new])
                new += 1
            } else if new < after.count {
                add(.same, after[new])
                (old, new) = (old + 1, new + 1)
            } else {
                old += 1
            }
        }
        self.pieces = pieces
    }

    /// Words with the blanks that follow them.
    private static func words(_ text: String) -> [Substring] {
        var words: [Substring] = [], start = text.startIndex, wasBlank = false
        for place in text.indices {
            let isBlank = text[place].isWhitespace
            if wasBlank, !isBlank {
                words.append(text[start..<place])
                start = place
            }
            wasBlank = isBlank
        }
        if start < text.endIndex { words.append(text[start...]) }
        return words
    }

    private static func lines(_ text: String) -> [Substring] {
        var lines: [Substring] = [], start = text.startIndex
        for place in text.indices where text[place].isNewline {
            lines.append(text[start...place])
            start = text.index(after: place)
        }
        if start < text.endIndex { lines.append(text[start...]) }
        return lines
    }
}

extension CollectionDifference.Change {
    fileprivate var offset: Int {
        switch self {
        case .insert(let offset, _, _), .remove(let offset, _, _): offset
        }
    }
}
