package import Documents

extension Action {
    /// The subject line of a letter: the reference and what it is about; never empty, since some mail programs then drop the body.
    package func letterSubject(of output: Output, in language: Language, style: ReferenceStyle) -> String {
        let headline = output.texts.first { $0.language == language }?.headline
        let about = headline ?? subjects.first?.name ?? countries.map { $0.name(in: language) }.joined(separator: ", ")
        return [reference.printed(style), about].filter { !$0.isEmpty }.joined(separator: " – ")
    }
}
