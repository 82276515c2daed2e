import Documents

/// One text of a word list: a key's, or one plural form of it, which a translator sees by itself.
struct WordForm: Equatable {
    let key: String
    /// The plural category; nil where there is no plural.
    let category: String?
    let english: String
    let own: String?

    /// The name by which other programs know it: "list.count:few".
    var id: String { category.map { "\(key):\($0)" } ?? key }
}

extension WordList.Entry {
    /// Every form that `language` has. The English text of a form that English has not is its general one.
    func forms(in language: Language) -> [WordForm] {
        switch english {
        case .text(let text): [WordForm(key: key, category: nil, english: text, own: own?.form(nil))]
        case .plural(let forms):
            PluralRule.categories(in: language).map { category in
                WordForm(key: key, category: category, english: forms[category] ?? forms["other"] ?? "", own: own?.form(category))
            }
        }
    }
}

extension Translations.Wording {
    /// The text, or the form of a category.
    func form(_ category: String?) -> String? {
        switch (self, category) {
        case (.text(let text), nil): text
        case (.plural(let forms), let category?): forms[category]
        default: nil
        }
    }

    /// The names in braces of a text.
    static func places(in text: String) -> Set<String> {
        Set(text.matches(of: /\{([a-z_]+)\}/).map { String($0.output.1) })
    }
}
