import Campaign
import Documents
import Foundation
import Hummingbird
import NIOCore

/// What somebody else's system tells of one person who wrote, as far as it is read: how, and by which name the other system knows it. Of the person
/// nothing is read, and so nothing can be kept.
struct OSDIOutreach: Decodable {
    let identifiers: [String]?
    let type: String?

    static func read(_ request: Request) async throws -> OSDIOutreach {
        let type = request.headers[.contentType]?.split(separator: ";").first?.lowercased().filter { !$0.isWhitespace }
        guard type == "application/json" || type == "application/hal+json" else { throw FormRefusal.unknownType }
        let buffer = try await request.body.collect(upTo: Limits.form)
        guard let outreach = try? JSONDecoder().decode(OSDIOutreach.self, from: Data(buffer.readableBytesView)) else {
            throw ProgramRefusal(problem: .badRequest, status: .badRequest, message: Message("api.no_json"))
        }
        return outreach
    }

    /// The type of a channel: OSDI's where it has one, else our own word.
    static func type(of channel: Campaign.Channel) -> String { channel == .post ? "postal mail" : channel.rawValue }

    /// OSDI's types, and our channels by their own names; what is neither is another way.
    var channel: Campaign.Channel? {
        switch type?.lowercased() {
        case nil: nil
        case "postal mail", "mail": .post
        case "in-person": .other
        case let type?: Campaign.Channel(rawValue: type) ?? .other
        }
    }

    /// What the other system is answered; of a person there is nothing in it either.
    func receipt(of reference: Reference, by key: ProgramKey, at now: Instant, _ origin: String) -> JSON {
        [
            "identifiers": JSON(identifiers ?? []), "origin_system": .words(key.name), "created_date": .words(now.text),
            "modified_date": .words(now.text), "type": JSON(type),
            "_links": [
                "curies": OSDILinks.curies(origin), "osdi:advocacy_campaign": OSDILinks.link(origin + OSDILinks.campaign(reference)),
            ],
        ]
    }
}
