import Documents
import Storage
import TestSupport
import Testing

@testable import Campaign

extension FederationTests {
    /// What staff are told of other servers' counts beside their own.
    @Suite(.serialized) struct Statistics {
        private static let hosts = ["int.example.org", "ch.example.org"]

        private func scope(_ section: Section.Code? = nil, _ from: String = "2021-11-01", _ to: String = "2021-12-31") -> StatisticsScope {
            StatisticsScope(section: section, from: Day(from) ?? Day(number: 0), to: Day(to) ?? Day(number: 0), threshold: 10)
        }

        @Test(arguments: Engine.available)
        func `what other servers counted stands beside what was counted here, and the two are the total of the case`(on engine: Engine) async throws {
            try await withNeighbours(engine, Self.hosts) { servers, _ in
                let (int, ch) = (servers[0], servers[1])
                try await int.isFollowed(by: ch)
                try await int.store.take(.wanjiru())
                try await int.round(with: ch)
                try await int.store.count(25)
                try await ch.store.count(40)
                try await ch.store.count(12, by: .email)
                try await int.round(with: ch, after: 301)
                func rows(_ report: StatisticsReport, _ scope: StatisticsScope) async throws -> [String] {
                    try await int.store.database.read { db in
                        try db.statistics(report, scope, in: "en").map { "\($0.key): \($0.counted), \($0.atServers)" }
                    }
                }
                #expect(try await rows(.number, scope()) == ["UA 77/21: 25, 52"])
                #expect(try await int.store.tally().counted() == 77)
                let lines = try await int.store.database.read { db in try db.statistics(.number, scope(), in: "en", first: 1) }
                #expect(lines.rows.map(\.atServers) == [52] && lines.all == 1 && lines.haveServers, "also among the first lines")
                #expect(try await rows(.type, scope()) == ["post: 25, 40", "email: 0, 12"])
                #expect(try await rows(.country, scope()) == ["KE: 25, 52"])
                #expect(try await rows(.month, scope()) == ["2021-11: 25, 0"], "no days are told")
                #expect(try await rows(.number, scope(.international)) == ["UA 77/21: 25, 0"], "a section sees its own")
                #expect(try await rows(.number, scope(nil, "2022-01-01", "2022-12-31")) == [], "nothing was told of since")
                #expect(try await rows(.number, scope(nil, "2021-01-01", "2021-06-30")) == [], "it was issued later")
                func told() async throws -> [ServerSum] { try await int.store.database.read { try $0.serverStatistics(scope()) } }
                #expect(try await told().map { "\($0.cases) \($0.appeals)" } == ["1 52"])
                try await int.store.tamper("UPDATE partner SET left_out = 'late'")
                #expect(try await told() == [])
                #expect(try await rows(.number, scope()) == ["UA 77/21: 25, 0"])
            }
        }
    }
}
