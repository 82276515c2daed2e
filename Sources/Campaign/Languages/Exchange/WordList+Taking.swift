package import Documents

/// What a file from a translator holds: the texts by the name of their form.
package struct TranslatedWords: Sendable, Equatable {
    package let language: Language
    /// In the order of the file.
    package let texts: [Text]

    package struct Text: Sendable, Equatable {
        package let key: String
        package let category: String?
        package let english: String
        package let own: String
    }

    /// Reads a `.po` file or XLIFF 1.2 or 2.x. Throws `PortableObject.Refused`, `TranslationFile.Refused`, `NotOurs`.
    package init(_ bytes: [UInt8]) throws {
        let mark: Set<UInt8> = [0xEF, 0xBB, 0xBF, 0xFF, 0xFE, 0x00, 0x20, 0x0A, 0x0D]
        let isXML = bytes.first { !mark.contains($0) } == UInt8(ascii: "<")
        try self.init(isXML ? .xliff(XLIFFReader()(bytes)) : .portable(PortableObjectReader()(bytes)))
    }

    private enum File {
        case xliff(TranslationFile)
        case portable(PortableObject)
    }

    private init(_ file: File) throws {
        switch file {
        case .xliff(let file):
            guard file.original == WordList.original, file.source == "en" else { throw NotOurs() }
            language = file.target
            texts = file.units.compactMap { unit in
                let parts = unit.id.split(separator: ":", maxSplits: 1).map(String.init)
                guard let key = parts.first, let own = unit.target?.text, !own.isEmpty else { return nil }
                return Text(key: key, category: parts.count > 1 ? parts[1] : nil, english: unit.source.text, own: own)
            }
        case .portable(let file):
            guard let tag = file["Language"]?.replacing("_", with: "-"), !tag.isEmpty else { throw NotOurs() }
            let language = Language(tag), categories = PluralRule.categories(in: language)
            self.language = language
            texts = file.entries.filter { !$0.flags.contains("fuzzy") }.flatMap { entry -> [Text] in
                guard let plural = entry.sourcePlural else {
                    return entry.forms.prefix(1).filter { !$0.isEmpty }.map {
                        Text(key: entry.context, category: nil, english: entry.source, own: $0)
                    }
                }
                return zip(categories, entry.forms).filter { !$0.1.isEmpty }.map {
                    Text(key: entry.context, category: $0, english: $0 == "one" ? entry.source : plural, own: $1)
                }
            }
        }
    }

    /// A file of something else than the program's words.
    package struct NotOurs: Error {}
}

extension WordList {
    /// What became of a translator's file.
    package struct Taken: Sendable, Equatable {
        /// Texts that differ from what was there.
        package var changed = 0
        package var unchanged = 0
        /// The English text is not what it was when the file was made.
        package var stale: [String] = []
        package var unknown: [String] = []
        /// The translation fills other places than the English text, by its form.
        package var misplaced: [String] = []
        /// A plural lacks some of its forms, by its key.
        package var incomplete: [String] = []

        package var isWhole: Bool { stale.isEmpty && unknown.isEmpty && misplaced.isEmpty && incomplete.isEmpty }
    }

    /// Takes the texts that fit; the rest is named and stays as it was.
    package mutating func take(_ words: TranslatedWords) -> Taken {
        var taken = Taken()
        let places = Dictionary(uniqueKeysWithValues: entries.indices.map { (entries[$0].key, $0) })
        var fitting: [Int: [String?: String]] = [:]
        for text in words.texts {
            guard let place = places[text.key], let form = entries[place].forms(in: language).first(where: { $0.category == text.category }) else {
                taken.unknown.append(text.id)
                continue
            }
            if form.english != text.english {
                taken.stale.append(text.id)
            } else if !Self.fits(text.own, form) {
                taken.misplaced.append(text.id)
            } else {
                if form.own == text.own { taken.unchanged += 1 } else { taken.changed += 1 }
                fitting[place, default: [:]][text.category] = text.own
            }
        }
        for (place, texts) in fitting.sorted(by: { $0.key < $1.key }) {
            let categories = entries[place].forms(in: language).map(\.category)
            var forms: [String: String] = [:]
            for case let category? in categories { forms[category] = texts[category] ?? entries[place].own?.form(category) }
            if categories == [nil] {
                if let text = texts[nil] { entries[place].own = .text(text) }
            } else if forms.count == categories.count {
                entries[place].own = .plural(forms)
            } else {
                taken.incomplete.append(entries[place].key)
            }
        }
        return taken
    }

    /// A form for one or two things may leave the number out, "a letter", or say it where English does not: "one" is 21 as well in some languages.
    private static func fits(_ own: String, _ form: WordForm) -> Bool {
        let wanted = Translations.Wording.places(in: form.english), given = Translations.Wording.places(in: own)
        guard let category = form.category, ["zero", "one", "two"].contains(category) else { return given == wanted }
        return given.union(["count"]) == wanted.union(["count"])
    }
}

extension TranslatedWords.Text {
    var id: String { category.map { "\(key):\($0)" } ?? key }
}
