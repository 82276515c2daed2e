import Documents

/// One part of an output's words that is translated by itself: a headline, a demand, a paragraph of the letter.
package struct Piece: Sendable, Equatable {
    /// Stable while the output keeps its shape: "headline", "demand.2", "letter.body.1", "section.ch.postal_note".
    package let id: String
    package let words: String

    /// What it is one of: "demand" of "demand.2".
    package var group: String {
        let parts = id.split(separator: ".")
        return (parts.last.map { $0.allSatisfy(\.isNumber) } ?? false ? parts.dropLast() : parts[...]).joined(separator: ".")
    }
}

/// The words of an output in one language, taken apart and put together again.
package struct Pieces: Sendable {
    let text: Text?
    let letter: ModelLetter?
    /// What one section tells its readers, with the section.
    let section: (code: Section.Code, words: EditionWords)?

    init(_ output: Output, in language: Language, for section: Section.Code) {
        text = output.texts.first { $0.language == language }
        letter = output.letters.first { $0.language == language }
        self.section = output.editions.first { $0.section == section }?.words[language].map { (section, $0) }
    }

    /// In the order in which a reader meets them.
    package var all: [Piece] {
        var pieces: [Piece] = []
        func add(_ id: String, _ words: String?) {
            if let words, words.contains(where: { !$0.isWhitespace }) { pieces.append(Piece(id: id, words: words)) }
        }
        func add(_ id: String, _ list: [String]) { for (place, words) in list.enumerated() { add("\(id).\(place + 1)", words) } }
        add("headline", text?.headline)
        add("lead", text?.lead)
        add("call", text?.call)
        add("demand", text?.demands ?? [])
        add("letter.greeting", letter?.greeting)
        add("letter.body", letter?.body ?? [])
        add("letter.closing", letter?.closing)
        add("background", text?.background ?? [])
        if let section {
            add("section.\(section.code.rawValue).instruction", section.words.instructions)
            add("section.\(section.code.rawValue).postal_note", section.words.postalNote)
            add("section.\(section.code.rawValue).safety_note", section.words.safetyNote)
        }
        return pieces
    }
}

/// Translated pieces put together, for readers.
struct AssembledWords {
    /// In the order of the source.
    let pieces: [(id: String, words: String)]
    let language: Language

    var text: Text {
        Text(
            language: language, headline: one("headline"), lead: one("lead"), call: one("call"), background: many("background"),
            demands: many("demand"))
    }

    /// nil without a body.
    var letter: ModelLetter? {
        let body = many("letter.body")
        return body.isEmpty ? nil : ModelLetter(language: language, greeting: one("letter.greeting"), body: body, closing: one("letter.closing"))
    }

    func words(of section: Section.Code) -> EditionWords? {
        let code = section.rawValue
        let words = EditionWords(
            instructions: many("section.\(code).instruction"), postalNote: one("section.\(code).postal_note"),
            safetyNote: one("section.\(code).safety_note"))
        return words == EditionWords(instructions: [], postalNote: nil, safetyNote: nil) ? nil : words
    }

    private func one(_ id: String) -> String? { pieces.first { $0.id == id }?.words }
    private func many(_ group: String) -> [String] { pieces.filter { $0.id.hasPrefix(group + ".") }.map(\.words) }
}
