package import Documents
import Storage

/// What is said of an output in one language, besides its text: how it ended for the people, or what it sets right in an earlier one.
package struct OutputNote: Sendable, Equatable {
    package enum Kind: String, Sendable, CaseIterable, Bindable, Readable {
        case outcome, correction
    }

    package let kind: Kind
    package let language: Language
    package let words: String

    package init(_ kind: Kind, _ language: Language, _ words: String) {
        self.kind = kind
        self.language = language
        self.words = words
    }
}

extension Output {
    /// The note in the first of `languages` there is one in, else in English, else any.
    package func note(_ kind: OutputNote.Kind, in languages: [Language]) -> OutputNote? {
        let own = notes.filter { $0.kind == kind }
        return (languages + ["en"]).lazy.compactMap { language in own.first { $0.language == language } }.first ?? own.first
    }
}
