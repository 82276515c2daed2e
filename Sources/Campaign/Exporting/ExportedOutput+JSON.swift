import Documents

/// The object of `amparo export --format json`: the keys of an import draft (DESIGN 4.2), and what a draft has no key for.
extension ExportedOutput: Encodable {
    private enum Keys: String, CodingKey {
        case countries, subjects, invented, published, languages, extensions, editions
        case editionWords = "edition_words"
    }

    package func encode(to encoder: any Encoder) throws {
        var draft = ActionDraft(chosen)
        draft.letters = versions.flatMap { ActionDraft($0).letters }
        try draft.encode(to: encoder)
        var further = encoder.container(keyedBy: Keys.self)
        try further.encode(chosen.countries, forKey: .countries)
        try further.encode(chosen.subjects, forKey: .subjects)
        try further.encode(chosen.isInvented, forKey: .invented)
        try further.encode(chosen.published, forKey: .published)
        try further.encode(versions.compactMap(\.language), forKey: .languages)
        try further.encode(chosen.facts.extensions, forKey: .extensions)
        try further.encode(chosen.editions, forKey: .editions)
        try further.encode(versions.flatMap(SpokenWords.all), forKey: .editionWords)
    }
}

/// What a section tells its readers in one language.
private struct SpokenWords: Encodable {
    let language: Language?
    let section: String
    let instructions: [String]
    let postalNote: String?
    let safetyNote: String?

    private enum CodingKeys: String, CodingKey {
        case language, section, instructions
        case postalNote = "postal_note"
        case safetyNote = "safety_note"
    }

    static func all(of version: NativeOutput) -> [SpokenWords] {
        version.words.editions.map {
            SpokenWords(
                language: version.language, section: $0.section, instructions: $0.instructions, postalNote: $0.postalNote, safetyNote: $0.safetyNote
            )
        }
    }
}
