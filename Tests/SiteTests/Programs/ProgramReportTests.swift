import Campaign
import Documents
import Foundation
import HTTPTypes
import Storage
import TestSupport
import Testing

@testable import Site

/// What programs tell with a key.
@Suite(.timeLimit(.minutes(5))) struct ProgramReportTests {
    private static let path = "/api/v1/actions/77-21/reports"
    private static let three = #"{"channel": "post", "quantity": 3, "output": 1}"#

    @Test(arguments: Engine.available)
    func `a report is counted once under its name, and told the same again`(on engine: Engine) async throws {
        try await withAmparo(engine) { amparo in
            try await amparo.store.take(.wanjiru())
            let with = try await amparo.program()
            let first = try await amparo.post(json: Self.three, to: Self.path, with("first-report"))
            #expect(first.status == 201 && first["cache-control"] == "no-store")
            let receipt = try first.object()
            #expect(receipt["status"] as? String == "counted" && receipt["is_late"] as? Bool == false && receipt["appeals"] is NSNull)
            // another order of the members is the same content, and quotes around the name are no part of it
            let other = #"{"output":1,"quantity":3,"channel":"post"}"#
            let again = try await amparo.post(json: other, to: Self.path, with("\"first-report\""))
            #expect(again.status == 201 && again.text == first.text)
            let changed = try await amparo.post(json: Self.three.replacing("3", with: "4"), to: Self.path, with("first-report"))
            #expect(changed.status == 422 && changed.text.contains("/api/v1/problems/name-taken"))
            #expect(try await amparo.store.tally().counted() == 3)
            let lines = try await amparo.store.tally().lines
            #expect(lines.map(\.source) == [.program])
            #expect(try await VerifyTallies(database: amparo.store.database)().ok)
        }
    }

    @Test(arguments: Engine.available)
    func `a name that was counted is never counted again, also when its answer was forgotten`(on engine: Engine) async throws {
        try await withAmparo(engine) { amparo in
            try await amparo.store.take(.wanjiru())
            let with = try await amparo.program()
            _ = try await amparo.post(json: Self.three, to: Self.path, with("first-report"))
            amparo.store.advance(days: 2)
            let again = try await amparo.post(json: Self.three, to: Self.path, with("first-report"))
            #expect(try again.object()["status"] as? String == "already_counted")
            #expect(try await amparo.store.tally().counted() == 3)
        }
    }

    @Test func `many at once under one name are one report`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            let with = try await amparo.program()
            let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<12 { group.addTask { try await amparo.post(json: Self.three, to: Self.path, with("first-report")).status } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(Set(statuses).isSubset(of: [201, 409]) && statuses.contains(201))
            #expect(try await amparo.store.tally().counted() == 3)
        }
    }

    @Test func `every answer to a report is as it is described`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            try await amparo.report(12)
            let description = try ProgramDescription(await amparo.get("/api/openapi.json").text), with = try await amparo.program()
            let wrong = #"{"channel": "pigeon", "quantity": 0, "more": 1}"#, half = #"{"channel": "pigeon", "quantity": "3"}"#
            var seen: Set<String> = []
            for (body, headers, status) in [
                (Self.three, with("first-report"), 201), (wrong, with("second-report"), 422), (half, with("third-report"), 422),
                (Self.three, with("short"), 400), ("[1]", with("fourth-report"), 400), (Self.three, [:], 401),
                (Self.three, ["authorization": "Bearer amparo_nobody"], 401),
                (Self.three, with("fifth-report").merging(["content-type": "text/plain"]) { $1 }, 415),
            ] {
                let answer = try await amparo.post(json: body, to: Self.path, headers)
                #expect(answer.status == status, "\(body): \(answer.text)")
                let schema = try #require(description.schema(of: "POST /api/v1/actions/{reference}/reports", status: status))
                #expect(description.faults(in: try answer.json(), as: schema, seen: &seen) == [], "\(answer.text)")
            }
            #expect(["Problem.errors", "FieldProblem.pointer", "Receipt.appeals", "Receipt.is_late"].allSatisfy(seen.contains))
            let pointers = try await amparo.post(json: half, to: Self.path, with("third-report")).text
            #expect(["#/channel", "#/quantity", "#/output"].allSatisfy(pointers.contains))
        }
    }

    @Test func `a key is good for its section and its scopes alone, until it is revoked`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            let reading = try await amparo.program([.addresses]), swiss = try await amparo.program(in: .swiss), telling = try await amparo.program()
            #expect(try await amparo.post(json: Self.three, to: Self.path, reading("first-report")).status == 403)
            #expect(try await amparo.post(json: Self.three, to: Self.path, swiss("first-report")).status == 403)
            #expect(try await amparo.post(json: Self.three, to: Self.path, host: "ch.localhost", swiss("first-report")).status == 201)
            #expect(try await amparo.get("/api/v1/actions/77-21/addresses", telling("")).status == 403)
            let addresses = try await amparo.get("/api/v1/actions/77-21/addresses", reading(""))
            #expect(addresses.status == 200 && addresses.text.contains("ag@example.org") && addresses["cache-control"] == "no-store")
            for key in try await amparo.store.database.read({ try $0.programKeys() }) {
                try await RevokeProgramKey(database: amparo.store.database, world: amparo.store.world)(key.id, by: "Ada")
            }
            #expect(try await amparo.post(json: Self.three, to: Self.path, telling("second-report")).status == 401)
            #expect(try await amparo.get("/api/v1/actions/77-21/addresses", reading(""))["www-authenticate"]?.hasPrefix("Bearer") == true)
        }
    }

    @Test func `a closed action takes no report of a program, and a drafted one is not there`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            try await amparo.store.take(.bishnu(until: "2021-08-01"))
            try await amparo.store.take(.bishnu(serial: 13, until: "2021-12-20"), published: false)
            let with = try await amparo.program()
            let closed = try await amparo.post(json: Self.three, to: "/api/v1/actions/12-21/reports", with("first-report"))
            #expect(closed.status == 409 && closed.text.contains("/problems/closed"))
            #expect(try await amparo.post(json: Self.three, to: "/api/v1/actions/13-21/reports", with("first-report")).status == 404)
            #expect(try await amparo.post(json: Self.three.replacing("1", with: "2"), to: Self.path, with("first-report")).status == 404)
        }
    }

    @Test func `every answer to a key tells what is left of its share, and the last one when to come again`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            let with = try await amparo.program(), many = Self.three.replacing("3", with: "500")
            let policy = "\"requests\";q=600;w=3600, \"letters\";q=50000;w=3600"
            for count in 1...100 {
                let answer = try await amparo.post(json: many, to: Self.path, with("report-\(count)"))
                #expect(answer.status == 201 && answer["ratelimit-policy"] == policy)
                #expect(answer["ratelimit"] == "\"requests\";r=\(600 - count);t=3600, \"letters\";r=\(50_000 - 500 * count);t=3600")
            }
            amparo.store.advance(seconds: 60)
            let refused = try await amparo.post(json: many, to: Self.path, with("one-more"))
            #expect(refused.status == 429 && refused.text.contains("/problems/too-many") && refused["retry-after"] == "3540")
            #expect(refused["ratelimit-policy"] == policy)
            #expect(refused["ratelimit"] == "\"requests\";r=499;t=3540, \"letters\";r=0;t=3540")
            let wrong = try await amparo.post(json: "[1]", to: Self.path, with("no-object"))
            #expect(wrong.status == 400 && wrong["ratelimit"] == "\"requests\";r=498;t=3540, \"letters\";r=0;t=3540")
            #expect(try await amparo.post(json: many, to: Self.path)["ratelimit"] == nil, "nobody is told of another's share")
        }
    }

    @Test func `a key that asks too much is asked to wait, and another is not`() async throws {
        try await withStore(.sqlite) { store in
            let make = MakeProgramKey(database: store.database, world: store.world), know = KnowProgram(database: store.database, world: store.world)
            let one = try #require(try await know(make("one", for: .swiss, scopes: [.reports], by: "Ada")))
            let other = try #require(try await know(make("other", for: .swiss, scopes: [.reports], by: "Ada")))
            var bounds = ProgramGate.Bounds()
            bounds.appeals = 1_000
            let gate = ProgramGate(world: store.world, know: know, bounds: bounds)
            try gate.count(500, by: one.id)
            try gate.count(500, by: one.id)
            let refusal = #expect(throws: ProgramRefusal.self) { try gate.count(1, by: one.id) }
            #expect(refusal?.status == .tooManyRequests && refusal?.headers[.retryAfter] == "3600")
            try gate.count(500, by: other.id)
            store.advance(seconds: 3_600)
            try gate.count(500, by: one.id)
        }
    }
}

extension RunningAmparo {
    /// Headers of a program with a key of its own, for a report under a name.
    func program(
        _ scopes: Set<ProgramKey.Scope> = [.reports], in section: Section.Code = .international
    ) async throws -> @Sendable (String) -> [String: String] {
        let key = try await MakeProgramKey(database: store.database, world: store.world)("a tool", for: section, scopes: scopes, by: "Ada")
        return { ["authorization": "Bearer \(key)", "idempotency-key": $0] }
    }
}
