import Campaign
import Documents
import Hummingbird
import Storage

/// The list of actions, and each action with its outputs.
struct ActionRoutes: Sendable {
    let site: SiteParts

    func add(to router: Router<Visitor>) {
        router.get(":language", use: index)
        router.get(":language/actions/:reference", use: show)
        router.get(":language/actions/:reference/:ordinal", use: show)
    }

    @Sendable func index(_ request: Request, _ visitor: Visitor) async throws -> Response {
        let reader = try site.reader(visitor)
        let country = try request.query["country"].map(Country.named)
        let address = Links.list(reader.language, country: country?.code)
        return try await site.kept(request, reader, address: address, freshness: { db in try db.freshnessOfAll() }) {
            let actions = try await site.database.read { db in try db.actionsTakingLetters(on: reader.today, shownBy: reader.section.code) }
            let place = Place(
                path: { Links.list($0, country: country?.code.lowercased()) },
                title: country?.name(in: reader.language) ?? reader.text("list.page_title"), description: reader.text("list.description"),
                nav: .actions
            )
            return try site.views.render(ListPage(actions, country: country, layout: site.layout(place, for: reader), for: reader))
        }
    }

    @Sendable func show(_ request: Request, _ visitor: Visitor) async throws -> Response {
        let reader = try site.reader(visitor), reference = try visitor.reference()
        let ordinal = try visitor.parameters.get("ordinal").map { _ in try visitor.number("ordinal", in: 1...999) }
        let address = Links.action(reference, reader.language, ordinal: ordinal)
        return try await site.kept(request, reader, address: address, freshness: { db in try db.freshness(of: reference) }) {
            let view = try await site.view(of: reference, ordinal: ordinal, for: reader)
            let place = Place(
                path: view.path, title: view.pageTitle, description: view.isOpen ? view.text?.call ?? view.text?.lead : view.text?.lead, nav: .actions
            )
            return try site.views.render(
                ActionPage(view, layout: site.layout(place, for: reader), sections: site.sections, documents: site.documents)
            )
        }
    }
}

extension SiteParts {
    /// One output, the latest unless an ordinal is given, as `reader` sees it. Throws `ActionRefusal`, and `NotPublishedHere` for another section's action.
    func view(of reference: Reference, ordinal: Int? = nil, for reader: Reader) async throws -> ActionView {
        try await database.read { db in
            let action = try db.publicAction(reference)
            guard action.isShown(by: reader.section.code) else { throw NotPublishedHere() }
            guard let output = ordinal.map(action.output) ?? action.latest else {
                throw ActionRefusal.unknownOutput(reference, ordinal ?? 1)
            }
            let home = reader.section.country.flatMap { Country($0) }
            let missions = try home.map { try db.missions(from: action.countries, to: $0) } ?? []
            let embassies = EmbassyRule(section: reader.section, publishers: sections.all, missions: missions, today: reader.today)
            return ActionView(action, output, try db.tally(of: action.id), embassies: embassies, for: reader)
        }
    }
}

extension ActionView {
    fileprivate var pageTitle: String {
        reader.text("action.page_title", ["headline": headline, "reference": reference])
    }
}

extension Country {
    /// The country in an address. Throws `NotPublishedHere` for any text that is none.
    static func named(_ text: String) throws -> Country {
        guard let country = Country(text), country.code != "ZZ", country.name(in: "en") != country.code else { throw NotPublishedHere() }
        return country
    }
}

extension Visitor {
    /// The reference in the address. Throws `NotPublishedHere` for any text that is no slug.
    func reference() throws -> Reference {
        guard let slug = parameters.get("reference"), let reference = Reference(slug: slug) else { throw NotPublishedHere() }
        return reference
    }
}
