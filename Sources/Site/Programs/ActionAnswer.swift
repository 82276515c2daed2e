import Campaign
import Documents

/// The actions as programs get them. Every member is always there, null where nobody said it; `openapi.json` describes each.
struct ActionAnswer {
    let site: SiteParts
    let reader: Reader

    private var origin: String { site.origins.origin(of: reader.section) }

    /// A page of a list, and what asks for the next.
    static func list(_ items: [JSON], next: ListPlace?) -> String {
        JSON.object([("items", .list(items)), ("next", JSON(next?.text))]).text
    }

    /// What a list says of an action: its latest output in short.
    func entry(_ action: Action, _ topics: Set<Topic>) -> JSON {
        let latest = action.latest.map { ActionView(action, $0, Tally(), for: reader) }
        let headlines = latest?.output.texts.compactMap { text in text.headline.map { (name: text.language.rawValue, value: JSON($0)) } } ?? []
        return .object(
            names(action) + about(action, topics) + [
                ("latest", JSON(latest?.output.ordinal)), ("kind", JSON(latest?.output.kind.rawValue)),
                ("issued_on", JSON(latest?.output.issuedOn)), ("act_until", JSON(latest?.actUntil)), ("takes_letters", JSON(latest?.isOpen ?? false)),
                ("outcome", JSON(latest?.output.outcome?.rawValue)), ("headlines", .object(headlines)),
            ])
    }

    func withdrawal(_ reference: Reference, at moment: Instant) -> JSON {
        ["reference": .words(reference.printed()), "id": .words(reference.slug), "at": .words(moment.text)]
    }

    /// All of an action.
    ///
    /// - Parameter view: of its latest output.
    func action(_ view: ActionView, _ topics: Set<Topic>) -> JSON {
        let action = view.action
        return .object(
            names(action) + about(action, topics) + [
                ("archive_year", .number(action.archive.year)), ("archive_month", JSON(action.archive.month)),
                ("active_since", JSON(action.activeSince)),
                (
                    "subjects",
                    .list(action.subjects.map { ["name": .words($0.name), "pronouns": JSON($0.pronouns)] })
                ),
                ("latest", JSON(action.latest?.ordinal)), ("takes_letters", .truth(view.isOpen)),
                ("takes_reports", .truth(view.takesReports)), ("tally", tally(view)), ("outputs", outputs(view)),
            ])
    }

    func outputs(_ view: ActionView) -> JSON {
        .list(view.action.outputs.map { output(view.other($0)) })
    }

    func output(_ view: ActionView) -> JSON {
        let output = view.output, reference = view.action.reference, ending = output.ending
        return .object([
            ("ordinal", .number(output.ordinal)), ("api_url", .words(origin + ProgramLinks.output(reference, output.ordinal))),
            ("urls", urls { Links.action(reference, $0, ordinal: output.ordinal) }), ("kind", .words(output.kind.rawValue)),
            ("is_final", .truth(output.isFinal)), ("index_code", JSON(output.indexCode?.printed)), ("issued_on", JSON(output.issuedOn)),
            ("published_at", JSON(output.publishedAt)), ("act_until", JSON(view.actUntil)), ("takes_letters", .truth(view.isOpen)),
            ("replaced_by", JSON(view.action.successor(of: output)?.ordinal)), ("ended_on", JSON(ending?.on)),
            ("end_reason", JSON(ending?.reason?.rawValue)), ("outcome", JSON(output.outcome?.rawValue)), ("event_on", JSON(output.eventOn)),
            ("preferred_languages", JSON(output.preferredLanguages.map(\.rawValue))), ("own_language_welcome", JSON(output.ownLanguageWelcome)),
            ("texts", .list(output.texts.map { text($0, of: view) })),
            ("notes", .list(output.notes.map(note))),
            ("letters", .list(view.isOpen ? output.letters.map(letter) : [])),
            ("social_posts", JSON(view.isOpen ? output.socialPosts : [])),
            ("officials_url", .words(origin + ProgramLinks.officials(reference, output.ordinal))),
        ])
    }

    func text(_ text: Text, of view: ActionView) -> JSON {
        let reference = view.action.reference, ordinal = view.output.ordinal
        return [
            "language": JSON(text.language), "headline": JSON(text.headline), "lead": JSON(text.lead),
            "call": JSON(view.output.kind.asksForLetters ? text.call : nil), "demands": JSON(text.demands), "background": JSON(text.background),
            "sheet_url": .words(origin + Links.document(reference, ordinal, text.language, .sheet, .md)),
        ]
    }

    /// Counts as the pages show them: none below the section's threshold, and no part by which a hidden one could be worked out.
    func tally(_ view: ActionView) -> JSON {
        let shares = PublicShares(view, site.sections)
        return [
            "threshold": .number(reader.section.threshold), "appeals": JSON(reader.publicCount(view.tally.counted())),
            "counted_elsewhere": JSON(reader.publicCount(view.tally.countedElsewhere())),
            "outputs": .list(shares.outputs.map { ["ordinal": .number($0.ordinal), "appeals": .number($1)] }),
            "channels": .list(shares.channels.map { ["channel": .words($0.rawValue), "appeals": .number($1)] }),
            "sections": .list(shares.sections.map { ["section": .words($0.code.rawValue), "appeals": .number($1)] }),
            "servers": .list(shares.servers.map { ["server": .words($0), "appeals": .number($1)] }),
        ]
    }

    private func note(_ note: OutputNote) -> JSON {
        ["kind": .words(note.kind.rawValue), "language": JSON(note.language), "words": .words(note.words)]
    }

    private func letter(_ letter: ModelLetter) -> JSON {
        [
            "language": JSON(letter.language), "greeting": JSON(letter.greeting), "body": JSON(letter.body), "closing": JSON(letter.closing),
        ]
    }

    private func names(_ action: Action) -> [(name: String, value: JSON)] {
        let reference = action.reference
        return [
            ("reference", .words(reference.printed())), ("id", .words(reference.slug)),
            ("api_url", .words(origin + ProgramLinks.action(reference))), ("urls", urls { Links.action(reference, $0) }),
        ]
    }

    private func about(_ action: Action, _ topics: Set<Topic>) -> [(name: String, value: JSON)] {
        [
            ("countries", JSON(action.countries.map(\.code))), ("topics", JSON(topics.map(\.rawValue).sorted())),
            ("is_example", .truth(action.isInvented)),
        ]
    }

    /// The page for people, in each language of the section.
    private func urls(_ path: (Language) -> String) -> JSON {
        .object(reader.section.languages.map { ($0.rawValue, .words(origin + path($0))) })
    }
}

extension ActionView {
    /// Another output of the same action, for the same reader.
    func other(_ output: Output) -> ActionView {
        ActionView(action, output, tally, embassies: embassies, for: reader)
    }
}
