/// All that an output says in one language. Paragraphs of one part stand together, a blank line between them.
package struct NativeWords: Hashable, Sendable {
    package var headline: String?
    package var lead: String?
    package var call: String?
    package var demands: [String] = []
    package var background: String?
    /// How it ended, said beside the text.
    package var outcome: String?
    /// What this document sets right in an earlier one.
    package var correction: String?
    package var letter: Letter?
    package var editions: [Edition] = []

    package init() {}

    /// The model letter.
    package struct Letter: Hashable, Sendable {
        package var greeting: String?
        package var body: String
        package var closing: String?

        package init(greeting: String? = nil, body: String, closing: String? = nil) {
            self.greeting = greeting
            self.body = body
            self.closing = closing
        }
    }

    /// What a section tells its readers to do.
    package struct Edition: Hashable, Sendable {
        package var section: String
        package var instructions: [String]
        package var postalNote: String?
        package var safetyNote: String?

        package init(section: String, instructions: [String] = [], postalNote: String? = nil, safetyNote: String? = nil) {
            self.section = section
            self.instructions = instructions
            self.postalNote = postalNote
            self.safetyNote = safetyNote
        }
    }

    /// Whether there is any text beside letters and what sections add.
    package var hasText: Bool {
        headline != nil || lead != nil || call != nil || background != nil || !demands.isEmpty
    }
}
