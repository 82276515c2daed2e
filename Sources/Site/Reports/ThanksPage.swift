import Campaign
import Documents

/// After a report: the new total, and the next action that needs letters.
struct ThanksPage: Page {
    static var template: String { "reports/thanks" }

    let layout: Layout
    let t: [String: String]
    let breadcrumb: [Layout.Link]
    let countryName: String
    let reference: String
    let title: String
    let total: String?
    let totalUnit: String?
    let belowText: String?
    let actionPath: String
    let friendUrl: String
    let next: EntryPart?
    /// Where following the action is asked for; nil where nobody can be written to.
    let followPath: String?
}

extension ThanksPage {
    init(_ view: ActionView, isRepeated: Bool, canFollow: Bool = false, next: ActionSummary?, layout: Layout, origin: String) {
        let reader = view.reader, total = reader.publicCount(view.tally.counted())
        let threshold = reader.words.grouped(reader.section.threshold)
        self.init(
            layout: layout,
            t: reader.words.plainTexts,
            breadcrumb: view.breadcrumb + [Layout.Link(label: view.reference, path: view.path(in: reader.language))],
            countryName: view.countryName,
            reference: view.reference,
            title: reader.text(isRepeated ? "thanks.repeated_title" : "thanks.title"),
            total: total.map(reader.words.grouped),
            totalUnit: total.map { reader.count("thanks.total_unit", $0) },
            belowText: total == nil ? reader.text("thanks.below", ["threshold": threshold]) : nil,
            actionPath: view.path(in: reader.language),
            friendUrl: origin + view.path(in: reader.language),
            next: next.map { EntryPart($0, for: reader) },
            followPath: canFollow ? Links.follow(view.action.reference, reader.language) : nil
        )
    }
}
