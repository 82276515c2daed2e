package import Documents

extension CaseSheet {
    /// An exported output for people to read, with the headings of its language.
    package init(_ exported: ExportedOutput, _ catalogue: Catalogue) {
        let output = exported.chosen, language = output.language ?? "en", words = catalogue[language]
        var blocks: [Block] = [.title(output.words.headline ?? output.reference.printed()), .lines(Self.facts(output, words))]
        func add(_ key: String, _ content: [Block]) {
            if !content.isEmpty { blocks += [.heading(words.text(key))] + content }
        }
        blocks += Self.paragraphs(output.words.lead)
        add("action.demands", output.words.demands.isEmpty ? [] : [.list(output.words.demands)])
        add("action.addressees", output.editions.flatMap { edition in edition.addressees.map { Self.lines($0, words) } })
        add("action.letters", Self.letter(output.words.letter))
        add("action.background", Self.paragraphs(output.words.background))
        add("action.names", output.subjects.isEmpty ? [] : [.list(output.subjects.map(Self.named))])
        self.init(language: language, blocks: blocks, foot: [output.reference.printed(), language.rawValue])
    }

    private static func facts(_ output: NativeOutput, _ words: Translations) -> [String] {
        let place = words.listed(output.countries.map { $0.name(in: output.language ?? "en") })
        let days = [output.facts.issuedOn, output.facts.lastDay]
        let period = days == [nil, nil] ? "" : days.map { $0?.text ?? "…" }.joined(separator: " – ")
        return [output.reference.printed(), place, output.facts.indexCode ?? "", period].filter { !$0.isEmpty }
    }

    private static func lines(_ addressee: NativeEdition.Addressee, _ words: Translations) -> Block {
        let post = addressee.contacts.first { $0.channel == "post" }?.place?.split(separator: "\n").map(String.init) ?? []
        let others = addressee.contacts.filter { $0.channel != "post" }.map { contact in
            "\(words.text("channel.\(contact.channel)")): \(contact.place ?? words.text("action.hidden_email"))"
        }
        return .lines([addressee.name, addressee.office].compactMap { $0 } + post + others)
    }

    private static func letter(_ letter: NativeWords.Letter?) -> [Block] {
        guard let letter else { return [] }
        return paragraphs(letter.greeting) + paragraphs(letter.body) + paragraphs(letter.closing)
    }

    private static func named(_ subject: NativeOutput.Subject) -> String {
        [subject.name, subject.pronouns.map { "(\($0))" }].compactMap { $0 }.joined(separator: " ")
    }

    private static func paragraphs(_ text: String?) -> [Block] {
        Paragraphs(text ?? "").paragraphs.map(Block.paragraph)
    }
}

extension NativeOutput.Facts {
    /// Until when everybody is asked for letters.
    fileprivate var lastDay: Day? {
        ([actUntil] + extensions.filter { $0.section == nil }.map(\.until)).compactMap { $0 }.max()
    }
}
