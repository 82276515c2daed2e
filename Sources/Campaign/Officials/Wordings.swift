package import Documents
package import Storage

/// The same words in several languages, as somebody printed them: none is made from another.
package struct Wordings: Sendable, Equatable, Bindable, Readable {
    package let words: [Language: String]

    /// Line breaks become blanks, empty wordings are dropped.
    package init(_ words: [Language: String]) {
        self.words = words.mapValues { $0.split(whereSeparator: \.isNewline).joined(separator: " ") }.filter { !$0.value.isEmpty }
    }

    package var isEmpty: Bool { words.isEmpty }
    package var languages: [Language] { words.keys.sorted { $0.rawValue < $1.rawValue } }

    package subscript(language: Language) -> String? { words[language] }

    /// In the first of `languages` there are words in, else in English, else in any.
    package func text(in languages: [Language]) -> String? {
        (languages + ["en"] + self.languages).lazy.compactMap { words[$0] }.first
    }

    package var value: Value { .text(languages.map { "\($0) \(words[$0] ?? "")" }.joined(separator: "\n")) }

    package static func read(_ value: Value) throws -> Wordings {
        let lines = try String.read(value).split(separator: "\n").map { $0.split(separator: " ", maxSplits: 1) }
        return Wordings(
            Dictionary(
                lines.filter { $0.count == 2 }.map { (Language(rawValue: String($0[0])), String($0[1])) }, uniquingKeysWith: { first, _ in first }))
    }
}
