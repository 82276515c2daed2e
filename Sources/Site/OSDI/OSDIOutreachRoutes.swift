import Campaign
import Documents
import Hummingbird
import Storage

/// Reports as OSDI's outreaches, for programs with a key for them. Who sent them is not known, so there is no person in them.
struct OSDIOutreachRoutes: Sendable {
    let site: SiteParts
    let gate: ProgramGate

    func add(to router: Router<Visitor>) {
        router.get("api/osdi/v1/outreaches") { try await outreaches($0, $1, of: nil) }
        router.get("api/osdi/v1/outreaches/:number", use: outreach)
        router.get("api/osdi/v1/advocacy_campaigns/:reference/outreaches") { try await outreaches($0, $1, of: $1.reference()) }
    }

    private func outreaches(_ request: Request, _ visitor: Visitor, of reference: Reference?) async throws -> Response {
        let reader = try site.reader(visitor, accepting: nil), section = reader.section.code, origin = site.origins.origin(of: reader.section)
        if let reference { _ = try await site.view(of: reference, for: reader) }
        return try await gate.admit(request, for: .outreaches, in: section) { _ in
            let question = try OSDIQuestion(request, reference.map(OSDILinks.outreaches) ?? OSDILinks.allOutreaches)
            let (shown, all) = try await site.database.read { db in
                (
                    try db.outreaches(in: section, of: reference, skipping: question.start, limit: question.size),
                    try db.outreachCount(in: section, of: reference)
                )
            }
            let links = shown.map { OSDILinks.link(origin + OSDILinks.outreach($0.number)) }
            return .json(
                question.collection("osdi:outreaches", shown.map { Self.json($0, origin) }, links, all: all, origin), type: OSDILinks.type)
        }
    }

    @Sendable private func outreach(_ request: Request, _ visitor: Visitor) async throws -> Response {
        let section = try site.reader(visitor, accepting: nil).section, number = visitor.parameters.get("number") ?? ""
        return try await gate.admit(request, for: .outreaches, in: section.code) { _ in
            guard let found = try await site.database.read({ db in try db.outreach(number, in: section.code) }) else { throw NotPublishedHere() }
            return .json(Self.json(found, site.origins.origin(of: section)), type: OSDILinks.type)
        }
    }

    /// `ua:quantity` because one report may tell of several letters. The hour of the dates is not known.
    private static func json(_ outreach: ToldOutreach, _ origin: String) -> JSON {
        let day = OSDILinks.moment(outreach.on)
        return [
            "identifiers": JSON([OSDILinks.identifier(outreach.number)]), "origin_system": "Amparo", "created_date": day, "modified_date": day,
            "action_date": day, "type": .words(OSDIOutreach.type(of: outreach.channel)), "ua:quantity": .number(outreach.quantity),
            "_links": [
                "curies": OSDILinks.curies(origin), "self": OSDILinks.link(origin + OSDILinks.outreach(outreach.number)),
                "osdi:advocacy_campaign": OSDILinks.link(origin + OSDILinks.campaign(outreach.reference)),
            ],
        ]
    }
}
