import Campaign
import Documents
import Hummingbird
import Storage

/// Every published action by year and month.
struct ArchiveRoutes: Sendable {
    let site: SiteParts

    func add(to router: Router<Visitor>) {
        router.get(":language/archive", use: index)
        router.get(":language/archive/:year", use: year)
        router.get(":language/archive/:year/:month", use: month)
    }

    @Sendable func index(_ request: Request, _ visitor: Visitor) async throws -> Response {
        let reader = try site.reader(visitor)
        return try await kept(request, visitor, reader, { Links.archive($0) }, title: reader.text("archive.page_title")) { layout in
            let years = try await counts(reader).years
            let longest = years.map(\.count).max() ?? 0
            let bars = years.map {
                BarPart(label: String($0.year), path: Links.archive(reader.language, year: $0.year), count: $0.count, longest: longest, for: reader)
            }
            return try site.views.render(
                ArchivePage(
                    layout: layout, t: reader.words.plainTexts, query: nil, searchPath: SearchLinks.all(reader.language), hasYears: !bars.isEmpty,
                    years: bars))
        }
    }

    @Sendable func year(_ request: Request, _ visitor: Visitor) async throws -> Response {
        let reader = try site.reader(visitor), year = try visitor.number("year", in: 1961...2072)
        let title = reader.text("archive.year_title", ["year": String(year)])
        return try await kept(request, visitor, reader, { Links.archive($0, year: year) }, title: title) { layout in
            let counts = try await counts(reader), months = counts.months(of: year)
            if months.isEmpty { throw NotPublishedHere() }
            return try site.views.render(ArchiveYearPage(year, months, counts.years.map(\.year), title: title, layout: layout, for: reader))
        }
    }

    /// Month 0 holds what no document dates.
    @Sendable func month(_ request: Request, _ visitor: Visitor) async throws -> Response {
        let reader = try site.reader(visitor), year = try visitor.number("year", in: 1961...2072), month = try visitor.number("month", in: 0...12)
        let name = month == 0 ? "\(year), \(reader.text("archive.no_month"))" : reader.days.month(month, of: year)
        let title = reader.text("archive.month_title", ["month": name])
        return try await kept(request, visitor, reader, { Links.archive($0, year: year, month: month) }, title: title) { layout in
            let section = reader.section.code
            let actions = try await site.database.readAnywhere { db in try db.archivedActions(year: year, month: month, shownBy: section) }
            if actions.isEmpty { throw NotPublishedHere() }
            return try site.views.render(
                ArchiveMonthPage(
                    actions, ArchiveCounts.Month(year: year, month: month), try await counts(reader), title: title, layout: layout, for: reader)
            )
        }
    }

    private func counts(_ reader: Reader) async throws -> ArchiveCounts {
        let section = reader.section.code
        return ArchiveCounts(try await site.database.readAnywhere { db in try db.archiveCounts(shownBy: section) })
    }

    private func kept(
        _ request: Request, _ visitor: Visitor, _ reader: Reader, _ path: @escaping @Sendable (Language) -> String, title: String,
        render: (Layout) async throws -> String
    ) async throws -> Response {
        try await site.kept(request, visitor, reader, address: path(reader.language), freshness: { db in try db.freshnessOfAll() }) {
            try await render(site.layout(Place(path: path, title: title, nav: .archive), for: reader))
        }
    }
}

extension Visitor {
    /// A whole number in the address, written the one usual way. Throws `NotPublishedHere` for anything else.
    func number(_ name: String, in range: ClosedRange<Int>) throws -> Int {
        guard let text = parameters.get(name), let number = Int(text), range.contains(number), String(number) == text else {
            throw NotPublishedHere()
        }
        return number
    }
}
