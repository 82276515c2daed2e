import Documents
import Storage
import TestSupport
import Testing

@testable import Campaign

/// Every choice of the form decides who is told, and when.
@Suite struct ChoosingTests {
    private struct Case: Sendable {
        let choices: [(String, String)]
        var language: Language = "en"
        let isTold: Bool
    }

    /// The case is in Kenya, about torture, can be written to by post, and is told in English.
    @Test(arguments: Engine.available)
    func `languages, countries, regions, topics and ways each let through and keep back`(on engine: Engine) async throws {
        let cases: [String: Case] = [
            "nothing": Case(choices: [], isTold: true),
            "country": Case(choices: [("country", "KE")], isTold: true),
            "countries": Case(choices: [("country", "PE"), ("country", "KE")], isTold: true),
            "not-country": Case(choices: [("country", "PE")], isTold: false),
            "region": Case(choices: [("region", "africa")], isTold: true),
            "not-region": Case(choices: [("region", "asia"), ("region", "europe")], isTold: false),
            "region-widens": Case(choices: [("country", "PE"), ("region", "africa")], isTold: true),
            "topic": Case(choices: [("topic", "women"), ("topic", "torture")], isTold: true),
            "not-topic": Case(choices: [("topic", "women")], isTold: false),
            "post-only": Case(choices: [("channel", "post")], isTold: true),
            "fax-only": Case(choices: [("channel", "fax")], isTold: false),
            "all-must-fit": Case(choices: [("country", "KE"), ("topic", "women")], isTold: false),
            "other-language-too": Case(choices: [("language", "es"), ("language", "en")], language: "fr", isTold: true),
            "other-language-alone": Case(choices: [("language", "fr"), ("language", "es")], language: "fr", isTold: false),
        ]
        try await withStore(engine) { store in
            try await store.take(.wanjiru())
            try await SetTopics(database: store.database, world: store.world)(.wanjiru, [.torture], by: "Ivo")
            for (name, one) in cases { try await store.supporter(name, language: one.language, choices: one.choices) }
            _ = try await store.going()
            #expect(Set(try await store.deliveries().keys) == Set(cases.filter(\.value.isTold).keys))
        }
    }

    @Test(arguments: Engine.available)
    func `an alert may be for those who write alone or for groups, and for followers always`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru())
            for name in ["ana", "ben"] { try await store.supporter(name) }
            try await store.supporter("choir", network: .group)
            try await store.follow("ben")
            _ = try await store.going(network: .group)
            #expect(Set(try await store.deliveries().keys) == ["ben", "choir"])
        }
    }

    @Test(arguments: Engine.available)
    func `a pause keeps alerts back until its day, from the selection and from what waits`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru())
            for name in ["ana", "ben", "cleo"] { try await store.supporter(name) }
            try await store.tamper("UPDATE supporter SET paused_until = '2021-12-01' WHERE id = 'ana'")
            try await store.tamper("UPDATE supporter SET paused_until = '2021-11-30' WHERE id = 'ben'")
            _ = try await store.going()
            try await store.tamper("UPDATE supporter SET paused_until = '2022-02-01' WHERE id = 'cleo'")
            let basket = Basket()
            try await store.deliver(basket)
            #expect(try await store.deliveries() == ["ben": "sent", "cleo": "skipped paused"])
        }
    }

    @Test(arguments: Engine.available)
    func `each pace is told at its own moments`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru())
            for pace in Pace.allCases { try await store.supporter(pace.rawValue, pace: pace) }
            try await store.supporter("hurry", pace: .monthly, sameDay: true)
            _ = try await store.going(sameDay: true)
            let due = try await store.database.read {
                try $0.rows("SELECT supporter_id, COALESCE(due_at, 'with the alert') AS due FROM delivery").reduce(into: [:]) {
                    $0[try $1("supporter_id") as String] = String((try $1("due") as String).prefix(14))
                }
            }
            #expect(
                due == [
                    "at_once": "with the alert", "hurry": "with the alert", "daily": "2021-12-01T07:", "weekly": "2021-12-06T07:",
                    "twice_a_month": "2021-12-01T07:", "monthly": "2021-12-01T07:",
                ])
        }
    }
}
