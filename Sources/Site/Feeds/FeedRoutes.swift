import Campaign
import Documents
import Hummingbird
import Storage

/// What programs follow: the outputs as Atom and as JSON Feed, the deadlines as a calendar; of everything, of a country, a topic, an action.
struct FeedRoutes: Sendable {
    /// How many outputs a page of a feed has.
    static let size = 50
    /// How long a deadline that is over, and what was taken down, stay in a calendar and a feed: readers that come once a season see it too.
    static let days = 120

    let site: SiteParts

    func add(to router: Router<Visitor>) {
        for kind in FeedKind.allCases {
            for folder in [":language", ":language/actions/:reference"] {
                router.get(RouterPath("\(folder)/\(kind.rawValue)")) { try await feed(kind, $0, $1) }
            }
        }
    }

    private func feed(_ kind: FeedKind, _ request: Request, _ visitor: Visitor) async throws -> Response {
        let reader = try site.reader(visitor), scope = try scope(request, visitor), page = try page(request)
        let address = scope.path(kind, reader.language, page: page)
        return try await site.kept(
            request, visitor, reader, address: address, contentType: kind.contentType,
            freshness: { db in try scope.reference.map(db.freshness) ?? db.freshnessOfAll() },
            render: {
                switch kind {
                case .atom: try await outputs(scope, reader, page).atom()
                case .json: try await outputs(scope, reader, page).json()
                case .calendar: try await deadlines(scope, reader).text()
                }
            })
    }

    private func outputs(_ scope: FeedScope, _ reader: Reader, _ page: Int) async throws -> Feed {
        let section = reader.section.code, since = site.world.now().adding(seconds: -Self.days * 86_400)
        let (outputs, removals) = try await site.database.readAnywhere { db in
            (
                try db.feedOutputs(
                    shownBy: section, country: scope.country, topic: scope.topic, of: scope.reference, page: page, size: Self.size + 1),
                scope.reference == nil && page == 0 ? try db.removals(since: since, shownBy: section) : []
            )
        }
        return Feed(outputs, removals, scope, page: page, origin: site.origins.origin(of: reader.section), for: reader)
    }

    private func deadlines(_ scope: FeedScope, _ reader: Reader) async throws -> DeadlineCalendar {
        let section = reader.section.code, day = reader.today.adding(days: -Self.days), now = site.world.now()
        let (actions, removals) = try await site.database.readAnywhere { db in
            (
                try db.actionsWithDeadline(since: day, shownBy: section, country: scope.country, topic: scope.topic, of: scope.reference),
                scope.reference == nil ? try db.removals(since: now.adding(seconds: -Self.days * 86_400), shownBy: section) : []
            )
        }
        return DeadlineCalendar(actions, removals, scope, since: day, origin: site.origins.origin(of: reader.section), for: reader)
    }

    /// Throws `NotPublishedHere` for a country or a topic that is none.
    private func scope(_ request: Request, _ visitor: Visitor) throws -> FeedScope {
        guard visitor.parameters.get("reference") == nil else { return FeedScope(reference: try visitor.reference()) }
        let query = request.query
        return FeedScope(
            country: try query["country"].map(Country.named),
            topic: try query["topic"].map { name in
                guard let topic = Topic(rawValue: name) else { throw NotPublishedHere() }
                return topic
            })
    }

    private func page(_ request: Request) throws -> Int {
        guard let text = request.query["page"] else { return 0 }
        guard let page = Int(text), (1...1_000).contains(page), String(page) == text else { throw NotPublishedHere() }
        return page
    }
}
