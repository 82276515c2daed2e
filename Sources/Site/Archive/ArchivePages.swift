import Campaign
import Documents

/// The years of the archive.
struct ArchivePage: Page {
    static var template: String { "archive/index" }

    let layout: Layout
    let t: [String: String]
    /// What stands in the box that finds an action: nothing yet.
    let query: String?
    let searchPath: String
    let hasYears: Bool
    let years: [BarPart]
}

/// The months of a year.
struct ArchiveYearPage: Page {
    static var template: String { "archive/year" }

    let layout: Layout
    let t: [String: String]
    let breadcrumb: [Layout.Link]
    let heading: String
    let totalLine: String
    let hasMonths: Bool
    let months: [BarPart]
    let hasPager: Bool
    let earlierPath: String?
    let earlierLabel: String?
    let laterPath: String?
    let laterLabel: String?
}

/// The actions of a month.
struct ArchiveMonthPage: Page {
    static var template: String { "archive/month" }

    let layout: Layout
    let t: [String: String]
    let breadcrumb: [Layout.Link]
    let heading: String
    let totalLine: String
    let hasEntries: Bool
    let entries: [EntryPart]
    let hasPager: Bool
    let earlierPath: String?
    let earlierLabel: String?
    let laterPath: String?
    let laterLabel: String?
}

/// A year or month with its number of actions as a small bar.
struct BarPart: Sendable {
    let label: String
    let path: String
    /// Length of the bar, of the longest one.
    let percent: String
    let countLine: String

    init(label: String, path: String, count: Int, longest: Int, for reader: Reader) {
        self.label = label
        self.path = path
        percent = String(longest == 0 ? 0 : max(2, count * 100 / longest))
        countLine = reader.count("archive.count", count)
    }
}
