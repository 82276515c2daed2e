import Campaign
import Documents
import HTTPTypes
import Hummingbird
import Storage

/// The Open Supporter Data Interface, 1.1.1: actions as advocacy campaigns, and the helper by which other systems tell who wrote – without who.
struct OSDIRoutes: Sendable {
    /// How many a page has at most.
    static let size = 25

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
                    "osdi:outreaches": OSDILinks.link(origin + OSDILinks.allOutreaches, title: "What was reported, by nobody's name; with a key"),
                    "osdi:people": OSDILinks.link(origin + OSDILinks.people, title: "Supporters who allowed it; with a key"),
                    "docs": OSDILinks.link(origin + ProgramLinks.descriptions[1], title: "All else that programs can ask"),
                ],
            ]
        }
    }

    @Sendable private func campaigns(_ request: Request, _ visitor: Visitor) async throws -> Response {
        let reader = try site.reader(visitor, accepting: nil), question = try OSDIQuestion(request, OSDILinks.campaigns)
        let address = question.address(question.page), origin = site.origins.origin(of: reader.section)
        return try await kept(request, reader, address, { db in try db.freshnessOfAll() }) {
            let (shown, all) = try await site.database.readAnywhere { db in
                (
                    try db.publicReferences(shownBy: reader.section.code, skipping: question.start, limit: question.size),
                    try db.publicCount(shownBy: reader.section.code)
                )
            }
            var campaigns: [JSON] = []
            for reference in shown { campaigns.append(OSDICampaign(site: site).json(try await site.view(of: reference, for: reader))) }
            let links = shown.map { OSDILinks.link(origin + OSDILinks.campaign($0)) }
            return question.collection("osdi:advocacy_campaigns", campaigns, links, all: all, origin)
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
        let view = try await site.reportView(of: reference, for: reader), origin = site.origins.origin(of: reader.section)
        return try await gate.admit(request, for: .reports, in: reader.section.code) { key in
            let outreach = try await OSDIOutreach.read(request)
            let name = try outreach.identifiers?.first ?? IdempotencyKey(request).text
            let told = try ReportRequest(
                reference: reference, ordinal: view.output.ordinal, channel: outreach.channel?.rawValue, quantity: "1",
                token: Digest.sha256("osdi \(key.id) \(reference.slug) \(name)"), section: reader.section.code, source: .program)
            try gate.count(1, by: key.id)
            _ = try await record(told)
            return .json(outreach.receipt(of: reference, by: key, at: site.world.now(), origin), type: OSDILinks.type)
        }
    }

    private func kept(
        _ request: Request, _ reader: Reader, _ address: String, _ freshness: @escaping @Sendable (any Connection) throws -> Freshness,
        _ render: () async throws -> JSON
    ) async throws -> Response {
        try await site.kept(request, nil, reader, address: address, contentType: OSDILinks.type, freshness: freshness) { try await render().text }
    }
}
