import Campaign
import Documents
import Hummingbird
import Storage

/// The addresses for search engines: an index, a map of the standing pages, and one a year of the archive.
struct SiteMapRoutes: Sendable {
    let site: SiteParts

    func add(to router: Router<Visitor>) {
        router.get("robots.txt", use: robots)
        router.get("sitemap.xml", use: index)
        router.get("sitemaps/pages.xml") { try await map($0, $1, "/sitemaps/pages.xml") { _ in Self.standing } }
        router.get("sitemaps/:year") { request, visitor in
            let name = visitor.parameters.get("year") ?? ""
            guard name.hasSuffix(".xml"), let year = Int(name.dropLast(4)), name == "\(year).xml" else { throw NotPublishedHere() }
            return try await map(request, visitor, "/sitemaps/\(year).xml") { reader in try await actions(of: year, reader) }
        }
    }

    /// What no search engine should keep is said in its own pages; only what is made for one visitor is not worth a visit.
    @Sendable private func robots(_ request: Request, _ visitor: Visitor) async throws -> Response {
        let origin = site.origins.origin(of: try site.reader(visitor, accepting: nil).section)
        return .text("User-agent: *\nDisallow: /desk\nDisallow: /*/my\nSitemap: \(origin)/sitemap.xml\n")
    }

    @Sendable private func index(_ request: Request, _ visitor: Visitor) async throws -> Response {
        try await kept(request, visitor, "/sitemap.xml") { reader, origin in
            let section = reader.section.code
            let years = Set(try await site.database.readAnywhere { db in try db.archiveCounts(shownBy: section) }.keys.map(\.year))
            return SiteMap.index(["\(origin)/sitemaps/pages.xml"] + years.sorted(by: >).map { "\(origin)/sitemaps/\($0).xml" })
        }
    }

    private func map(
        _ request: Request, _ visitor: Visitor, _ address: String,
        _ paths: @escaping @Sendable (Reader) async throws -> [@Sendable (Language) -> String]
    ) async throws -> Response {
        try await kept(request, visitor, address) { reader, origin in
            SiteMap.urls(
                try await paths(reader).map { path in
                    SiteMap.Page(urls: reader.section.languages.map { ($0, origin + path($0)) })
                })
        }
    }

    private func kept(
        _ request: Request, _ visitor: Visitor, _ address: String, render: (Reader, String) async throws -> String
    ) async throws -> Response {
        let reader = try site.reader(visitor, accepting: nil), origin = site.origins.origin(of: reader.section)
        return try await site.kept(
            request, visitor, reader, address: address, contentType: "application/xml; charset=utf-8", freshness: { db in try db.freshnessOfAll() }
        ) {
            try await render(reader, origin)
        }
    }

    private static var standing: [@Sendable (Language) -> String] {
        let guides = Guide.Name.allCases.map { name -> @Sendable (Language) -> String in { Links.guide(name, $0) } }
        return [{ Links.home($0) }, { Links.archive($0) }] + guides
    }

    /// Throws `NotPublishedHere` for a year without actions.
    private func actions(of year: Int, _ reader: Reader) async throws -> [@Sendable (Language) -> String] {
        let section = reader.section.code
        let actions = try await site.database.readAnywhere { db in try db.archivedActions(year: year, month: nil, shownBy: section) }
        if actions.isEmpty { throw NotPublishedHere() }
        return actions.map { action -> @Sendable (Language) -> String in { Links.action(action.reference, $0) } }
    }
}
