import Campaign
import Documents

/// The form to hand in what an official answered.
struct ReplyFormPage: Page {
    static var template: String { "replies/new" }

    let layout: Layout
    let t: [String: String]
    let breadcrumb: [Layout.Link]
    let countryName: String
    let reference: String
    let headline: String
    let textLang: String
    let textDir: String
    let isExample: Bool
    let hasProblems: Bool
    let problemsTitle: String?
    let problems: [ProblemPart]
    let formPath: String
    let token: String
    let form: ReplyFormPart
    let privacyPath: String
}

/// The fields of such a form, for visitors and for staff.
struct ReplyFormPart: Sendable {
    let takesPictures: Bool
    let accepts: String
    let pagesHint: String
    let pagesProblem: String?
    let keptNote: String?
    let wordsValue: String
    let wordsHint: String
    let wordsProblem: String?
    let offices: [OptionsPart.OptionPart]
    let otherValue: String
    let languages: [OptionsPart.OptionPart]
    let dayValue: String
    let dayProblem: String?
    let lastDay: String

    init(_ view: ActionView, typed: FormBody, kept: Int, takesPictures: Bool, problems: FormProblems) {
        let reader = view.reader
        self.takesPictures = takesPictures
        accepts = "image/jpeg,image/png,image/webp,application/pdf"
        pagesHint = reader.text(
            "reply.pages_hint", ["most": String(ReplyBounds.pages), "size": String(ReplyBounds.upload / 1_000_000)])
        pagesProblem = problems["pages"].map(reader.words.text)
        keptNote = kept == 0 ? nil : reader.count("reply.pages_kept", kept)
        wordsValue = typed["words"] ?? ""
        wordsHint = reader.text("reply.words_hint")
        wordsProblem = problems["words"].map(reader.words.text)
        let chosen = typed["office"] ?? "", spoken = typed["language"] ?? ""
        let listed: [OptionsPart.OptionPart] = view.offices.enumerated().map { place, name in
            OptionsPart.OptionPart(optionValue: String(place), label: name, isChosen: chosen == String(place))
        }
        let unknown = OptionsPart.OptionPart(optionValue: "", label: reader.text("reply.office_unknown"), isChosen: chosen.isEmpty)
        let other = OptionsPart.OptionPart(
            optionValue: ReplyForm.other, label: reader.text("reply.office_other"), isChosen: chosen == ReplyForm.other)
        offices = [unknown] + listed + [other]
        otherValue = typed["other"] ?? ""
        let untold = OptionsPart.OptionPart(optionValue: "", label: reader.text("reply.language_unknown"), isChosen: spoken.isEmpty)
        let told: [OptionsPart.OptionPart] = view.replyLanguages.map {
            OptionsPart.OptionPart(optionValue: $0.rawValue, label: reader.name(of: $0), isChosen: spoken == $0.rawValue)
        }
        languages = [untold] + told
        dayValue = typed["received_on"] ?? ""
        dayProblem = problems["received_on"].map(reader.words.text)
        lastDay = reader.today.text
    }
}

extension ReplyFormPage {
    init(_ view: ActionView, typed: FormBody, kept: Int, takesPictures: Bool, problems: FormProblems, token: String, layout: Layout) {
        let reader = view.reader
        self.init(
            layout: layout,
            t: reader.words.plainTexts,
            breadcrumb: view.breadcrumb + [Layout.Link(label: view.reference, path: view.path(in: reader.language))],
            countryName: view.countryName,
            reference: view.reference,
            headline: view.headline,
            textLang: view.textLanguage.rawValue,
            textDir: view.textLanguage.direction,
            isExample: view.action.isInvented,
            hasProblems: !problems.isEmpty,
            problemsTitle: problems.isEmpty ? nil : reader.text("reply.problems_title"),
            problems: ProblemPart.all(problems, in: reader.words),
            formPath: ReplyLinks.all(view.action.reference, reader.language),
            token: token,
            form: ReplyFormPart(view, typed: typed, kept: kept, takesPictures: takesPictures, problems: problems),
            privacyPath: Links.guide(.privacy, reader.language))
    }
}
