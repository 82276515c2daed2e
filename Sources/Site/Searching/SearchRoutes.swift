import Campaign
import Documents
import Hummingbird
import Storage

/// All published actions, found by words and narrowed by links.
struct SearchRoutes: Sendable {
    let site: SiteParts

    func add(to router: Router<Visitor>) {
        router.get(":language/actions", use: index)
        router.get(":language/search", use: moved)
    }

    @Sendable func index(_ request: Request, _ visitor: Visitor) async throws -> Response {
        let reader = try site.reader(visitor), wish = SearchWish(request.query)
        if let action = try await action(numbered: wish, for: reader) { return .redirect(to: action, type: .found) }
        let find = FindActions(database: site.database, shelves: site.shelves)
        let found = try await find(wish, of: reader.section.code, in: reader.languages, today: reader.today)
        let title = wish.words.isEmpty ? reader.text("search.page_title") : reader.text("search.results_title", ["words": wish.words])
        let place = Place(
            path: { SearchLinks.search(wish, $0) }, title: title, description: reader.text("search.description"), isPrivate: !wish.isEmpty,
            nav: .archive)
        let page = SearchPage(found, wish, layout: site.layout(place, for: reader), for: reader)
        return .html(try site.views.render(page), language: reader.language.rawValue)
    }

    /// The address that other programs know.
    @Sendable func moved(_ request: Request, _ visitor: Visitor) async throws -> Response {
        let reader = try site.reader(visitor)
        return .redirect(to: SearchLinks.search(SearchWish(request.query), reader.language), type: .found)
    }

    /// Whoever types a number alone wants that action.
    private func action(numbered wish: SearchWish, for reader: Reader) async throws -> String? {
        guard !wish.isNarrowed, let asked = PrintedReference.asked(for: wish.words) else { return nil }
        do {
            let view = try await site.view(of: asked.reference, for: reader)
            return Links.action(asked.reference, reader.language, ordinal: asked.ordinal.flatMap { view.action.output($0) == nil ? nil : $0 })
        } catch is ActionRefusal {
            return nil
        } catch is NotPublishedHere {
            return nil
        } catch is PublishedElsewhere {
            return nil
        }
    }
}
