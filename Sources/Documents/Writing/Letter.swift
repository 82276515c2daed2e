/// One finished letter, from one supporter to one addressee, as a person would type it.
package struct Letter: Hashable, Sendable {
    package let language: Language
    /// Place and date; may be empty.
    package let dateLine: String
    /// Name, office and address, a line each.
    package let addressLines: [String]
    package let subject: String
    package let greeting: String
    /// Whether the case itself prints the greeting for this person.
    package let isGreetingPrinted: Bool
    package let paragraphs: [String]
    package let closing: String
    /// The writer's name; may be empty, for a letter that is signed by hand.
    package let name: String

    package init(
        language: Language, dateLine: String, addressLines: [String], subject: String, greeting: String, isGreetingPrinted: Bool,
        paragraphs: [String], closing: String, name: String
    ) {
        self.language = language
        self.dateLine = dateLine
        self.addressLines = addressLines
        self.subject = subject
        self.greeting = greeting
        self.isGreetingPrinted = isGreetingPrinted
        self.paragraphs = paragraphs
        self.closing = closing
        self.name = name
    }

    /// The body as it goes into an e-mail: greeting, paragraphs, closing, name; no address block.
    package var mailBody: String {
        ([greeting] + paragraphs + [[closing, name].filter { !$0.isEmpty }.joined(separator: "\n")])
            .filter { !$0.isEmpty }.joined(separator: "\n\n")
    }

    /// Place and date, each in its own direction where they stand together as plain text.
    package var isolatedDateLine: String { IsolatedParts(dateLine).isolated(in: language) }

    /// The whole letter as plain text, with address block and subject line.
    package var plainText: String {
        [addressLines.joined(separator: "\n"), isolatedDateLine, subject, mailBody].filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
    }
}
