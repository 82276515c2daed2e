package import Documents

/// What a section says otherwise than the international one. What is left out is said as it is upstream.
package struct OwnEdition: Sendable, Equatable {
    package var actUntil: Day?
    /// Empty for all languages there are.
    package var languages: [Language] = []
    package var words: [Language: EditionWords] = [:]
    /// Whom to write to, in place of those upstream; empty for theirs.
    package var targets: [Addressee] = []
    /// Whom to send copies, in place of those upstream: the embassy here; empty for theirs.
    package var copies: [Addressee] = []

    package init() {}

    /// As the section has it now.
    package init(_ output: Output, of section: Section.Code) {
        let adoption = output.adoption(of: section), edition = output.editions.first { $0.section == section }
        actUntil = adoption?.actUntil
        languages = adoption?.languages ?? []
        words = edition?.words ?? [:]
        targets = edition?.addressees.filter { $0.role == .target } ?? []
        copies = edition?.addressees.filter { $0.role == .copy } ?? []
    }

    package var isEmpty: Bool { self == OwnEdition() }

    /// Without what it says of one field of ``Upstream``, so that theirs is said again.
    func taking(_ field: String) -> OwnEdition {
        var own = self
        let parts = field.split(separator: ".", maxSplits: 1).map(String.init)
        let language = parts.count > 1 ? Language(rawValue: parts[1]) : nil
        switch parts[0] {
        case "deadline": own.actUntil = nil
        case "targets": own.targets = []
        case "copies": own.copies = []
        case "instructions": own.change(language) { EditionWords(instructions: [], postalNote: $0.postalNote, safetyNote: $0.safetyNote) }
        case "postal_note": own.change(language) { EditionWords(instructions: $0.instructions, postalNote: nil, safetyNote: $0.safetyNote) }
        case "safety_note": own.change(language) { EditionWords(instructions: $0.instructions, postalNote: $0.postalNote, safetyNote: nil) }
        default: break
        }
        return own
    }

    /// Whether the section says something of its own about a field of ``Upstream``.
    package func says(_ field: String) -> Bool { taking(field) != self }

    private mutating func change(_ language: Language?, _ change: (EditionWords) -> EditionWords) {
        guard let language, let known = words[language] else { return }
        let changed = change(known)
        words[language] = changed.isEmpty ? nil : changed
    }
}

extension EditionWords {
    package var isEmpty: Bool { instructions.isEmpty && postalNote == nil && safetyNote == nil }

    /// These, and what they leave out from the others.
    func completed(by others: EditionWords?) -> EditionWords {
        EditionWords(
            instructions: instructions.isEmpty ? others?.instructions ?? [] : instructions, postalNote: postalNote ?? others?.postalNote,
            safetyNote: safetyNote ?? others?.safetyNote)
    }
}
