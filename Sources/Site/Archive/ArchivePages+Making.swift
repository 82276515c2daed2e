import Campaign
import Documents

extension ArchiveYearPage {
    init(_ year: Int, _ months: [(month: Int, count: Int)], _ years: [Int], title: String, layout: Layout, for reader: Reader) {
        let longest = months.map(\.count).max() ?? 0
        let earlier = years.filter { $0 < year }.max(), later = years.filter { $0 > year }.min()
        self.init(
            layout: layout,
            t: reader.words.plainTexts,
            breadcrumb: [Layout.Link(label: reader.text("nav.archive"), path: Links.archive(reader.language))],
            heading: title,
            totalLine: reader.count("archive.count", months.reduce(0) { $0 + $1.count }),
            hasMonths: !months.isEmpty,
            months: months.map { month, count in
                BarPart(
                    label: month == 0 ? reader.text("archive.no_month") : reader.days.monthName(month),
                    path: Links.archive(reader.language, year: year, month: month), count: count, longest: longest, for: reader
                )
            },
            hasPager: earlier != nil || later != nil,
            earlierPath: earlier.map { Links.archive(reader.language, year: $0) },
            earlierLabel: earlier.map { reader.text("archive.earlier", ["period": String($0)]) },
            laterPath: later.map { Links.archive(reader.language, year: $0) },
            laterLabel: later.map { reader.text("archive.later", ["period": String($0)]) }
        )
    }
}

extension ArchiveMonthPage {
    init(_ actions: [ActionSummary], _ month: ArchiveCounts.Month, _ counts: ArchiveCounts, title: String, layout: Layout, for reader: Reader) {
        let (earlier, later) = counts.neighbours(of: month)
        self.init(
            layout: layout,
            t: reader.words.plainTexts,
            breadcrumb: [
                Layout.Link(label: reader.text("nav.archive"), path: Links.archive(reader.language)),
                Layout.Link(label: String(month.year), path: Links.archive(reader.language, year: month.year)),
            ],
            heading: title,
            totalLine: reader.count("archive.count", actions.count),
            hasEntries: !actions.isEmpty,
            entries: actions.map { EntryPart($0, for: reader) },
            hasPager: earlier != nil || later != nil,
            earlierPath: earlier.map { Links.archive(reader.language, year: $0.year, month: $0.month) },
            earlierLabel: earlier.map { reader.text("archive.earlier", ["period": reader.label($0)]) },
            laterPath: later.map { Links.archive(reader.language, year: $0.year, month: $0.month) },
            laterLabel: later.map { reader.text("archive.later", ["period": reader.label($0)]) }
        )
    }
}

extension Reader {
    fileprivate func label(_ month: ArchiveCounts.Month) -> String {
        month.month == 0 ? "\(month.year), \(text("archive.no_month"))" : days.month(month.month, of: month.year)
    }
}
