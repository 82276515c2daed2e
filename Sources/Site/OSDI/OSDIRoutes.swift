import Campaign
import Documents
import HTTPTypes
import Hummingbird
import Storage

/// The Open Supporter Data Interface, 1.1.1: actions as advocacy campaigns, and the helper by which other systems tell who wrote – without who.
struct OSDIRoutes: Sendable {
    /// How many a page has at most.
    static let size = 25
    private static let type = "application/hal+json"

    let site: SiteParts
    let record: RecordReport
    let gate: ProgramGate

    func add(to router: Router<Visitor>) {
        router.get("api/osdi/v1", use: root)
        router.get("api/osdi/v1/advocacy_campaigns", use: campaigns)
        router.get("api/osdi/v1/advocacy_campaigns/:reference", use: campaign)
        router.post("api/osdi/v1/advocacy_campaigns/:reference/record_outreach_helper", use: create)
    }

    /// The API entry point.
    @Sendable private func root(_ request: Request, _ visitor: Visitor) async throws -> Response {
        let reader = try site.reader(visitor, accepting: nil), origin = site.origins.origin(of: reader.section)
        return try await kept(request, reader, OSDILinks.root, { _ in .constant }) {
            let campaigns = OSDILinks.link(origin + OSDILinks.campaigns, title: "Urgent actions")
            return [
                "motd": .words(reader.section.name), "max_pagesize": .number(Self.size), "vendor_name": "Amparo", "product_name": "Amparo",
                "osdi_version": "1.1.1", "namespace": "ua",
                "_links": [
                    "curies": OSDILinks.curies(origin), "self": OSDILinks.link(origin + OSDILinks.root, title: "This entry point"),
                    "osdi:advocacy_campaigns": campaigns,
                    "docs": OSDILinks.link(origin + ProgramLinks.descriptions[1], title: "All else that programs can ask"),
                ],
            ]
        }
    }

    @Sendable private func campaigns(_ request: Request, _ visitor: Visitor) async throws -> Response {
        let reader = try site.reader(visitor, accepting: nil), question = try Question(request)
        let address = "\(OSDILinks.campaigns)?\(question.page)&\(question.size)", origin = site.origins.origin(of: reader.section)
        return try await kept(request, reader, address, { db in try db.freshnessOfAll() }) {
            let all = try await site.database.readAnywhere { db in try db.publicReferences(shownBy: reader.section.code) }
            let start = min((question.page - 1) * question.size, all.count), shown = all[start...].prefix(question.size)
            var campaigns: [JSON] = []
            for reference in shown { campaigns.append(OSDICampaign(site: site).json(try await site.view(of: reference, for: reader))) }
            var links: [(name: String, value: JSON)] = [
                ("curies", OSDILinks.curies(origin)), ("self", OSDILinks.link(origin + question.address(question.page))),
                ("osdi:advocacy_campaigns", .list(shown.map { OSDILinks.link(origin + OSDILinks.campaign($0)) })),
            ]
            if start + question.size < all.count { links.append(("next", OSDILinks.link(origin + question.address(question.page + 1)))) }
            if question.page > 1 { links.append(("previous", OSDILinks.link(origin + question.address(question.page - 1)))) }
            return [
                "total_pages": .number((all.count + question.size - 1) / question.size), "per_page": .number(question.size),
                "page": .number(question.page), "total_records": .number(all.count), "_links": .object(links),
                "_embedded": ["osdi:advocacy_campaigns": .list(campaigns)],
            ]
        }
    }

    @Sendable private func campaign(_ request: Request, _ visitor: Visitor) async throws -> Response {
        let reader = try site.reader(visitor, accepting: nil), reference = try visitor.reference()
        return try await kept(request, reader, OSDILinks.campaign(reference), { db in try db.freshness(of: reference) }) {
            OSDICampaign(site: site).json(try await site.view(of: reference, for: reader))
        }
    }

    /// One letter by one person. The name by which the other system knows it makes a second telling harmless; without one, `Idempotency-Key` does.
    @Sendable private func create(_ request: Request, _ visitor: Visitor) async throws -> Response {
        let reader = try site.reader(visitor, accepting: request.headers[.acceptLanguage]), reference = try visitor.reference()
        let view = try await site.reportView(of: reference, for: reader),
            key = try await gate.key(of: request, for: .reports, in: reader.section.code)
        let outreach = try await OSDIOutreach.read(request)
        let name = try outreach.identifiers?.first ?? IdempotencyKey(request).text
        let told = try ReportRequest(
            reference: reference, ordinal: view.output.ordinal, channel: outreach.channel?.rawValue, quantity: "1",
            token: Digest.sha256("osdi \(key.id) \(reference.slug) \(name)"), section: reader.section.code, source: .program)
        try gate.count(1, by: key.id)
        _ = try await record(told)
        let now = site.world.now(), origin = site.origins.origin(of: reader.section)
        let answer: JSON = [
            "identifiers": JSON(outreach.identifiers ?? []), "origin_system": .words(key.name), "created_date": .words(now.text),
            "modified_date": .words(now.text), "type": JSON(outreach.type),
            "_links": [
                "curies": OSDILinks.curies(origin), "osdi:advocacy_campaign": OSDILinks.link(origin + OSDILinks.campaign(reference)),
            ],
        ]
        return .json(answer, type: Self.type)
    }

    private func kept(
        _ request: Request, _ reader: Reader, _ address: String, _ freshness: @escaping @Sendable (any Connection) throws -> Freshness,
        _ render: () async throws -> JSON
    ) async throws -> Response {
        try await site.kept(request, nil, reader, address: address, contentType: Self.type, freshness: freshness) { try await render().text }
    }

    /// `page` from 1 on, `per_page` up to ``size``. Throws ``ProgramRefusal`` for anything else, `filter` too, which is not there yet.
    private struct Question {
        let page: Int
        let size: Int

        init(_ request: Request) throws {
            let query = request.query
            if let other = query.fields.first(where: { !["page", "per_page"].contains($0.name) }) {
                throw ProgramRefusal.query(String(other.name.prefix(40)))
            }
            func read(_ name: String, in range: ClosedRange<Int>) throws -> Int? {
                guard let text = query[name] else { return nil }
                guard let number = Int(text), range.contains(number) else { throw ProgramRefusal.query(name) }
                return number
            }
            page = try read("page", in: 1...100_000) ?? 1
            size = min(try read("per_page", in: 1...100_000) ?? OSDIRoutes.size, OSDIRoutes.size)
        }

        func address(_ page: Int) -> String { "\(OSDILinks.campaigns)?page=\(page)" + (size == OSDIRoutes.size ? "" : "&per_page=\(size)") }
    }
}
