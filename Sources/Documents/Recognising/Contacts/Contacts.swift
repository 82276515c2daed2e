/// The addressees and copies of a document, with every contact it prints.
struct Contacts {
    private let manuscript: Manuscript
    private let vocabulary: Vocabulary

    init(_ manuscript: Manuscript) {
        self.manuscript = manuscript
        vocabulary = manuscript.vocabulary
    }

    func callAsFunction() -> [Fact<ActionDraft.Target>] {
        let listed = manuscript.outline.sections(.contacts, .targets, .copies).flatMap { section in
            targets(in: section.lines, kind: section.heading == .copies ? .copy : .target)
        }
        if listed.contains(where: { $0.value.kind == .target }) { return listed }
        let near = aboveLetters.ifEmpty(belowLetters)
        return (near.isEmpty ? RunningContacts(manuscript)() : near) + listed
    }

    /// The addressees in a run of lines.
    func targets(in lines: [TextLine], kind: ActionDraft.Target.Kind) -> [Fact<ActionDraft.Target>] {
        ContactBlocks(ParallelColumns(lines).lines, manuscript).blocks.compactMap { block in
            guard let first = block.first else { return nil }
            var target = block.block.target
            AddressReading(block.block.head, vocabulary).fill(&target)
            guard target.name != nil || target.role != nil || block.block.hasLabels || !target.addressLines.isEmpty else { return nil }
            target.kind = kind
            return Fact(target, line: first.number, confidence: block.block.head.count == 1 ? 0.6 : 0.8)
        }
    }

    /// An address above the greeting of a letter, where no heading announces addresses.
    private var aboveLetters: [Fact<ActionDraft.Target>] {
        guard let letter = manuscript.outline.sections(.letter).first else { return [] }
        let block = AddressAboveLetter(manuscript, letter)
        return targets(in: block.address, kind: .target)
    }

    /// An address below the closing of a letter, where none stands elsewhere.
    private var belowLetters: [Fact<ActionDraft.Target>] {
        let sections = manuscript.outline.sections
        guard let letter = sections.firstIndex(where: { $0.heading == .letter && $0.lines.contains(where: manuscript.marks.isClosing) }),
            letter + 1 < sections.count, sections[letter + 1].heading == nil
        else { return [] }
        let block = Array(sections[letter + 1].lines.drop { $0.isBlank }.prefix { !$0.isBlank })
        guard (3...12).contains(block.count), AddressReading.looksLikeAddress(block, vocabulary) else { return [] }
        return targets(in: block, kind: .target)
    }
}

extension Array {
    fileprivate func ifEmpty(_ other: [Element]) -> [Element] { isEmpty ? other : self }
}
