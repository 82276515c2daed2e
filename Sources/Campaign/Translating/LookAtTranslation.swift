package import Documents
package import Storage

/// Which language of which output, at whose desk.
package struct TranslationPlace: Sendable, Equatable {
    package let reference: Reference
    package let ordinal: Int
    package let language: Language
    package let section: Section.Code
    /// The language to translate from; nil for the one it was begun from, else the first there is.
    package var from: Language?

    package init(reference: Reference, ordinal: Int, language: Language, section: Section.Code, from: Language? = nil) {
        self.reference = reference
        self.ordinal = ordinal
        self.language = language
        self.section = section
        self.from = from
    }
}

extension Connection {
    /// Source and target of a language side by side. Throws `ActionRefusal`, `TranslationRefusal`.
    package func translation(_ place: TranslationPlace) throws -> Translation {
        let action = try wholeAction(place.reference), sections = try sections(publishing: action.id)
        guard place.section == .international || sections.isEmpty || !sections.isDisjoint(with: [place.section, .international]) else {
            throw ActionRefusal.unknownReference(place.reference.printed(.slash))
        }
        if try isWithdrawn(action.id) { throw ActionRefusal.withdrawn }
        guard let output = action.output(place.ordinal) else { throw ActionRefusal.unknownOutput(place.reference, place.ordinal) }
        guard place.language.isTag, place.language.rawValue.count <= 20 else { throw TranslationRefusal.unfitLanguage(place.language.rawValue) }
        let row = try translationRow(of: output.id, in: place.language)
        let source = try output.source(for: place, row)
        return Translation(
            output: output.id, reference: action.reference, ordinal: output.ordinal, source: source, language: place.language,
            items: Translation.Item.all(
                Pieces(output, in: source, for: place.section).all, stored: try storedPieces(of: output.id, in: place.language),
                shown: Pieces(output, in: place.language, for: place.section).all),
            row: row, isShown: output.texts.contains { $0.language == place.language }, isPublished: output.publishedAt != nil,
            kept: action.kept(in: output))
    }

    /// For each piece what was translated before.
    package func memory(for translation: Translation, in section: Section.Code) throws -> TranslationMemory {
        try translationMemory(
            translation.items.map(\.piece), besides: translation.output, from: translation.source, into: translation.language, for: section)
    }

    /// The languages of an output with how far they are: those the section publishes in, and any other there is.
    package func translations(of output: Output, _ reference: Reference, in section: Section.Code, languages: [Language]) throws -> [Translation] {
        let known = languages + output.texts.map(\.language) + (try translationLanguages(of: output.id))
        return try known.enumerated().filter { place, language in !known[..<place].contains(language) }.compactMap { _, language in
            do {
                return try translation(TranslationPlace(reference: reference, ordinal: output.ordinal, language: language, section: section))
            } catch TranslationRefusal.noSource {
                return nil
            }
        }
    }

    /// Languages of open outputs of which the source has changed since.
    package func staleTranslations(for section: Section.Code, since day: Day) throws -> [Translation] {
        try openTranslations(for: section, since: day, limit: 60).compactMap { found in
            let place = TranslationPlace(reference: found.reference, ordinal: found.ordinal, language: found.language, section: section)
            guard let translation = try? translation(place) else { return nil }
            return translation.count(.stale) > 0 ? translation : nil
        }
    }
}

extension Output {
    /// What a language is made from: as asked, as begun, else the language of the first text that is another one.
    fileprivate func source(for place: TranslationPlace, _ row: TranslationRow?) throws -> Language {
        let own = texts.map(\.language).filter { $0 != place.language }
        let english = own.filter { $0 == "en" }
        guard let source = [place.from, row?.source].compactMap({ $0 }).first(where: own.contains) ?? (english + own).first else {
            throw TranslationRefusal.noSource
        }
        return source
    }
}

extension Action {
    /// Names and numbers that a translator leaves as they are.
    fileprivate func kept(in output: Output) -> [String] {
        let styles: [ReferenceStyle] = [.slash, .dot, .padded], code = output.indexCode.map { [$0.printed] } ?? []
        return styles.map { reference.printed($0) } + subjects.map(\.name) + code
    }
}
