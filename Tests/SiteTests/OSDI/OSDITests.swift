import Campaign
import Documents
import Foundation
import Storage
import TestSupport
import Testing

@testable import Site

/// The Open Supporter Data Interface, as its documents of version 1.1.1 show it.
@Suite(.timeLimit(.minutes(5))) struct OSDITests {
    /// The members that the specification's own examples of a collection and of a campaign have, without those of people.
    private static let collection: Set<String> = ["total_pages", "per_page", "page", "total_records", "_links", "_embedded"]
    private static let campaign: Set<String> = [
        "identifiers", "origin_system", "created_date", "modified_date", "name", "title", "description", "summary", "browser_url", "type",
        "total_outreaches", "share_url", "templates", "targets", "target_list", "_links", "ua:takes_letters", "ua:act_until",
    ]

    @Test func `the entry point leads to the campaigns, page by page, each embedded as it is by itself`() async throws {
        try await withAmparo { amparo in
            for serial in 1...3 { try await amparo.store.take(.bishnu(serial: serial, until: "2021-12-01")) }
            let entry = try await amparo.get("/api/osdi/v1"), root = try entry.object()
            #expect(
                entry["content-type"] == "application/hal+json" && root["max_pagesize"] as? Int == 25 && root["osdi_version"] as? String == "1.1.1")
            #expect(root.link("osdi:advocacy_campaigns") == "http://localhost:\(amparo.port)/api/osdi/v1/advocacy_campaigns")
            let first = try await amparo.get("/api/osdi/v1/advocacy_campaigns?per_page=2").object()
            #expect(Set(first.keys) == Self.collection && first["total_pages"] as? Int == 2 && first["total_records"] as? Int == 3)
            let embedded = (first["_embedded"] as? [String: Any])?["osdi:advocacy_campaigns"] as? [[String: Any]] ?? []
            let links = (first["_links"] as? [String: Any])?["osdi:advocacy_campaigns"] as? [[String: Any]] ?? []
            #expect(embedded.count == 2 && links.compactMap { $0["href"] as? String } == embedded.compactMap { $0.link("self") })
            let alone = try await amparo.get("/api/osdi/v1/advocacy_campaigns/3-21").object()
            #expect(NSDictionary(dictionary: alone) == NSDictionary(dictionary: embedded.first ?? [:]))
            let next = try #require(first.link("next"))
            #expect(next.hasSuffix("/api/osdi/v1/advocacy_campaigns?page=2&per_page=2"))
            let second = try await amparo.get("/api/osdi/v1/advocacy_campaigns?page=2&per_page=2").object()
            #expect(second["page"] as? Int == 2 && second.link("next") == nil && second.link("previous") != nil)
            #expect(try await amparo.get("/api/osdi/v1/advocacy_campaigns?filter=type").status == 400)
        }
    }

    @Test func `a campaign has the members of the specification, and no e-mail address`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru { $0.makeRich() })
            try await amparo.report(12)
            let answer = try await amparo.eventually("/api/osdi/v1/advocacy_campaigns/77-21") { $0.text.contains("\"total_outreaches\":12") }
            let campaign = try answer.object()
            #expect(Set(campaign.keys) == Self.campaign)
            #expect(campaign["identifiers"] as? [String] == ["ua:77/21"] && campaign["total_outreaches"] as? Int == 12)
            #expect(campaign["type"] as? String == "email" && !answer.text.contains("ag@example.org"))
            let target = try #require((campaign["target_list"] as? [[String: Any]])?.first)
            #expect(target["family_name"] as? String == "Amina Njoroge" && target["title"] as? String == "Attorney General")
            let address = (target["postal_addresses"] as? [[String: Any]])?.first
            #expect(address?["address_lines"] as? [String] == ["Harambee Avenue", "Nairobi", "Kenya"])
            #expect(campaign.link("osdi:record_outreach_helper")?.hasSuffix("/advocacy_campaigns/77-21/record_outreach_helper") == true)
        }
    }

    @Test(arguments: Engine.available)
    func `an outreach is one letter, told once, and of who wrote nothing is read`(on engine: Engine) async throws {
        try await withAmparo(engine) { amparo in
            try await amparo.store.take(.wanjiru())
            let key = try await amparo.program()("unused")["authorization"].map { String($0.dropFirst(7)) } ?? ""
            let path = "/api/osdi/v1/advocacy_campaigns/77-21/record_outreach_helper"
            let outreach = #"{"identifiers": ["foreign_system:1"], "type": "postal mail", "person": {"family_name": "Keepsake"}, "duration": 120}"#
            for _ in 1...2 {
                let answer = try await amparo.post(json: outreach, to: path, ["osdi-api-token": key])
                #expect(answer.status == 200 && answer["content-type"] == "application/hal+json" && !answer.text.contains("Keepsake"))
                #expect(try answer.object().link("osdi:advocacy_campaign")?.hasSuffix("/77-21") == true)
            }
            let lines = try await amparo.store.tally().lines
            #expect(lines.map(\.channel) == [.post] && lines.map(\.appeals) == [1] && lines.map(\.source) == [.program])
            #expect(try await amparo.post(json: outreach, to: path).status == 401)
            #expect(try await amparo.post(json: #"{"type": "email"}"#, to: path, ["osdi-api-token": key]).status == 400)
        }
    }
}

extension [String: Any] {
    /// Where a relation leads.
    fileprivate func link(_ relation: String) -> String? {
        ((self["_links"] as? [String: Any])?[relation] as? [String: Any])?["href"] as? String
    }
}
