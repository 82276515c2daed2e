/// Addressees that a page printed side by side and a converter joined line by line: "Email: one@… Email: two@…",
/// or left side by side with a gap between.
/// Only a person can part them, so they are shown rather than guessed at.
struct InterleavedColumns {
    /// The first line that holds the same label twice.
    let line: TextLine?

    init(_ manuscript: Manuscript) {
        let addresses = manuscript.outline.sections(.contacts, .targets, .copies).flatMap(\.written)
        let parted = addresses.filter(Self.isParted)
        line =
            manuscript.outline.lines.prefix(400).first { Self.isDoubled($0, manuscript.vocabulary) }
            ?? (parted.count >= 2 ? parted.first : nil) ?? addresses.first { Self.holdsTwoOffices($0, manuscript.vocabulary) }
    }

    /// "Minister of Justice        Embassy of Peru": words on both sides of a wide gap.
    private static func isParted(_ line: TextLine) -> Bool {
        zip(line.words, line.words.dropFirst()).contains { one, other in
            other.range.lowerBound - one.range.upperBound >= 3
                && line.utf8[one.range.upperBound..<other.range.lowerBound].allSatisfy { $0 == 0x20 }
        }
    }

    /// "Minister of Justice Ambassador Ana Lind", without any label: an office in the middle of a line that began with one.
    private static func holdsTwoOffices(_ line: TextLine, _ vocabulary: Vocabulary) -> Bool {
        guard line.words.count <= 14, !line.utf8.contains(0x3A), let first = vocabulary[.role].hit(in: line.words, at: 0) else { return false }
        let end = RolePhrase.end(in: line.words, from: first.words.upperBound, vocabulary)
        return vocabulary[.role].hits(in: line.words, from: end).contains { hit in
            let word = line.words[hit.words.lowerBound]
            return word.joint == .blank && line.words[hit.words].allSatisfy(\.isCapitalised) && line.words[hit.words.lowerBound - 1].isCapitalised
        }
    }

    private static func isDoubled(_ line: TextLine, _ vocabulary: Vocabulary) -> Bool {
        guard line.words.count <= 40, line.utf8.count(where: { $0 == 0x3A }) >= 2 else { return false }
        let labels = ContactFields(line, vocabulary: vocabulary).fields.compactMap(\.label).filter { ["email", "phone", "fax"].contains($0) }
        return Set(labels).count < labels.count
    }
}
