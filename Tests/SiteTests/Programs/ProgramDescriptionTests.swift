import Campaign
import Documents
import Foundation
import Hummingbird
import Storage
import TestSupport
import Testing

@testable import Site

/// The description is what programs are written by: it says all that is answered, and nothing that is not.
@Suite(.timeLimit(.minutes(5))) struct ProgramDescriptionTests {
    @Test func `every address for programs is in the description, and no other`() async throws {
        try await withSite { pages in
            let router = try SiteServices.router(pages.site, RecordReport(database: pages.store.database, world: pages.store.world))
            let routes = router.routes.filter { ProgramLinks.has("\($0.path)") && !"\($0.path)".hasPrefix(OSDILinks.root) && $0.method != .head }.map
            { "\($0.method) \($0.path)" }
            let description = try ProgramDescription(String(decoding: SiteResources.description(), as: UTF8.self))
            #expect(Set(routes) == description.operations)
        }
    }

    @Test func `every answer has the members that are described, all of them and no other, and each is met with something in it`() async throws {
        try await withAmparo { amparo in
            try await amparo.fillForPrograms()
            let description = try ProgramDescription(await amparo.get("/api/v1/openapi.json").text), key = try await amparo.program([.addresses])("")
            var seen: Set<String> = []
            func look(_ operation: String, _ path: String, host: String = "localhost") async throws {
                let answer = try await amparo.get(path, host: host, key)
                #expect(answer.status == 200, "\(path)")
                let schema = try #require(description.schema(of: operation, status: 200), "\(operation)")
                #expect(description.faults(in: try answer.json(), as: schema, seen: &seen) == [], "\(path)")
            }
            for operation in description.operations.sorted() where operation.hasPrefix("GET ") {
                for slug in ["77-21", "78-21"] { try await look(operation, Self.filled(operation.dropFirst(4), slug)) }
            }
            try await look("GET /api/v1", "/api/v1", host: "ch.localhost")
            try await look("GET /api/v1/actions", "/api/v1/actions?limit=1")
            try await look("GET /api/v1/withdrawals", "/api/v1/withdrawals?limit=1")
            try await look("GET /api/v1/actions/{reference}/outputs/{ordinal}/officials", "/api/v1/actions/77-21/outputs/2/officials")
            for (path, status) in [("/api/v1/actions?limit=0", 400), ("/api/v1/actions/1-73", 404), ("/api/v1/actions/12-21", 410)] {
                let answer = try await amparo.get(path)
                #expect(answer.status == status && answer["content-type"] == "application/problem+json")
                let operation = status == 400 ? "GET /api/v1/actions" : "GET /api/v1/actions/{reference}"
                let schema = try #require(description.schema(of: operation, status: status))
                #expect(description.faults(in: try answer.json(), as: schema, seen: &seen) == [], "\(path)")
            }
            let unseen = description.members.subtracting(seen).filter { member in !Self.elsewhere.contains { member.hasPrefix($0) } }
            #expect(unseen == [])
        }
    }

    /// Answered to those who send something, and looked at where that is tested.
    private static let elsewhere = ["Report.", "Receipt.", "Problem.errors", "FieldProblem."]

    private static func filled(_ path: some StringProtocol, _ slug: String) -> String {
        ["reference": slug, "ordinal": "1", "tag": "en", "problem": "withdrawn"].reduce(String(path)) { path, value in
            path.replacing("{\(value.key)}", with: value.value)
        }
    }
}

extension HTTPAnswer {
    func json() throws -> Any { try JSONSerialization.jsonObject(with: Data(text.utf8)) }
    func object() throws -> [String: Any] { try json() as? [String: Any] ?? [:] }
}

extension RunningAmparo {
    /// Two cases with all that a program can be told, and one that was taken down.
    func fillForPrograms() async throws {
        try await store.take(.wanjiru { $0.makeRich() })
        try await report(20, by: "email")
        try await store.take(
            .wanjiruCharged {
                $0.makeRich()
                $0.indexCode = "AFR 32/4001/2021"
            })
        try await SetTopics(database: store.database, world: store.world)(.wanjiru, [.journalists], by: "Ivo")
        try await store.database.write { db in
            try db.execute(
                """
                INSERT INTO partner (id, address, name, we_follow, follows_us, taken_seq, given_seq, told_seq, made_by, made_at)
                VALUES ('us', 'https://us.example.org', 'us.example.org', FALSE, TRUE, 0, 0, 0, 'Ada', '2021-11-30T10:00:00.000Z')
                """
            )
            try db.execute(
                "INSERT INTO partner_figure (partner_id, output_id, channel, appeals) SELECT 'us', id, 'fax', 30 FROM output WHERE ordinal = 1")
        }
        try await report(20, by: "post", host: "ch.localhost")
        _ = try await ImportOfficials(database: store.database, world: store.world)(
            try CSVTable(Array(Self.register.utf8)), source: "officials.csv", by: "Rosa")
        try await store.take(
            .wanjiru {
                $0.makeRich()
                ($0.reference, $0.caseNumber, $0.indexCode) = ("UA 78/21", 78, "AFR 32/4002/2021")
            })
        let closing = Closing(
            outcome: .released, endedOn: Day("2021-11-29"), eventOn: Day("2021-11-28"), reason: .success, words: ["en": "She went home."])
        try await CloseAction(database: store.database, world: store.world)(Reference("UA 78/21"), closing, by: "Ivo")
        for serial in [12, 13] {
            try await store.take(.bishnu(serial: serial, until: "2021-12-01"))
            try await store.withdraw(.bishnu(serial))
        }
        try await Task.sleep(for: .milliseconds(1_300))
    }

    private static let register = """
        kind,key,country,title_en,receiving,accredited_from,channel,place,state,state_on,email,checked_on
        office,ke-ag,KE,Attorney General,,,,,,,registry@example.org,2021-11-01
        contact,ke-ag,,,,,email,ag@example.org,bounced,2021-11-20,,2021-11-20
        """
}
