/// What stands above the greeting of a letter that has no list of addresses: the address, then often the person concerned.
struct AddressAboveLetter {
    /// The lines of the address.
    let address: [TextLine]
    /// A line alone between address and greeting: the subject of the letter.
    let subject: TextLine?

    init(_ manuscript: Manuscript, _ letter: Section) {
        let blocks = Self.blocks(above: letter, manuscript)
        let index = blocks.firstIndex { $0.count >= 3 && AddressReading.looksLikeAddress($0, manuscript.vocabulary) }
        let block = index.map { blocks[$0] } ?? []
        let after = index.map { blocks[($0 + 1)...] } ?? []
        // where blank lines were lost, an address ends with its country
        let country = block.indices.dropFirst(2).first { CountryLine(block[$0])?.rest.isBlank == true }
        let below = country.map { block[($0 + 1)...] } ?? []
        let labelled = below.prefix { ContactFields($0, vocabulary: manuscript.vocabulary).hasLabels }
        address = country.map { Array(block[...$0]) + labelled } ?? block
        let name = below.dropFirst(labelled.count).first { NameFinder(manuscript.vocabulary).names(in: $0).first?.words.count == $0.words.count }
        subject = after.first { $0.count == 1 }?.first ?? name
    }

    /// The numbers of the lines above the first letter that belong to it.
    static func numbers(in manuscript: Manuscript) -> Set<Int> {
        guard let letter = manuscript.outline.sections(.letter).first else { return [] }
        let above = AddressAboveLetter(manuscript, letter)
        return Set((above.address + [above.subject].compactMap { $0 }).map(\.number))
    }

    /// The blocks of short lines between the last prose and the greeting.
    private static func blocks(above letter: Section, _ manuscript: Manuscript) -> [[TextLine]] {
        guard
            let greeting = letter.lines.first(where: { manuscript.marks.isGreeting($0) || LetterReading.isPlainGreeting($0, manuscript.vocabulary) })
        else { return [] }
        let above = manuscript.outline.lines.prefix { $0.number < greeting.number }.suffix(30)
        var blocks: [[TextLine]] = [[]]
        for line in above {
            if line.isBlank {
                blocks.append([])
            } else if manuscript.marks.isSentence(line) || isHeading(line, manuscript) || manuscript.marks.isClosing(line) {
                blocks = [[]]
            } else {
                blocks[blocks.count - 1].append(line)
            }
        }
        return blocks.filter { !$0.isEmpty }
    }

    private static func isHeading(_ line: TextLine, _ manuscript: Manuscript) -> Bool {
        HeadingFinder(manuscript.vocabulary).match(line) != nil || !ReferenceScanner(line.utf8).all(limit: 1).isEmpty
    }
}
