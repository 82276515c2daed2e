/// How far an office reaches: "Minister" + "of Foreign Affairs", "Public Prosecutor", "Minister" + "of Justice".
enum RolePhrase {
    /// The index behind the office whose first words end at `start`; `start` itself where nothing belongs to it.
    static func end(in words: [Word], from start: Int, _ vocabulary: Vocabulary) -> Int {
        var index = start
        while index < words.count, let after = continuation(words, index, vocabulary) { index = after }
        return index
    }

    /// "of the" and a field, a country or another office.
    private static func continuation(_ words: [Word], _ index: Int, _ vocabulary: Vocabulary) -> Int? {
        guard ["of", "for", "de", "du", "des", "del", "fur", "di", "da", "do", "van", "y", "and"].contains(words[index].folded),
            words[index].joint != .mark
        else { return nil }
        var next = index + 1
        while next < words.count, ["the", "la", "los", "las", "el", "his", "majesty"].contains(words[next].folded) { next += 1 }
        if let hit = vocabulary[.portfolio].hit(in: words, at: index + 1) ?? vocabulary[.portfolio].hit(in: words, at: next) {
            return hit.words.upperBound
        }
        if let hit = CountryNames.shared.hit(in: words, at: next) { return hit.words.upperBound }
        return vocabulary[.role].hit(in: words, at: next)?.words.upperBound
    }
}
