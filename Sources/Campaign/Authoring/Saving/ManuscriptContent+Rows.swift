import Documents

/// Fields out of values, and values out of fields.
extension ManuscriptContent {
    mutating func take(_ text: Text) {
        let part = ManuscriptPart.text(text.language)
        self[part, "headline"] = text.headline ?? ""
        self[part, "lead"] = text.lead ?? ""
        self[part, "call"] = text.call ?? ""
        self[part, "demands"] = text.demands.joined(separator: "\n")
        self[part, "background"] = text.background.joined(separator: "\n\n")
    }

    func text(in language: Language) -> Text {
        let part = ManuscriptPart.text(language)
        return Text(
            language: language, headline: said(part, "headline"), lead: said(part, "lead"), call: said(part, "call"),
            background: Paragraphs(self[part, "background"]).paragraphs, demands: lines(part, "demands"))
    }

    mutating func take(_ letter: ModelLetter) {
        let part = ManuscriptPart.letter(letter.language)
        self[part, "greeting"] = letter.greeting ?? ""
        self[part, "body"] = letter.body.joined(separator: "\n\n")
        self[part, "closing"] = letter.closing ?? ""
    }

    func letter(in language: Language) -> ModelLetter {
        let part = ManuscriptPart.letter(language)
        return ModelLetter(
            language: language, greeting: said(part, "greeting"), body: Paragraphs(self[part, "body"]).paragraphs, closing: said(part, "closing"))
    }

    mutating func take(_ words: EditionWords, in language: Language) {
        let part = ManuscriptPart.words(language)
        self[part, "instructions"] = words.instructions.joined(separator: "\n")
        self[part, "postal"] = words.postalNote ?? ""
        self[part, "safety"] = words.safetyNote ?? ""
    }

    func words(in language: Language) -> EditionWords {
        let part = ManuscriptPart.words(language)
        return EditionWords(instructions: lines(part, "instructions"), postalNote: said(part, "postal"), safetyNote: said(part, "safety"))
    }

    mutating func take(_ addressee: Addressee, as id: String, order: Int, official: String?) {
        let part = ManuscriptPart.addressee(id)
        self[part, "order"] = String(order)
        self[part, "role"] = addressee.role.rawValue
        self[part, "name"] = addressee.name ?? ""
        self[part, "office"] = addressee.office ?? ""
        self[part, "salutation"] = addressee.salutation ?? ""
        self[part, "contacts"] = FieldLines.contacts(addressee.contacts)
        self[part, "official"] = official ?? ""
    }

    func addressee(_ id: String) -> Addressee {
        let part = ManuscriptPart.addressee(id)
        return Addressee(
            role: Addressee.Role(rawValue: self[part, "role"]) ?? .target, name: said(part, "name"), office: said(part, "office"),
            salutation: said(part, "salutation"), contacts: FieldLines.contacts(self[part, "contacts"]))
    }

    private func said(_ part: ManuscriptPart, _ name: String) -> String? {
        let text = self[part, name]
        return text.isEmpty ? nil : text
    }

    private func lines(_ part: ManuscriptPart, _ name: String) -> [String] {
        self[part, name].split(separator: "\n").map { $0.trimming }.filter { !$0.isEmpty }
    }
}

extension Substring {
    fileprivate var trimming: String {
        var text = self
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
