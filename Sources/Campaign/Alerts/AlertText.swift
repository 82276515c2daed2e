package import Documents

/// What an alert says in one language, but for the way out at its end, which is each supporter's own.
package struct AlertText: Sendable, Equatable {
    package let language: Language
    package let subject: String
    package let plain: String
    /// A piece of a page: its body without the frame.
    package let html: String
    package let short: String
}
