import Campaign
import Documents
import Hummingbird
import Storage

/// About, how to write, how we count, privacy, contact.
struct GuideRoutes: Sendable {
    let site: SiteParts
    let guides: Guides

    func add(to router: Router<Visitor>) {
        for name in Guide.Name.allCases {
            router.get(":language/\(name.rawValue)") { request, visitor in try await show(name, request, visitor) }
        }
    }

    private func show(_ name: Guide.Name, _ request: Request, _ visitor: Visitor) async throws -> Response {
        let reader = try site.reader(visitor)
        guard let found = guides.guide(name, in: reader.language) else { throw NotPublishedHere() }
        return try await site.kept(request, visitor, reader, address: Links.guide(name, reader.language), freshness: { _ in .constant }) {
            let place = Place(
                path: { Links.guide(name, $0) }, title: found.guide.title, description: found.guide.intro, nav: .init(rawValue: name.rawValue))
            return try site.views.render(GuidePage(found.guide, in: found.language, name: name, layout: site.layout(place, for: reader), for: reader))
        }
    }
}
