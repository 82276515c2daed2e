import Campaign
import Documents

/// After a group's return: the new totals of the actions. The group's own numbers are for its section.
struct GroupThanksPage: Page {
    static var template: String { "groups/thanks" }

    let layout: Layout
    let t: [String: String]
    let groupName: String
    let title: String
    let hasTotals: Bool
    let totals: [TotalPart]
    let missedText: String?
    let groupPath: String

    struct TotalPart: Sendable {
        let countryName: String
        let reference: String
        let path: String
        let totalText: String
    }
}

extension GroupThanksPage {
    init(_ group: WritingGroup, _ counted: [ActionView], missed: [Reference], isRepeated: Bool, layout: Layout, for reader: Reader) {
        self.init(
            layout: layout,
            t: reader.words.plainTexts,
            groupName: group.name,
            title: reader.text(counted.isEmpty ? "group.thanks_nothing" : isRepeated ? "group.thanks_repeated" : "group.thanks_title"),
            hasTotals: !counted.isEmpty,
            totals: counted.map { TotalPart($0) },
            missedText: missed.isEmpty
                ? nil : reader.text("group.thanks_missed", ["references": reader.words.listed(missed.map(reader.printed))]),
            groupPath: Links.group(group.code, reader.language)
        )
    }
}

extension GroupThanksPage.TotalPart {
    init(_ view: ActionView) {
        let reader = view.reader, threshold = reader.words.grouped(reader.section.threshold)
        self.init(
            countryName: view.countryName,
            reference: view.reference,
            path: view.path(in: reader.language),
            totalText: reader.publicCount(view.tally.counted()).map { reader.count("list.appeals", $0) }
                ?? reader.text("count.below", ["threshold": threshold])
        )
    }
}
