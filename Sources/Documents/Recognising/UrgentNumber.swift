/// Numbers that need the words of a language to be seen: "التحرك العاجل الثاني: 104/20", "Eilaktion 12/20", "Azione urgente: 7/99".
enum UrgentNumber {
    /// Every reference of a line, those of its letters and the one behind the name of the action.
    static func references(in line: TextLine, _ vocabulary: Vocabulary) -> [ReferenceScanner.Match] {
        let printed = ReferenceScanner(line.utf8).all(limit: 20)
        guard printed.isEmpty, line.utf8.contains(0x2F) || line.utf8.contains(0x2E) else { return printed }
        return named(in: line, vocabulary).map { [$0] } ?? []
    }

    /// The number at most two words behind "urgent action" at the beginning of a line.
    private static func named(in line: TextLine, _ vocabulary: Vocabulary) -> ReferenceScanner.Match? {
        for start in line.words.indices.prefix(2) {
            guard let hit = vocabulary[.urgent].hit(in: line.words, at: start), hit.value.isEmpty else { continue }
            let rest = line.words[hit.words.upperBound...].prefix(3)
            guard let number = rest.first(where: \.isNumber), number.joint != .hyphen else { return nil }
            let match = ReferenceScanner(line.utf8, leniency: .typed).bare(at: number.range.lowerBound)
            return match.flatMap { $0.year != nil && line.utf8[$0.number].contains(0x2F) ? $0 : nil }
        }
        return nil
    }
}
