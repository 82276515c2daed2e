import Campaign
import Documents
import Hummingbird

/// The e-mail addresses of an addressee, in answer to a form: in no page that a program gets by following links, and without any script.
///
/// It answers with a page and never redirects to `mailto:`, which a browser may refuse after a form.
struct AddressRoutes: Sendable {
    let site: SiteParts

    func add(to router: Router<Visitor>) {
        router.post(":language/actions/:reference/addresses", use: show)
        router.get(":language/actions/:reference/addresses", use: back)
    }

    @Sendable func show(_ request: Request, _ visitor: Visitor) async throws -> Response {
        let reader = try site.reader(visitor), view = try await site.view(of: visitor.reference(), for: reader)
        let form = try await FormBody.read(request), addressees = view.edition?.addressees ?? []
        guard view.isOpen else { return .redirect(to: view.path(in: reader.language), type: .normal) }
        guard let number = form["addressee"].flatMap(Int.init), number > 0, number <= addressees.count else { throw NotFound(query: "") }
        let place = Place(path: view.path, title: reader.text("address.page_title", ["reference": view.reference]), isPrivate: true)
        let page = AddressPage(view, addressees[number - 1], number: number, layout: site.layout(place, for: reader))
        return .html(try site.views.render(page), language: reader.language.rawValue)
    }

    /// Who comes by a link or reloads after a language was chosen finds the action.
    @Sendable func back(_ request: Request, _ visitor: Visitor) async throws -> Response {
        let reader = try site.reader(visitor), view = try await site.view(of: visitor.reference(), for: reader)
        return .redirect(to: view.path(in: reader.language), type: .normal)
    }
}
