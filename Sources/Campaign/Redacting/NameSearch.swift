import Documents

/// One place where a text has a sought name.
struct NameHit: Sendable, Equatable {
    let range: Range<String.Index>
    let found: String
    /// What stands there instead, fitted to its surroundings.
    let replacement: String
    /// False where the letters may be an ordinary word, or a part of another name: a person decides.
    let isSure: Bool
}

/// Finds names as whole words, in the way of the script that they are written in.
///
/// Never inside another word: "Mari" is not in "Marina". But German genitives, Arabic and Hebrew words with "and" or "to" written onto them,
/// Korean names with a particle, and scripts without blanks between words are whole words too; hashtags run words together.
struct NameSearch: Sendable {
    private let patterns: [NamePattern]

    /// What is written instead is never searched itself: "Maria" in "Maria José" stays, when that is the new name.
    init(_ patterns: [NamePattern]) {
        let all = patterns + Set(patterns.filter { !$0.isCompact }.map(\.replacement)).compactMap(NamePattern.init(kept:))
        self.patterns = all.sorted { ($0.length, $0.isCompact ? 0 : 1) > ($1.length, $1.isCompact ? 0 : 1) }
    }

    init(_ names: [SoughtName]) { self.init(names.flatMap(NamePattern.all)) }

    /// In the order of the text; where names overlap the longest counts.
    func hits(in text: String, _ language: Language? = nil) -> [NameHit] {
        guard !patterns.isEmpty, !text.isEmpty else { return [] }
        let place = WordPlace(FoldedSigns(text), language)
        let scalars = place.folded.signs.map(\.scalar)
        var hits: [NameHit] = [], start = 0
        while start < scalars.count {
            let found = patterns.lazy.compactMap { pattern -> (NameHit, Int)? in
                let end = start + pattern.length
                guard end <= scalars.count, let fit = place.fit(start..<end, pattern), pattern.matches(scalars[start..<end]) else { return nil }
                return (pattern.isKept ? place.kept(start..<end) : place.hit(start..<end, pattern, fit), pattern.isKept ? end : fit.end)
            }.first
            if let (hit, end) = found {
                if hit.found != hit.replacement { hits.append(hit) }
                start = end
            } else {
                start += 1
            }
        }
        return hits
    }

    /// The same names as markup writes them.
    var escaped: NameSearch { NameSearch(escaped: patterns.map(\.escaped)) }

    private init(escaped: [NamePattern]) { patterns = escaped }
}

extension String {
    /// - Parameter hits: in the order of the text, apart from each other.
    func replacing(_ hits: [NameHit]) -> String {
        var result = "", index = startIndex
        for hit in hits {
            result += self[index..<hit.range.lowerBound] + hit.replacement
            index = hit.range.upperBound
        }
        return result + self[index...]
    }
}
