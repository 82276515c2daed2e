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
    /// The address of the action in pieces, between which a line may end.
    let friendPieces: [String]
    let next: EntryPart?
    /// Where following the action is asked for; nil where nobody can be written to.
    let followPath: String?
    let followText: String?
    /// Where what was sent is reported, for whom no report led here.
    let reportPath: String?

    /// What led here: a report, the same once more, or neither.
    enum Kind: String {
        case counted, again, visit

        init(_ query: FormBody) {
            self = [Kind.counted, .again].first { query[$0.rawValue] == "1" } ?? .visit
        }

        fileprivate var title: String {
            switch self {
            case .counted: "thanks.title"
            case .again: "thanks.repeated_title"
            case .visit: "thanks.plain_title"
            }
        }
    }
}

extension ThanksPage {
    init(_ view: ActionView, kind: Kind, reach: AlertReach? = nil, next: ActionSummary?, layout: Layout, origin: String) {
        let reader = view.reader, total = reader.publicCount(view.tally.counted())
        let threshold = reader.words.grouped(reader.section.threshold)
        self.init(
            layout: layout,
            t: reader.words.plainTexts,
            breadcrumb: view.breadcrumb + [Layout.Link(label: view.reference, path: view.path(in: reader.language))],
            countryName: view.countryName,
            reference: view.reference,
            title: reader.text(kind.title),
            total: total.map(reader.words.grouped),
            totalUnit: total.map { reader.count("thanks.total_unit", $0) },
            belowText: total == nil ? reader.text("thanks.below", ["threshold": threshold]) : nil,
            actionPath: view.path(in: reader.language),
            friendPieces: [origin] + view.path(in: reader.language).split(separator: "/").map { "/\($0)" },
            next: next.map { EntryPart($0, for: reader) },
            followPath: reach.map { _ in Links.follow(view.action.reference, reader.language) },
            followText: reach?.following(reader),
            reportPath: kind == .visit ? Links.report(view.action.reference, reader.language) : nil
        )
    }
}
