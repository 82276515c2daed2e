import Campaign
import Documents
import Foundation
import Storage
import TestSupport
import Testing

@Suite struct VerifyTests {
    private func withReported(_ engine: Engine, _ body: (Store, VerifyTallies) async throws -> Void) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru { $0.actionCount = 10 })
            try await store.take(.bishnu(until: "2021-12-20"))
            try await store.withReports { report async throws in
                for channel in [Channel.post, .email, .email] { _ = try await report(store.form(channel: channel, quantity: 5)) }
                _ = try await report(store.form(.bishnu(), quantity: 2))
            }
            try await body(store, VerifyTallies(database: store.database))
        }
    }

    @Test(arguments: Engine.available)
    func `the tally is what the ledger adds up to`(on engine: Engine) async throws {
        try await withReported(engine) { _, verify in
            let found = try await verify()
            #expect(found.ok)
            #expect(found.problems.isEmpty)
            #expect(found.reports == 5)
            #expect(found.appeals == 27)
            #expect(found.outputs.map(\.reference) == ["UA 12/21", "UA 77/21"])
            #expect(found.outputs.map(\.appeals) == [2, 25])
        }
    }

    @Test(arguments: Engine.available)
    func `a tally somebody changed is found`(on engine: Engine) async throws {
        try await withReported(engine) { store, verify in
            try await store.tamper("UPDATE tally SET appeals = appeals + 100 WHERE channel = 'post'")
            let found = try await verify()
            #expect(!found.ok)
            #expect(found.problems == ["UA 77/21 output 1 (int, post, form, 2021-11-30): the tally says 105 appeals in 1 reports, the ledger 5 in 1"])
            #expect(found.appeals == 27)
        }
    }

    @Test(arguments: Engine.available)
    func `a report that is missing from the ledger is found`(on engine: Engine) async throws {
        try await withReported(engine) { store, verify in
            try await store.tamper("DELETE FROM report WHERE channel = 'post'")
            let found = try await verify()
            #expect(found.problems == ["UA 77/21 output 1 (int, post, form, 2021-11-30): the tally says 5 appeals in 1 reports, the ledger 0 in 0"])
        }
    }

    @Test(arguments: Engine.available)
    func `a tally that is missing is found`(on engine: Engine) async throws {
        try await withReported(engine) { store, verify in
            try await store.tamper("DELETE FROM tally WHERE source = 'import'")
            #expect(try await verify().problems.count == 1)
        }
    }

    @Test(arguments: Engine.available)
    func `it prints as the JSON that scripts rely on`(on engine: Engine) async throws {
        try await withReported(engine) { _, verify in
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            let json = String(decoding: try encoder.encode(try await verify()), as: UTF8.self)
            #expect(
                json
                    == #"{"appeals":27,"ok":true,"outputs":[{"appeals":2,"ordinal":1,"reference":"UA 12/21"},"#
                    + #"{"appeals":25,"ordinal":1,"reference":"UA 77/21"}],"problems":[],"reports":5}"#
            )
        }
    }
}
