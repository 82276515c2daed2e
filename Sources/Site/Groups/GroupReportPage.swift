import Campaign
import Documents

/// A group's return: the actions with one number for each way of writing. Never kept by anybody: each showing has a fresh token.
struct GroupReportPage: Page {
    static var template: String { "groups/show" }

    let layout: Layout
    let t: [String: String]
    let groupName: String
    let groupCode: String
    let hasProblems: Bool
    let problemsTitle: String?
    let problems: [ProblemPart]
    let groupPath: String
    let groupReportsPath: String
    let countingPath: String
    let token: String
    let hasActions: Bool
    let actions: [GroupActionPart]
    let sureQuestion: String?
    let isSure: Bool
}

/// An action of a group's return.
struct GroupActionPart: Sendable {
    let anchor: String
    let countryName: String
    let reference: String
    let headline: String
    let textLang: String
    let textDir: String
    let isExample: Bool
    let path: String
    let lateText: String?
    let mainNumbers: [NumberPart]
    let otherNumbers: [NumberPart]
    /// Something was typed there, so it is not folded away.
    let isUnfolded: Bool

    struct NumberPart: Sendable {
        let field: String
        let label: String
        let number: String
        let numberProblem: String?
    }
}

extension GroupReportPage {
    init(
        _ group: WritingGroup, _ views: [ActionView], typed: FormBody, problems: FormProblems, token: String, reportsPath: String? = nil,
        layout: Layout,
        for reader: Reader
    ) {
        let isAsked = problems["sure"] != nil || typed["sure"] == "1"
        self.init(
            layout: layout,
            t: reader.words.plainTexts,
            groupName: group.name,
            groupCode: group.code.printed,
            hasProblems: !problems.isEmpty,
            problemsTitle: problems.isEmpty ? nil : reader.text("report.problems_title"),
            problems: ProblemPart.all(problems, in: reader.words),
            groupPath: Links.group(group.code, reader.language),
            groupReportsPath: reportsPath ?? Links.groupReports(group.code, reader.language),
            countingPath: Links.guide(.counting, reader.language),
            token: token,
            hasActions: !views.isEmpty,
            actions: views.map { GroupActionPart($0, typed, problems) },
            sureQuestion: isAsked ? reader.text("group.sure", ["count": reader.words.grouped(GroupReturn.askingAbove)]) : nil,
            isSure: typed["sure"] == "1"
        )
    }
}

extension GroupActionPart {
    /// The ways of writing that an evening mostly takes; the others are folded away.
    private static let mainChannels: [Channel] = [.post, .email]

    init(_ view: ActionView, _ typed: FormBody, _ problems: FormProblems) {
        let others = Channel.allCases.filter { !Self.mainChannels.contains($0) }.map { Self.number($0, view, typed, problems) }
        self.init(
            anchor: "action-\(view.action.reference.slug)",
            countryName: view.countryName,
            reference: view.reference,
            headline: view.headline,
            textLang: view.textLanguage.rawValue,
            textDir: view.textLanguage.direction,
            isExample: view.action.isInvented,
            path: view.path(in: view.reader.language),
            lateText: view.lateNote,
            mainNumbers: Self.mainChannels.map { Self.number($0, view, typed, problems) },
            otherNumbers: others,
            isUnfolded: others.contains { !$0.number.isEmpty }
        )
    }

    private static func number(_ channel: Channel, _ view: ActionView, _ typed: FormBody, _ problems: FormProblems) -> NumberPart {
        let field = GroupReturn.Line(reference: view.action.reference, ordinal: view.output.ordinal, channel: channel).field
        return NumberPart(
            field: field, label: view.reader.text("channel.\(channel.rawValue)"), number: typed[field] ?? "",
            numberProblem: problems[field].map(view.reader.words.text)
        )
    }
}
