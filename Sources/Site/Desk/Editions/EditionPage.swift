import Campaign
import Documents

/// One output as a section decides about it: what changed upstream, what the section says otherwise, and the three ways to decide.
struct EditionPage: Page {
    static var template: String { "desk/edition" }

    let layout: Layout
    let t: [String: String]
    let title: String
    let intro: [String]
    let publicPath: String
    let hasProblems: Bool
    let problemsTitle: String?
    let problems: [ProblemPart]
    let tables: [DeskTable]
    let adoptForms: [DeskForm]
    let adaptPath: String?
    let dayValue: String
    let dayHint: String
    let dayProblem: String?
    let textLanguages: [PackOption]
    let areas: [EditionArea]
    let forms: [DeskForm]
}

/// Several lines to type, with what is said upstream.
struct EditionArea: Sendable {
    let areaName: String
    let areaLabel: String
    let areaHint: String?
    let areaLang: String?
    let areaRows: String
    let areaValue: String
    let areaProblem: String?
    let theirs: String?
}

extension EditionPage {
    init(
        title: String, _ action: Action, _ output: Output, typed: FormBody?, problems: FormProblems, mayAdopt: Bool, layout: Layout,
        for reader: Reader
    ) {
        let section = reader.section.code, reference = action.reference, own = OwnEdition(output, of: section)
        let upstream = Upstream(output), adoption = output.adoption(of: section)
        let changes = adoption.map { $0.state == .declined ? [] : $0.seen.changes(to: upstream) } ?? []
        let chosen = typed.map { $0.all("languages") } ?? own.languages.map(\.rawValue)
        self.init(
            layout: layout,
            t: reader.words.plainTexts,
            title: title,
            intro: [output.text(in: reader.languages)?.headline, Self.state(action, output, reader)].compactMap { $0 },
            publicPath: Links.action(reference, reader.publicLanguage, ordinal: output.ordinal),
            hasProblems: !problems.isEmpty,
            problemsTitle: problems.isEmpty ? nil : reader.text("my.problems_title"),
            problems: ProblemPart.all(problems, in: reader.words),
            tables: changes.isEmpty ? [] : [.changes(changes, own, reference, output.ordinal, reader, maySettle: mayAdopt)],
            adoptForms: mayAdopt && adoption?.state != .adopted
                ? [
                    DeskForm(
                        to: EditionLinks.adoption(reference, output.ordinal), reader.text("desk.editions_adopt"),
                        heading: reader.text("desk.editions_adopt"), explanation: reader.text("desk.editions_adopt_text"))
                ] : [],
            adaptPath: mayAdopt ? EditionLinks.adaptation(reference, output.ordinal) : nil,
            dayValue: typed?["act_until"] ?? own.actUntil?.text ?? "",
            dayHint: reader.text("desk.editions_theirs_day", ["date": output.actUntil(for: .international).map(reader.days.long) ?? "–"]),
            dayProblem: problems["act_until"].map(reader.words.text),
            textLanguages: output.texts.map {
                PackOption(
                    optionValue: $0.language.rawValue, label: reader.name(of: $0.language),
                    isChosen: (typed == nil && own.languages.isEmpty) || chosen.contains($0.language.rawValue))
            },
            areas: Self.areas(own, upstream, typed, problems, reader),
            forms: mayAdopt && adoption?.state != .declined
                ? [
                    DeskForm(
                        to: EditionLinks.refusal(reference, output.ordinal), reader.text("desk.editions_decline"),
                        heading: reader.text("desk.editions_decline"), explanation: reader.text("desk.editions_decline_text"),
                        fields: [
                            .init(
                                "reason", reader.text("desk.reason"), hint: reader.text("desk.reason_hint"),
                                problem: problems["reason"].map(reader.words.text))
                        ], isGrave: true)
                ] : [])
    }

    /// What was decided, when, and whether readers see it.
    private static func state(_ action: Action, _ output: Output, _ reader: Reader) -> String {
        let section = reader.section.code
        let shown = reader.text(action.isShown(output, by: section) ? "desk.editions_shown" : "desk.editions_hidden")
        guard let adoption = output.adoption(of: section) else {
            let own = output.hasOwnEdition(of: section) ? "desk.editions_state_own" : "desk.editions_state_new"
            return "\(reader.text(own)) \(shown)"
        }
        let date = reader.days.long(adoption.at.day(in: reader.section.timeZone))
        let state = reader.text("desk.editions_since_\(adoption.state.rawValue)", ["date": date, "reason": adoption.reason ?? ""])
        return "\(state) \(shown)"
    }

    private static func areas(_ own: OwnEdition, _ upstream: Upstream, _ typed: FormBody?, _ problems: FormProblems, _ reader: Reader)
        -> [EditionArea]
    {
        func area(_ field: String, _ label: String, hint: String? = nil, lang: Language? = nil, rows: Int, _ value: String) -> EditionArea {
            EditionArea(
                areaName: field, areaLabel: label, areaHint: hint, areaLang: lang?.rawValue, areaRows: String(rows),
                areaValue: typed?[field] ?? value, areaProblem: problems[field].map(reader.words.text), theirs: upstream.fields[field])
        }
        let people = [
            area(
                "copies", reader.text("desk.editions_field_copies"), hint: reader.text("desk.editions_copies_hint"), rows: 6,
                AddresseeLines.text(of: own.copies)),
            area(
                "targets", reader.text("desk.editions_field_targets"), hint: reader.text("desk.editions_targets_hint"), rows: 6,
                AddresseeLines.text(of: own.targets)),
        ]
        return people
            + reader.section.languages.flatMap { language -> [EditionArea] in
                let words = own.words[language], name = reader.name(of: language)
                func label(_ field: String) -> String { "\(reader.text("desk.editions_field_\(field)")) (\(name))" }
                return [
                    area(
                        "instructions.\(language)", label("instructions"), lang: language, rows: 4, words?.instructions.joined(separator: "\n") ?? ""),
                    area("postal_note.\(language)", label("postal_note"), lang: language, rows: 2, words?.postalNote ?? ""),
                    area("safety_note.\(language)", label("safety_note"), lang: language, rows: 2, words?.safetyNote ?? ""),
                ]
            }
    }
}
