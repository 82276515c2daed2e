package import Documents

extension Letter {
    /// One letter that goes to several at once: their greetings stand below each other, each once; all else is the first one's.
    ///
    /// nil for no letters.
    package static func toAll(_ letters: [Letter]) -> Letter? {
        guard let first = letters.first else { return nil }
        let greetings = letters.map(\.greeting).reduce(into: [String]()) { if !$1.isEmpty && !$0.contains($1) { $0.append($1) } }
        return first.greeting(greetings.joined(separator: "\n"))
    }

    /// The same letter with other words between greeting and closing.
    package func saying(_ paragraphs: [String]) -> Letter {
        Letter(
            language: language, dateLine: dateLine, addressLines: addressLines, subject: subject, greeting: greeting,
            isGreetingPrinted: isGreetingPrinted, paragraphs: paragraphs, closing: closing, name: name
        )
    }

    private func greeting(_ greeting: String) -> Letter {
        Letter(
            language: language, dateLine: dateLine, addressLines: addressLines, subject: subject, greeting: greeting,
            isGreetingPrinted: isGreetingPrinted, paragraphs: paragraphs, closing: closing, name: name
        )
    }
}
