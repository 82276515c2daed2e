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
        let choice = try ListChoice(request.query), address = choice.path(in: reader.language)
        return try await site.kept(request, visitor, reader, address: address, freshness: { db in try db.freshnessOfAll() }) {
            let actions = try await site.database.read { db in try db.actionsTakingLetters(on: reader.today, shownBy: reader.section.code) }
            let place = Place(
                path: choice.path, title: choice.name(for: reader) ?? reader.text("list.page_title"), description: reader.text("list.description"),
                nav: .actions
            )
            return try site.views.render(ListPage(actions, choice, layout: site.layout(place, for: reader), for: reader))
        }
    }

    @Sendable func show(_ request: Request, _ visitor: Visitor) async throws -> Response {
        let reader = try site.reader(visitor), reference = try visitor.reference()
        let ordinal = try visitor.parameters.get("ordinal").map { _ in try visitor.number("ordinal", in: 1...999) }
        let address = Links.action(reference, reader.language, ordinal: ordinal)
        return try await site.kept(request, visitor, reader, address: address, freshness: { db in try db.freshness(of: reference) }) {
            let view = try await site.view(of: reference, ordinal: ordinal, for: reader)
            let place = Place(path: view.path, title: view.pageTitle, description: view.summary, nav: .actions)
            let origin = site.origins.origin(of: reader.section)
            var layout = site.layout(place, for: reader)
            layout.sharing = SharingPart(view, origin: origin, hasCard: site.press.canMakePDF)
            layout.offline = ordinal == nil ? OfflinePart(view, site) : nil
            let page = try site.views.render(ActionPage(view, layout: layout, sections: site.sections, documents: site.documents))
            let record = ArticleRecord(view, address: layout.canonical, origin: origin, image: layout.sharing?.card?.cardURL)
            return record.put(into: page)
        }
    }
}

extension SiteParts {
    /// One output, the latest unless an ordinal is given, as `reader` sees it. Throws `ActionRefusal`, and `NotPublishedHere` for another section's action.
    func view(of reference: Reference, ordinal: Int? = nil, for reader: Reader) async throws -> ActionView {
        try await database.read { db in
            let action = try db.publicAction(reference).seen(by: reader.section.code)
            let elsewhere = elsewhere(action, for: reader)
            guard let output = ordinal.map(action.output) ?? action.latest else {
                let isUnseen = ordinal.map { number in action.unseen.contains { $0.ordinal == number } } ?? !action.unseen.isEmpty
                if isUnseen, let elsewhere { throw elsewhere }
                guard action.latest != nil else { throw NotPublishedHere() }
                throw ActionRefusal.unknownOutput(reference, ordinal ?? 1)
            }
            let home = reader.section.country.flatMap { Country($0) }
            let missions = try home.map { try db.missions(from: action.countries, to: $0) } ?? []
            let embassies = EmbassyRule(section: reader.section, publishers: sections.all, missions: missions, today: reader.today)
            var view = ActionView(action, output, try db.tally(of: action.id), embassies: embassies, for: reader)
            view.elsewhere = elsewhere
            view.replies = try db.publishedReplies(of: action.id, at: reader.section.code)
            return view
        }
    }

    /// Where the international section publishes what this one does not; nil when it has no edition of the action.
    private func elsewhere(_ action: Action, for reader: Reader) -> PublishedElsewhere? {
        guard let other = sections[.international], other.code != reader.section.code else { return nil }
        guard (action.outputs + action.unseen).contains(where: { $0.hasOwnEdition(of: other.code) }) else { return nil }
        let language = other.languages.contains(reader.language) ? reader.language : other.languages.first ?? "en"
        return PublishedElsewhere(address: origins.origin(of: other) + Links.action(action.reference, language), sectionName: other.name)
    }
}

extension ActionView {
    fileprivate var pageTitle: String {
        reader.text("action.page_title", ["headline": headline, "reference": reference])
    }
}

extension Visitor {
    /// The reference in the address. Throws `NotPublishedHere` for any text that is no slug.
    func reference() throws -> Reference {
        guard let slug = parameters.get("reference"), let reference = Reference(slug: slug) else { throw NotPublishedHere() }
        return reference
    }
}
