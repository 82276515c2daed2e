import Campaign
import Documents

/// The form that tells what was sent. Never kept by anybody: each showing has a fresh token.
struct ReportPage: Page {
    static var template: String { "reports/new" }

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
    let countingPath: String
    let reportsPath: String
    let groupsPath: String
    let output: String
    let token: String
    let channels: [ChannelChoice]
    let channelProblem: String?
    let quantityValue: String
    let quantityProblem: String?
    let lateNote: String?

    struct ChannelChoice: Sendable {
        let channelValue: String
        let label: String
        let isChosen: Bool
    }
}

extension ReportPage {
    /// - Parameters:
    ///   - typed: what was sent before, kept as it was typed.
    ///   - token: fresh, or the one that was sent when only other fields were wrong.
    init(_ view: ActionView, lateNote: String?, typed: FormBody, problems: FormProblems, token: String, layout: Layout) {
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
            problemsTitle: problems.isEmpty ? nil : reader.text("report.problems_title"),
            problems: ProblemPart.all(problems, in: reader.words),
            countingPath: Links.guide(.counting, reader.language),
            reportsPath: Links.reports(view.action.reference, reader.language),
            groupsPath: Links.groups(reader.language),
            output: String(view.output.ordinal),
            token: token,
            channels: Channel.allCases.map {
                ChannelChoice(channelValue: $0.rawValue, label: reader.text("channel.\($0.rawValue)"), isChosen: typed["channel"] == $0.rawValue)
            },
            channelProblem: problems["channel"].map(reader.words.text),
            quantityValue: typed["quantity"] ?? "1",
            quantityProblem: problems["quantity"].map(reader.words.text),
            lateNote: lateNote
        )
    }
}
