import Campaign
import Documents
import Hummingbird

/// Supporters as OSDI's people, as far as they allowed it: for programs with a key for people, and kept by nobody on the way.
struct OSDIPersonRoutes: Sendable {
    let site: SiteParts
    let gate: ProgramGate
    /// nil where no supporters are known.
    let read: ReadPeople?

    func add(to router: Router<Visitor>) {
        router.get("api/osdi/v1/people", use: people)
        router.get("api/osdi/v1/people/:number", use: person)
    }

    @Sendable private func people(_ request: Request, _ visitor: Visitor) async throws -> Response {
        let section = try site.reader(visitor, accepting: nil).section, origin = site.origins.origin(of: section)
        return try await gate.admit(request, for: .people, in: section.code) { key in
            let question = try OSDIQuestion(request, OSDILinks.people)
            let (shown, all) = try await read?.page(skipping: question.start, limit: question.size, for: key) ?? ([], 0)
            let links = shown.map { OSDILinks.link(origin + OSDILinks.person($0.number)) }
            return .json(
                question.collection("osdi:people", shown.map { Self.json($0, origin) }, links, all: all, origin), type: OSDILinks.type)
        }
    }

    @Sendable private func person(_ request: Request, _ visitor: Visitor) async throws -> Response {
        let section = try site.reader(visitor, accepting: nil).section, origin = site.origins.origin(of: section)
        return try await gate.admit(request, for: .people, in: section.code) { key in
            guard let found = try await read?(visitor.parameters.get("number") ?? "", for: key) else { throw NotPublishedHere() }
            return .json(Self.json(found, origin), type: OSDILinks.type)
        }
    }

    /// What somebody allowed and no more: no name, which nobody is asked for, and nothing that was written, followed or chosen.
    private static func json(_ person: SharedPerson, _ origin: String) -> JSON {
        let address: JSON = [
            "primary": .truth(true), "address": .words(person.address.text), "address_type": "Personal",
            "status": .words(person.suppressed.map(status) ?? "subscribed"),
        ]
        return [
            "identifiers": JSON([OSDILinks.identifier(person.number)]), "origin_system": "Amparo", "created_date": OSDILinks.moment(person.since),
            "email_addresses": .list([address]), "preferred_language": JSON(person.language),
            "_links": ["curies": OSDILinks.curies(origin), "self": OSDILinks.link(origin + OSDILinks.person(person.number))],
        ]
    }

    private static func status(_ reason: Suppression.Reason) -> String {
        switch reason {
        case .bounced: "bouncing"
        case .complained: "spam complaint"
        case .unsubscribed, .erased, .staff: "unsubscribed"
        }
    }
}
