import Campaign
import Documents

/// Choosing what a letter evening needs.
struct PackPage: Page {
    static var template: String { "packs/new" }

    let layout: Layout
    let t: [String: String]
    let hasProblems: Bool
    let problemsTitle: String?
    let problems: [ProblemPart]
    let limitText: String
    let packPath: String
    let groupsPath: String
    let hasForm: Bool
    let isWithoutPDF: Bool
    let isEmpty: Bool
    let cases: [PackCasePart]
    let papers: [PackOption]
    let windows: [PackOption]
    let envelopes: [PackOption]
    let groupValue: String
    let groupProblem: String?
}

/// A case that can be in the pack.
struct PackCasePart: Sendable {
    let anchor: String
    let countryName: String
    let reference: String
    let headline: String
    let textLang: String
    let textDir: String
    let isExample: Bool
    let path: String
    let untilText: String?
    let copiesField: String
    let copiesValue: String
    let copiesProblem: String?
    let addresseesField: String
    let addressees: [PackOption]
    let languagesField: String
    let letterLanguages: [PackOption]
}

/// One choice of several.
struct PackOption: Sendable {
    let optionValue: String
    let label: String
    let isChosen: Bool
}

extension PackPage {
    init(
        _ views: [ActionView], _ form: PackForm, problems: FormProblems, compose: ComposeLetter, canMakePDF: Bool, layout: Layout, for reader: Reader
    ) {
        let limits = ["letters": reader.words.grouped(Pack.letterLimit), "cases": reader.words.grouped(Pack.caseLimit)]
        let usual = UsualPaper(reader.section)
        self.init(
            layout: layout,
            t: reader.words.plainTexts,
            hasProblems: !problems.isEmpty,
            problemsTitle: problems.isEmpty ? nil : reader.text("pack.problems_title"),
            problems: ProblemPart.all(problems, in: reader.words),
            limitText: reader.text("pack.limit", limits),
            packPath: Links.pack(reader.language),
            groupsPath: Links.groups(reader.language),
            hasForm: canMakePDF && !views.isEmpty,
            isWithoutPDF: !canMakePDF,
            isEmpty: canMakePDF && views.isEmpty,
            cases: views.map { PackCasePart($0, form, problems, compose, isAlone: views.count == 1) },
            papers: PaperSize.allCases.map {
                form.option("paper", $0.rawValue, reader.text("paper.\($0.rawValue)"), usually: usual.paper.rawValue)
            },
            windows: WindowForm.allCases.map {
                form.option("window", $0.rawValue, reader.text("window.\($0.rawValue)"), usually: usual.window.rawValue)
            },
            envelopes: [form.option("envelopes", "none", reader.text("pack.envelopes_none"), usually: "none")]
                + EnvelopeSize.allCases.map { form.option("envelopes", $0.rawValue, $0.label, usually: "none") },
            groupValue: form.fields["group"] ?? "",
            groupProblem: problems["group"].map(reader.words.text)
        )
    }
}

extension PackForm {
    fileprivate func option(_ name: String, _ value: String, _ label: String, usually: String) -> PackOption {
        PackOption(optionValue: value, label: label, isChosen: isChosen(name, value, usually: usually))
    }
}

extension PackCasePart {
    init(_ view: ActionView, _ form: PackForm, _ problems: FormProblems, _ compose: ComposeLetter, isAlone: Bool) {
        let reference = view.action.reference, reader = view.reader
        let copies = PackChoice.copiesField(reference, view.output.ordinal)
        self.init(
            anchor: "case-\(reference.slug)",
            countryName: view.countryName,
            reference: view.reference,
            headline: view.headline,
            textLang: view.textLanguage.rawValue,
            textDir: view.textLanguage.direction,
            isExample: view.action.isInvented,
            path: view.path(in: reader.language),
            untilText: view.actUntil.map { reader.text("list.write_until", ["date": reader.days.long($0)]) },
            copiesField: copies,
            copiesValue: form.fields[copies] ?? (isAlone && !form.isSent ? "10" : ""),
            copiesProblem: problems[copies].map(reader.words.text),
            addresseesField: PackChoice.addresseesField(reference),
            addressees: Self.addressees(view, form),
            languagesField: PackChoice.languagesField(reference),
            letterLanguages: Self.languages(view, form, compose.models(of: view.output, for: reader.languages).map(\.language))
        )
    }

    /// Those who have an address; the targets are ticked to begin with.
    private static func addressees(_ view: ActionView, _ form: PackForm) -> [PackOption] {
        let field = PackChoice.addresseesField(view.action.reference)
        return (view.edition?.addressees ?? []).enumerated().filter { !$1.addressLines.isEmpty }.map { position, addressee in
            let value = String(position + 1)
            let name = [addressee.name, addressee.office].compactMap { $0 }.joined(separator: ", ")
            let label = addressee.role == .copy ? view.reader.text("pack.copy_to", ["name": name]) : name
            return PackOption(optionValue: value, label: label, isChosen: form.isTicked(field, value, usually: addressee.role == .target))
        }
    }

    /// The office's language is ticked to begin with, else the reader's, else the first.
    private static func languages(_ view: ActionView, _ form: PackForm, _ offered: [Language]) -> [PackOption] {
        let field = PackChoice.languagesField(view.action.reference)
        let usual =
            view.output.letters.isEmpty
            ? offered.first : (view.output.preferredLanguages + view.reader.languages).first(where: offered.contains) ?? offered.first
        return offered.map { language in
            PackOption(
                optionValue: language.rawValue, label: view.reader.name(of: language),
                isChosen: form.isTicked(field, language.rawValue, usually: language == usual)
            )
        }
    }
}

extension EnvelopeSize {
    /// The same in every language.
    fileprivate var label: String {
        switch self {
        case .c5: "C5 (229 × 162 mm)"
        case .c6: "C6 (162 × 114 mm)"
        case .dl: "DL (220 × 110 mm)"
        case .usTen: "US no. 10 (9½ × 4⅛ in)"
        }
    }
}
