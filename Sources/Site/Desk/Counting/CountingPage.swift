import Campaign
import Documents

/// The counting desk: a form for one return and for a table, what is held apart, what was entered.
struct CountingPage: Page {
    static var template: String { "desk/counting" }

    let layout: Layout
    let t: [String: String]
    let title: String
    let intro: [String]
    let notice: String?
    let hasProblems: Bool
    let problemsTitle: String?
    let problems: [ProblemPart]
    let forms: [DeskForm]
    let hasTable: Bool
    let tablePath: String
    let tableColumns: String
    let tableExample: String
    let tables: [DeskTable]
    let corrections: [DeskForm]

    init(
        title: String, notice: String?, problems: FormProblems, entry: DeskForm?, hasTable: Bool, tables: [DeskTable], correction: DeskForm?,
        layout: Layout, for reader: Reader
    ) {
        self.layout = layout
        t = reader.words.plainTexts
        self.title = title
        intro = [reader.text("desk.counting_intro")]
        self.notice = notice
        hasProblems = !problems.isEmpty
        problemsTitle = problems.isEmpty ? nil : reader.text("report.problems_title")
        self.problems = ProblemPart.all(problems, in: reader.words)
        forms = [entry].compactMap { $0 }
        self.hasTable = hasTable
        tablePath = CountingLinks.table
        tableColumns = (CountTable.needed + CountTable.welcome).joined(separator: ", ")
        tableExample = "action,channel,quantity,date,source,group,note\nUA 119/21,post,46,\(reader.today.text),paper,,letter evening"
        self.tables = tables
        corrections = [correction].compactMap { $0 }
    }
}
