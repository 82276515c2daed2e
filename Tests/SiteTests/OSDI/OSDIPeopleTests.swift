import Campaign
import Documents
import Foundation
import Storage
import TestSupport
import Testing

@testable import Site

/// People and outreaches, as OSDI's documents of version 1.1.1 show them; and who is not in them.
@Suite(.timeLimit(.minutes(5))) struct OSDIPeopleTests {
    /// Of the members of the specification's person those that somebody here may allow; of name, birth, gender and all else nothing is known.
    private static let person: Set<String> = ["identifiers", "origin_system", "created_date", "email_addresses", "preferred_language", "_links"]
    private static let collection: Set<String> = ["total_pages", "per_page", "page", "total_records", "_links", "_embedded"]
    private static let path = "/api/osdi/v1/people"

    @Test(arguments: Engine.available)
    func `a program is told of those who allowed it, until they take it back, and of nobody else`(on engine: Engine) async throws {
        try await withSupporters(engine) { visit in
            let amparo = visit.amparo, key = try await amparo.program([.people])("unused")
            try await visit.join("rosa@example.org", [("language", "fr")])
            try await visit.join("quiet@example.org")
            #expect(try await amparo.get(Self.path, key).embedded("osdi:people").isEmpty)
            let cookie = ["cookie": try await visit.enter("rosa@example.org")]
            #expect(try await amparo.get("/en/my", cookie).text.contains("no other program is told who you are"))
            let switched = try await amparo.post("/en/my/sharing", [("share", "1")], cookie)
            #expect(switched["location"] == "/en/my?done=sharing_on")
            let answer = try await amparo.get(Self.path, key), page = try answer.object(), person = try #require(answer.embedded("osdi:people").first)
            #expect(answer["content-type"] == "application/hal+json" && answer["cache-control"] == "no-store")
            #expect(Set(page.keys) == Self.collection && page["total_records"] as? Int == 1 && !answer.text.contains("quiet@example.org"))
            #expect(Set(person.keys) == Self.person && person["created_date"] as? String == "2021-11-30T00:00:00Z")
            let mail = try #require((person["email_addresses"] as? [[String: Any]])?.first)
            #expect(mail["address"] as? String == "rosa@example.org" && mail["status"] as? String == "subscribed" && mail["primary"] as? Bool == true)
            let alone = try #require(person.path("self"))
            #expect(NSDictionary(dictionary: try await amparo.get(alone, key).object()) == NSDictionary(dictionary: person))
            let number = try #require(alone.split(separator: "/").last)
            #expect(try await amparo.get("/en/my/data.json", cookie).text.contains(number), "what is held is told to whom it is about")
            _ = try await amparo.post("/en/my/sharing", [("share", "0")], cookie)
            #expect(try await amparo.get(Self.path, key).embedded("osdi:people").isEmpty)
            #expect(try await amparo.get(alone, key).status == 404)
            _ = try await amparo.post("/en/my/sharing", [("share", "1")], cookie)
            #expect(try await amparo.get(alone, key).status == 404, "who allows it anew is somebody else")
        }
    }

    @Test(arguments: Engine.available)
    func `every reading of people stands in the log, by key and number, and names nobody`(on engine: Engine) async throws {
        try await withSupporters(engine) { visit in
            let amparo = visit.amparo, key = try await amparo.program([.people])("unused")
            func logged() async throws -> [Event] {
                try await amparo.store.database.read { try $0.events(before: nil, limit: 50) }.map(\.event).filter { $0.name == "program.peopleRead" }
            }
            _ = try await amparo.get(Self.path, key)
            #expect(try await logged().isEmpty, "nobody was told of")
            try await visit.join("rosa@example.org")
            _ = try await amparo.post("/en/my/sharing", [("share", "1")], ["cookie": try await visit.enter("rosa@example.org")])
            let person = try #require(try await amparo.get(Self.path, key).embedded("osdi:people").first?.path("self"))
            _ = try await amparo.get(person, key)
            _ = try await amparo.get(Self.path)
            _ = try await amparo.get(Self.path + "?page=2", key)
            let events = try await logged(), program = try #require(try await amparo.store.database.read { try $0.programKeys() }.first)
            #expect(events.map(\.detail) == ["int 1", "int 1"])
            #expect(events.allSatisfy { $0.subject == program.id.text && $0.by == program.name })
            #expect(try await VerifyEvents(database: amparo.store.database)() == [])
        }
    }

    @Test func `without a key for it, or with another section's, nobody is told of anybody`() async throws {
        try await withSupporters { visit in
            try await visit.amparo.store.take(.wanjiru())
            let other = try await visit.amparo.program([.reports, .addresses])("unused")
            let swiss = try await visit.amparo.program([.people, .outreaches], in: .swiss)("unused")
            let outreaches = try await visit.amparo.program([.outreaches])("unused"), people = try await visit.amparo.program([.people])("unused")
            for (path, wrong) in [
                ("people", outreaches), ("people/x", outreaches), ("outreaches", people), ("outreaches/x", people),
                ("advocacy_campaigns/77-21/outreaches", people),
            ] {
                #expect(try await visit.amparo.get("/api/osdi/v1/\(path)").status == 401, "\(path)")
                for key in [other, swiss, wrong] { #expect(try await visit.amparo.get("/api/osdi/v1/\(path)", key).status == 403, "\(path)") }
            }
        }
    }

    @Test func `pages are turned, and a person is in the section's list alone`() async throws {
        try await withSupporters { visit in
            for name in ["ada", "ivo", "eva"] {
                try await visit.join("\(name)@example.org")
                _ = try await visit.amparo.post("/en/my/sharing", [("share", "1")], ["cookie": try await visit.enter("\(name)@example.org")])
            }
            let key = try await visit.amparo.program([.people])("unused"), swiss = try await visit.amparo.program([.people], in: .swiss)("unused")
            let first = try await visit.amparo.get(Self.path + "?per_page=2", key), second = try await visit.amparo.get(first.path("next"), key)
            let numbers = try [first, second].flatMap { try $0.embedded("osdi:people") }.compactMap { $0.path("self") }
            #expect(numbers.count == 3 && Set(numbers).count == 3 && second.path("next").isEmpty && !second.path("previous").isEmpty)
            #expect(try await visit.amparo.get(Self.path, host: "ch.localhost", swiss).embedded("osdi:people").isEmpty)
            let path = numbers[0]
            #expect(try await visit.amparo.get(path, host: "ch.localhost", swiss).status == 404)
            #expect(try await visit.amparo.get(Self.path + "?filter=x", key).status == 400)
        }
    }
}
