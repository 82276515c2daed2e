import Campaign
import Documents
import Foundation
import Storage
import TestSupport
import Testing

@testable import Site

/// Outreaches, as OSDI's documents of version 1.1.1 show them, without whoever made them.
@Suite(.timeLimit(.minutes(5))) struct OSDIOutreachTests {
    /// The members of an outreach of the specification, without `subject`, `message`, `duration` and `targets`, which nobody tells us.
    private static let outreach: Set<String> = [
        "identifiers", "origin_system", "created_date", "modified_date", "action_date", "type", "ua:quantity", "_links",
    ]
    private static let path = "/api/osdi/v1/advocacy_campaigns/77-21/outreaches"

    @Test(arguments: Engine.available)
    func `outreaches tell what was sent on which day, and of who sent it nothing`(on engine: Engine) async throws {
        try await withAmparo(engine) { amparo in
            try await amparo.store.take(.wanjiru())
            try await amparo.store.take(.bishnu(until: "2021-12-01"))
            try await amparo.report(3, by: "post")
            let key = try await amparo.program([.outreaches])("unused")
            let campaign = try await amparo.get("/api/osdi/v1/advocacy_campaigns/77-21")
            #expect(campaign.path("osdi:outreaches") == Self.path)
            let answer = try await amparo.get(Self.path, key), found = try answer.embedded("osdi:outreaches"), outreach = try #require(found.first)
            #expect(answer["content-type"] == "application/hal+json" && answer["cache-control"] == "no-store")
            #expect(found.count == 1 && Set(outreach.keys) == Self.outreach && outreach["ua:quantity"] as? Int == 3)
            #expect(outreach["type"] as? String == "postal mail" && outreach["action_date"] as? String == "2021-11-30T00:00:00Z")
            #expect(outreach.path("osdi:advocacy_campaign") == "/api/osdi/v1/advocacy_campaigns/77-21" && !answer.text.contains("person"))
            let alone = try #require(outreach.path("self"))
            #expect(NSDictionary(dictionary: try await amparo.get(alone, key).object()) == NSDictionary(dictionary: outreach))
            let id = try await amparo.store.database.read { try $0.row("SELECT id FROM report").map { try $0("id") as String } ?? "" }
            #expect(!id.isEmpty && !answer.text.contains(id), "the id tells the moment")
            #expect(try await amparo.get("/api/osdi/v1/outreaches", key).embedded("osdi:outreaches").count == 1)
            #expect(try await amparo.get("/api/osdi/v1/advocacy_campaigns/12-21/outreaches", key).embedded("osdi:outreaches").isEmpty)
            #expect(try await amparo.get(Self.path + "?filter=x", key).status == 400)
        }
    }

    @Test(arguments: Engine.available)
    func `what was voided, or is of a case that was taken down, or of another section, is no outreach`(on engine: Engine) async throws {
        try await withAmparo(engine) { amparo in
            try await amparo.store.take(.wanjiru())
            let key = try await amparo.program([.outreaches])("unused"), swiss = try await amparo.program([.outreaches], in: .swiss)("unused")
            for quantity in [3, 4] { try await amparo.report(quantity) }
            try await amparo.report(5, host: "ch.localhost")
            let both = try await amparo.get(Self.path, key).embedded("osdi:outreaches")
            #expect(Set(both.compactMap { $0["ua:quantity"] as? Int }) == [3, 4])
            let own = try await amparo.get("/api/osdi/v1/outreaches", host: "ch.localhost", swiss).embedded("osdi:outreaches")
            #expect(own.compactMap { $0["ua:quantity"] as? Int } == [5])
            let three = try #require(both.first { $0["ua:quantity"] as? Int == 3 }?.path("self"))
            #expect(try await amparo.get(three, host: "ch.localhost", swiss).status == 404)
            try await amparo.store.correct(.void, 3)
            #expect(try await amparo.get(Self.path, key).embedded("osdi:outreaches").compactMap { $0["ua:quantity"] as? Int } == [4])
            #expect(try await amparo.get(three, key).status == 404)
            try await amparo.store.correct(.restore, 3)
            #expect(try await amparo.get(Self.path, key).embedded("osdi:outreaches").count == 2)
            try await amparo.store.withdraw()
            #expect(try await amparo.eventually(Self.path, key) { $0.status == 410 }.status == 410)
            #expect(try await amparo.get("/api/osdi/v1/outreaches", key).embedded("osdi:outreaches").isEmpty)
        }
    }
}

extension HTTPAnswer {
    /// What a collection holds under a relation.
    func embedded(_ relation: String) throws -> [[String: Any]] {
        (try object()["_embedded"] as? [String: Any])?[relation] as? [[String: Any]] ?? []
    }

    /// The path that a link leads to; empty where there is none.
    func path(_ relation: String) -> String { (try? object())?.path(relation) ?? "" }
}

extension [String: Any] {
    /// The path that a link leads to.
    func path(_ relation: String) -> String? {
        let link = ((self["_links"] as? [String: Any])?[relation] as? [String: Any])?["href"] as? String
        return link.map { "/" + $0.split(separator: "/").dropFirst(2).joined(separator: "/") }
    }
}

extension Store {
    /// Takes back the report of that many letters, or counts it again.
    fileprivate func correct(_ kind: Correction, _ quantity: Int) async throws {
        var selection = CountSelection()
        selection.entry = try await database.read { try $0.row("SELECT id FROM report WHERE quantity = \(quantity)")?("id") as Report.ID? }
        _ = try #require(selection.entry)
        _ = try await CorrectCounts(database: database, world: world)(kind, selection, reason: "wrong", by: "Rosa")
    }
}
