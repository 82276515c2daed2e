package import Documents

/// Reads a letter as a careful friend would: against what the case asks for, in the language it is written in.
package struct AdviseLetter: Sendable {
    package let words: AdviceWords

    package init(words: AdviceWords) {
        self.words = words
    }

    /// What the letter is read against.
    package struct Case: Sendable {
        let model: ModelLetter
        let subjects: [String]
        /// What officials are asked, in the language of the model.
        let demands: [String]
        /// Everything else the case says in any language: demands, calls, other letters.
        let said: [(language: Language, text: String)]

        package init(_ model: ModelLetter, _ output: Output, subjects: [Subject]) {
            self.model = model
            self.subjects = subjects.map(\.name)
            demands = output.texts.first { $0.language == model.language }?.demands ?? []
            let texts = output.texts.map { text in
                (text.language, ([text.lead, text.call].compactMap { $0 } + text.demands).joined(separator: "\n"))
            }
            said = texts + output.letters.map { ($0.language, $0.body.joined(separator: "\n")) }
        }
    }

    /// - Parameter isOwn: whether the writer changed the model's words; the model itself is only looked at for greeting, length and fields.
    package func callAsFunction(_ letter: Letter, isOwn: Bool, _ case: Case) -> [LetterRemark] {
        let general = greeting(letter) + length(letter) + fields(letter)
        return isOwn ? insult(letter) + requests(letter, `case`) + name(letter, `case`) + topics(letter, `case`) + general : general
    }

    private func greeting(_ letter: Letter) -> [LetterRemark] {
        letter.greeting.isEmpty ? [.greetingMissing] : []
    }

    private func length(_ letter: Letter) -> [LetterRemark] {
        PageRoom.lines(letter.paragraphs) > PageRoom.linesOnPage ? [.overOnePage] : []
    }

    private func fields(_ letter: Letter) -> [LetterRemark] {
        let text = letter.paragraphs.joined(separator: "\n")
        return text.split(separator: "[", omittingEmptySubsequences: false).dropFirst().compactMap { piece in
            guard let end = piece.prefix(40).firstIndex(of: "]") else { return nil }
            let name = piece[..<end]
            return name.contains { $0.isLetter } && !name.contains { $0.isLowercase } ? .fieldLeft(String(name)) : nil
        }
    }

    private func insult(_ letter: Letter) -> [LetterRemark] {
        words.insult(in: letter.paragraphs.joined(separator: "\n"), letter.language).map { [.insult($0)] } ?? []
    }

    /// A request is kept when two words in five of it are still there.
    private func requests(_ letter: Letter, _ case: Case) -> [LetterRemark] {
        let kept = FoldedWords(letter.paragraphs.joined(separator: "\n")).stems
        if `case`.model.body.isEmpty { return `case`.demands.filter { !isKept($0, kept) }.map(LetterRemark.demandMissing) }
        return `case`.model.body.flatMap(Sentences.of).filter { words.asks(in: $0, letter.language) }.filter { !isKept($0, kept) }
            .map(LetterRemark.requestLost)
    }

    private func isKept(_ request: String, _ kept: Set<String>) -> Bool {
        let asked = FoldedWords(request).stems
        return asked.isEmpty || asked.intersection(kept).count * 5 >= asked.count * 2
    }

    private func name(_ letter: Letter, _ case: Case) -> [LetterRemark] {
        let text = letter.paragraphs.joined(separator: "\n")
        let isNamed = `case`.subjects.contains { PersonalName($0).isNamed(in: text) }
        // A letter in another script writes the name in its own letters: then the model does not have it either.
        // Where there is no model, only a letter in the name's own script is looked at.
        let isWordless = `case`.model.body.isEmpty && `case`.subjects.contains { Self.isLatin($0) == Self.isLatin(text) }
        let isInModel = isWordless || `case`.subjects.contains { PersonalName($0).isNamed(in: `case`.model.body.joined(separator: "\n")) }
        return isNamed || !isInModel ? [] : `case`.subjects.prefix(1).map(LetterRemark.nameMissing)
    }

    private static func isLatin(_ text: String) -> Bool {
        text.unicodeScalars.first { $0.properties.isAlphabetic }.map { $0.value < 0x250 } ?? true
    }

    private func topics(_ letter: Letter, _ case: Case) -> [LetterRemark] {
        let asked = letter.paragraphs.flatMap(Sentences.of).filter { words.asks(in: $0, letter.language) }
            .reduce(into: Set<String>()) { $0.formUnion(words.topics(in: $1, letter.language)) }
        let wanted = `case`.said.reduce(into: Set<String>()) { $0.formUnion(words.topics(in: $1.text, $1.language)) }
        return asked.subtracting(wanted).sorted().map(LetterRemark.otherTopic)
    }
}
