extension Letter {
    /// The same letter with another address block.
    package func addressed(to lines: [String]) -> Letter {
        Letter(
            language: language, dateLine: dateLine, addressLines: lines, subject: subject, greeting: greeting,
            isGreetingPrinted: isGreetingPrinted, paragraphs: paragraphs, closing: closing, name: name
        )
    }
}
