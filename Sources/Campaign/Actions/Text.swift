package import Documents

/// An output's words in one language.
package struct Text: Sendable, Equatable {
    package let language: Language
    package let headline: String?
    package let lead: String?
    /// The sentence that says what to ask; may be part of the lead as well.
    package let call: String?
    /// Paragraphs, in order.
    package let background: [String]
    /// What officials are asked to do, one line each.
    package let demands: [String]
}

/// The letter an output offers in one language.
package struct ModelLetter: Sendable, Equatable {
    package let language: Language
    package let greeting: String?
    /// Paragraphs, in order.
    package let body: [String]
    package let closing: String?
}
