import Campaign
import Documents

extension WritePage {
    /// - Parameters:
    ///   - isChecked: whether the writer asked what is to be said of the letter.
    ///   - script: keeps a begun letter in the browser.
    init(_ written: WrittenLetters, isChecked: Bool, problems: FormProblems, script: String, layout: Layout) {
        let view = written.view, choice = written.choice, reader = view.reader, reference = view.action.reference
        let remarks = isChecked ? written.remarks.map { $0.text(for: reader) } : [], letter = written.joint
        let isWordless = choice.model.body.isEmpty
        let ways = Self.ways(view, choice)
        self.init(
            layout: layout,
            t: reader.words.plainTexts,
            breadcrumb: view.letterBreadcrumb,
            countryName: view.countryName,
            reference: view.reference,
            headline: view.headline,
            textLang: view.textLanguage.rawValue,
            textDir: view.textLanguage.direction,
            isExample: view.action.isInvented,
            ownCountry: view.ownCountryNote,
            contactPath: Links.guide(.contact, reader.language),
            hasProblems: !problems.isEmpty,
            problemsTitle: problems.isEmpty ? nil : reader.text("write.problems_title"),
            problems: ProblemPart.all(problems, in: reader.words),
            lettersPath: Links.letters(reference, reader.language),
            writingPath: Links.guide(.writing, reader.language),
            addressees: Self.addressees(view, choice),
            addresseeProblem: problems["addressee"].map(reader.words.text),
            letterLanguages: Self.languages(view, choice),
            languageProblem: problems["language"].map(reader.words.text),
            ways: ways,
            hasWays: !ways.isEmpty,
            wayProblem: problems["way"].map(reader.words.text),
            hasRemarks: !remarks.isEmpty,
            remarks: remarks,
            isFine: isChecked && remarks.isEmpty,
            letterTitle: reader.text("write.letter_in", ["language": reader.days.nameInSentence(of: choice.model.language)]),
            letterLang: choice.model.language.rawValue,
            letterDir: choice.model.language.direction,
            wordsLabel: reader.text(isWordless ? "write.empty_words" : "write.own_words"),
            wordsHint: reader.text(isWordless ? "write.empty_words_hint" : "write.own_words_hint"),
            ownWords: choice.ownWords ?? choice.model.body.joined(separator: "\n\n"),
            fieldsNote: choice.model.body.contains { !MergeText($0).fields.isEmpty } ? reader.text("write.fields_note") : nil,
            recipientLines: choice.addressees.count == 1 ? letter.addressLines : choice.addressees.map(\.printedName),
            greeting: letter.greeting.nonBlank,
            closing: letter.closing.nonBlank,
            signedAs: choice.name.isEmpty ? nil : letter.name.nonBlank,
            translation: TranslationPart(view, choice),
            asking: isWordless ? AskingPart(view) : nil,
            nameValue: choice.name,
            placeValue: choice.place,
            hasInitials: choice.hasInitials,
            nameProblem: problems["name"].map(reader.words.text),
            placeProblem: problems["place"].map(reader.words.text),
            wordsProblem: problems["words"].map(reader.words.text),
            hasSafety: !view.writingSafety.isEmpty,
            safety: view.writingSafety,
            rules: reader.section.letters.adviceKeys.map { reader.text($0) },
            slug: reference.slug,
            draftScript: script
        )
    }

    /// Targets first, then those who get a copy.
    private static func addressees(_ view: ActionView, _ choice: LetterChoice) -> [AddresseeChoice] {
        let all = Array((view.edition?.addressees ?? []).enumerated())
        return (all.filter { $0.element.role == .target } + all.filter { $0.element.role == .copy }).map { position, addressee in
            AddresseeChoice(
                key: String(position + 1), isChosen: choice.positions.contains(position),
                roleLabel: view.reader.text(addressee.role == .copy ? "action.copy" : "action.target"),
                addresseeName: addressee.printedName, office: addressee.name == nil ? nil : addressee.office,
                channelsLine: view.reader.ways(of: addressee)
            )
        }
    }

    /// The official's languages first, as the case names them, then the reader's, then the others.
    private static func languages(_ view: ActionView, _ choice: LetterChoice) -> [LanguageChoicePart] {
        let first = view.output.preferredLanguages + [view.reader.language], all = choice.models.map(\.language)
        let ordered = first.filter(all.contains) + all
        return ordered.reduce(into: [Language]()) { if !$0.contains($1) { $0.append($1) } }.map { language in
            LanguageChoicePart(
                tag: language.rawValue, languageName: view.reader.name(of: language),
                isPreferred: view.output.preferredLanguages.contains(language), isChosen: language == choice.model.language
            )
        }
    }

    /// Every way to anybody on the list: without a script the list cannot follow what is ticked above it.
    private static func ways(_ view: ActionView, _ choice: LetterChoice) -> [WayChoice] {
        let open = Set((view.edition?.addressees ?? []).flatMap(\.ways))
        return SendingWay.allCases.filter(open.contains).map {
            WayChoice(wayValue: $0.rawValue, wayLabel: view.reader.text("channel.\($0.rawValue)"), isChosen: $0 == choice.way)
        }
    }
}

extension WritePage.AskingPart {
    /// nil when the case has no text at all.
    init?(_ view: ActionView) {
        guard let text = view.text else { return nil }
        let asked = [text.call].compactMap { $0 }
        self.init(
            askingTitle: view.heading("action.demands"),
            askingLang: text.language.rawValue,
            askingDir: text.language.direction,
            askingParagraphs: asked.isEmpty && text.demands.isEmpty ? [text.lead].compactMap { $0 } : asked,
            hasAskingDemands: !text.demands.isEmpty,
            askingDemands: text.demands
        )
    }
}

extension WritePage.TranslationPart {
    /// nil when the reader's own language is the letter's, or the case has no letter in it.
    init?(_ view: ActionView, _ choice: LetterChoice) {
        let reader = view.reader
        guard choice.model.language != reader.language, let model = view.output.letters.first(where: { $0.language == reader.language }) else {
            return nil
        }
        self.init(
            translationTitle: reader.text("write.translation", ["language": reader.days.nameInSentence(of: model.language)]),
            translationNote: choice.ownWords == nil ? nil : reader.text("write.translation_note"),
            translationLang: model.language.rawValue,
            translationDir: model.language.direction,
            translationParagraphs: [model.greeting].compactMap { $0 } + model.body + [model.closing].compactMap { $0 }
        )
    }
}
