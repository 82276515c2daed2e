package import Documents

extension ComposeLetter {
    /// The letters that `output` offers its readers: its own; for one that asks for letters and gives none, a letter without words in each
    /// language that has greetings, the readers' own first.
    ///
    /// - Parameter readers: the languages of the readers, best first.
    package func models(of output: Output, for readers: [Language]) -> [ModelLetter] {
        guard output.letters.isEmpty else { return output.letters }
        let known = (readers + output.preferredLanguages).filter { salutations[$0] != nil }
        return (known.isEmpty ? Array(readers.prefix(1)) : known).reduce(into: []) { models, language in
            if models.contains(where: { $0.language == language }) { return }
            models.append(ModelLetter(language: language, greeting: nil, body: [], closing: nil))
        }
    }
}
