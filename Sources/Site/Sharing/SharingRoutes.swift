import Campaign
import Documents
import HTTPTypes
import Hummingbird
import Storage

/// What other pages show of an action: the picture beside a link, and a piece of it in a frame.
struct SharingRoutes: Sendable {
    let site: SiteParts

    func add(to router: Router<Visitor>) {
        for folder in [":language/actions/:reference", ":language/actions/:reference/:ordinal"] {
            router.get(RouterPath("\(folder)/card.png"), use: card)
        }
        router.get(":language/actions/:reference/embed", use: embed)
        router.get("oembed", use: embedding)
    }

    @Sendable private func card(_ request: Request, _ visitor: Visitor) async throws -> Response {
        let reader = try site.reader(visitor), reference = try visitor.reference()
        let ordinal = try visitor.parameters.get("ordinal").map { _ in try visitor.number("ordinal", in: 1...999) }
        let address = Links.action(reference, reader.language, ordinal: ordinal) + "/card.png"
        return try await site.kept(
            request, visitor, reader, address: address, freshness: { db in try db.freshness(of: reference) },
            page: {
                let view = try await site.view(of: reference, ordinal: ordinal, for: reader)
                let png = try await site.press.png(SharingCard(view).html.text)
                return RenderedPage(bytes: png, contentType: "image/png", language: reader.language.rawValue, headers: Self.shown)
            })
    }

    @Sendable private func embed(_ request: Request, _ visitor: Visitor) async throws -> Response {
        let reader = try site.reader(visitor), reference = try visitor.reference()
        let address = Links.embed(reference, reader.language)
        return try await site.kept(
            request, visitor, reader, address: address, freshness: { db in try db.freshness(of: reference) },
            page: {
                let view = try await site.view(of: reference, for: reader)
                let page = EmbedPage(view, origin: site.origins.origin(of: reader.section), stylesheet: site.assets.path("embed.css"))
                return RenderedPage(try site.views.render(page), language: reader.language.rawValue, headers: Self.framed)
            })
    }

    /// oEmbed 1.0: what to put into a page for a link to an action. What is no action here is answered as its page would be.
    @Sendable private func embedding(_ request: Request, _ visitor: Visitor) async throws -> Response {
        do {
            return try await embedding(EmbeddingRequest(request.query), visitor)
        } catch let refusal as EmbeddingRefusal {
            return .text(refusal.rawValue + "\n", status: refusal == .noSuchFormat ? .notImplemented : .badRequest)
        }
    }

    private func embedding(_ asked: EmbeddingRequest, _ visitor: Visitor) async throws -> Response {
        let section = try site.sections.section(forHost: visitor.host)
        let origin = site.origins.origin(of: section)
        guard let (reference, language) = asked.action(under: origin), section.languages.contains(language) else { throw NotPublishedHere() }
        let reader = site.reader(section, accepting: language.rawValue)
        let view = try await site.view(of: reference, for: reader)
        let embedding = Embedding(view, origin: origin, hasCard: site.press.canMakePDF, asked)
        var response = Response.text(embedding.text(asked.format))
        response.headers[.contentType] = asked.format.contentType
        response.headers[.accessControlAllowOrigin] = "*"
        return response
    }

    /// A picture for others' pages.
    private static let shown: HTTPFields = [.crossOriginResourcePolicy: "cross-origin"]

    /// A page for others' frames: it runs nothing, sends no form, sets no cookie and fetches its own style alone.
    private static let framed: HTTPFields = [
        .crossOriginResourcePolicy: "cross-origin",
        .contentSecurityPolicy:
            "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *",
    ]
}

extension SharingCard {
    init(_ view: ActionView) {
        let reader = view.reader
        let until = view.isOpen ? view.actUntil.map { reader.text("list.write_until", ["date": reader.days.long($0)]) } : nil
        self.init(
            language: reader.language, sectionName: reader.section.name, reference: view.reference, place: view.countryName,
            headline: view.headline, headlineLanguage: view.textLanguage,
            call: until ?? StatePart(view)?.stateTitle ?? reader.text("action.write"), isOpen: view.isOpen)
    }
}
