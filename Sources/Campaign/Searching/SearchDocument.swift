import Documents

/// The words by which one output is found: those of its headlines, names and countries, and all others.
struct SearchDocument: Equatable {
    let head: Set<String>
    let body: Set<String>

    /// One word of a headline too many is worth more than one in the background.
    init(head: Set<String>, body: Set<String>) {
        self.head = head
        self.body = body.subtracting(head)
    }

    /// As the index keeps them, with blanks between them.
    init(headText: String, bodyText: String) { self.init(head: Self.words(of: headText), body: Self.words(of: bodyText)) }

    /// By bytes: a word may begin with a sign that makes one character of itself and the blank before it.
    private static func words(of text: String) -> Set<String> { Set(text.utf8.split(separator: 0x20).map { String(Substring($0)) }) }

    /// The same words in the same order, whoever puts them in.
    var headText: String { head.sorted().joined(separator: " ") }
    var bodyText: String { body.sorted().joined(separator: " ") }
    var wholeText: String { head.union(body).sorted().joined(separator: " ") }
    var hash: String { Digest.sha256(headText + "\n" + bodyText) }
}

/// What outputs say, row by row, on the way into the index.
struct SearchSource {
    struct Said {
        let language: Language
        let headline: String?
        let rest: [String]
    }

    let texts: [Said]
    let names: [String]
    let countries: [Country]

    /// - Parameter forms: of each language, kept from one output to the next.
    func document(_ forms: inout [Language: WordForms]) -> SearchDocument {
        var head: Set<String> = [], body: Set<String> = []
        let languages = Set(texts.map(\.language)).union([Language("en")])
        for language in languages {
            var words = forms[language] ?? WordForms(language)
            for name in names { head.formUnion(words.forms(in: name)) }
            for country in countries { head.formUnion(words.forms(in: country.name(in: language))) }
            for text in texts where text.language == language {
                if let headline = text.headline { head.formUnion(words.forms(in: headline)) }
                for rest in text.rest { body.formUnion(words.forms(in: rest)) }
            }
            forms[language] = words
        }
        return SearchDocument(head: head, body: body)
    }
}
