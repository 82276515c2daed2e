import Campaign
import Documents

extension ActionPage {
    init(_ view: ActionView, layout: Layout, sections: SectionDirectory, documents making: DocumentMaking) {
        let reader = view.reader, action = view.action, output = view.output, text = view.text
        let edition = view.edition?.words(in: reader.languages), own = view.ownWords?.instructions.nonEmpty
        let instructions = own ?? reader.section.words(in: reader.language)?.instructions ?? []
        let instructionsLanguage = own == nil ? reader.language : edition?.language ?? reader.language
        let addressees = AddresseePart.all(view), letters = view.isOpen ? LetterPart.all(view) : []
        let changes = action.demandChanges(of: output, in: view.textLanguage)
        let posts = view.isOpen ? output.socialPosts.map { SocialPart($0, language: view.textLanguage, for: reader) } : []
        let editions = Self.otherEditions(view, sections, making.site.origins), documents = DocumentPart.all(view, making)
        self.init(
            layout: layout,
            t: reader.words.plainTexts,
            breadcrumb: view.breadcrumb,
            isExample: action.isInvented,
            countryName: view.countryName,
            reference: view.reference,
            kindLabel: output.kind == .first ? nil : reader.text("kind.\(output.kind.rawValue)"),
            textLang: view.textLanguage.rawValue,
            textDir: view.textLanguage.direction,
            headline: view.headline,
            statusLine: Self.status(view),
            hasTextLanguages: !Self.textLanguages(view).isEmpty,
            textLanguages: Self.textLanguages(view),
            languageNote: Self.languageNote(view),
            lead: text?.lead.map { [$0] } ?? [],
            callHeading: view.heading("action.call"),
            callText: output.kind.asksForLetters ? text?.call : nil,
            isOpen: view.isOpen,
            daysLeft: view.isOpen ? view.actUntil.map { DaysLeft.line($0, for: reader) } : nil,
            writePath: view.isOpen ? Links.write(action.reference, reader.language) : nil,
            reportPath: Links.report(action.reference, reader.language),
            followPath: making.site.hasAlerts && Self.isGoingOn(action) ? Links.follow(action.reference, reader.language) : nil,
            followText: making.site.reach?.following(reader),
            state: StatePart(view),
            ownCountry: view.ownCountryNote,
            contactPath: Links.guide(.contact, reader.language),
            facts: FactPart.all(view),
            hasSafety: !view.safety.isEmpty,
            safety: view.safety,
            hasInstructions: view.isOpen && !instructions.isEmpty,
            instructionsLang: instructionsLanguage.rawValue,
            instructionsDir: instructionsLanguage.direction,
            instructions: view.isOpen ? instructions : [],
            hasDemands: text?.demands.isEmpty == false,
            demandsHeading: view.heading("action.demands"),
            demands: DemandPart.all(text?.demands ?? [], changes, reader),
            hasDropped: changes?.dropped.isEmpty == false,
            dropped: changes?.dropped ?? [],
            corrections: CorrectionPart.all(view),
            outputs: OutputPart.all(view),
            hasAddressees: !addressees.isEmpty,
            addresseesHeading: view.heading("action.addressees"),
            addressees: addressees,
            addressesPath: Links.addresses(action.reference, reader.language),
            noEmbassy: view.isOpen ? view.embassyNote : nil,
            preferredLanguages: Self.preferredLanguages(view),
            postalNote: view.isOpen ? view.ownWords?.postalNote ?? reader.section.words(in: reader.language)?.postalNote : nil,
            hasLetters: !letters.isEmpty,
            letters: letters,
            hasSocial: !posts.isEmpty,
            socialPosts: posts,
            hasBackground: text?.background.isEmpty == false,
            background: text?.background ?? [],
            answers: RepliesPart(view),
            hasSubjects: !action.subjects.isEmpty,
            subjects: action.subjects.map { SubjectPart(subjectName: $0.name, pronouns: $0.pronouns) },
            counting: CountingPart(view, sections: sections),
            hasDocuments: !documents.isEmpty,
            documents: documents,
            pdfNote: making.site.press.canMakePDF ? nil : reader.text("press.refused.no_pdf"),
            editionNote: Self.editionNote(view, sections),
            hasEditions: !editions.isEmpty,
            editionsTitle: reader.text(view.isOwnEdition ? "action.edition_others" : "action.edition_sections"),
            editions: editions
        )
    }

    /// Whether more is to be heard of it.
    private static func isGoingOn(_ action: Action) -> Bool {
        action.latest.map { $0.outcome == nil && $0.ending == nil } ?? false
    }

    private static func status(_ view: ActionView) -> [StatusPart] {
        let reader = view.reader
        let since = view.action.activeSince.map { StatusPart(label: reader.text("action.active_since_date", ["date": reader.days.long($0)])) }
        let left: StatusPart? =
            if case .open(let until) = view.offer {
                StatusPart(label: DaysLeft.line(until, for: reader), isUrgent: reader.today.days(until: until) <= DaysLeft.urgentDays)
            } else { StatusPart(label: reader.text("state.closed")) }
        let appeals = reader.publicCount(view.tally.counted()).map { StatusPart(label: reader.count("list.appeals", $0)) }
        return [since, left, appeals].compactMap { $0 }
    }

    private static func textLanguages(_ view: ActionView) -> [TextLanguage] {
        view.output.texts.map(\.language)
            .filter { $0 != view.reader.language && view.reader.section.languages.contains($0) }
            .map { TextLanguage(name: DayWording.ownName(of: $0), tag: $0.rawValue, path: view.path(in: $0)) }
    }

    private static func languageNote(_ view: ActionView) -> String? {
        guard view.text != nil, view.textLanguage != view.reader.language else { return nil }
        let days = view.reader.days
        let names = ["wanted": days.nameInSentence(of: view.reader.language), "shown": days.nameInSentence(of: view.textLanguage)]
        return view.reader.text("action.language_missing", names)
    }

    private static func preferredLanguages(_ view: ActionView) -> String? {
        let names = view.output.preferredLanguages.map { view.reader.name(of: $0) }
        guard !names.isEmpty else { return nil }
        let list = view.reader.words.listed(names)
        return view.output.ownLanguageWelcome == true ? view.reader.text("action.or_your_own", ["languages": list]) : list
    }

    private static func editionNote(_ view: ActionView, _ sections: SectionDirectory) -> String {
        let name = view.edition.flatMap { sections[$0.section] }?.name ?? view.reader.section.name
        return view.reader.text(view.isOwnEdition ? "action.edition_note" : "action.edition_from", ["section": name])
    }

    /// The same output at other sections that have an edition of it, the one that is shown among them when it is not the reader's own.
    private static func otherEditions(_ view: ActionView, _ sections: SectionDirectory, _ origins: Origins) -> [EditionPart] {
        view.output.editions.filter { view.action.isShown(view.output, by: $0.section) }.compactMap { sections[$0.section] }
            .filter { $0.code != view.reader.section.code }.map { section in
                let language = section.languages.contains(view.reader.language) ? view.reader.language : section.languages.first ?? "en"
                return EditionPart(sectionLabel: section.name, url: origins.origin(of: section) + view.path(in: language), tag: language.rawValue)
            }
    }
}

extension Array {
    /// nil instead of an empty list, for "else" chains.
    var nonEmpty: Self? { isEmpty ? nil : self }
}
