import Documents
import Foundation
import Storage
import TestSupport
import Testing

@testable import Campaign

/// What somebody has who took away the database, and not the keys.
@Suite struct DumpTests {
    private static let addresses = (1...12).map { "person\($0).family\($0)@mail\($0 % 3).example.org" }

    @Test(arguments: Engine.available)
    func `a dump after a busy life names no address, and does not tell who wrote`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru())
            try await store.take(.bishnu(until: "2022-03-01"))
            let counter = try SupporterCounter(store)
            let supporters = try await busyLife(counter)
            let dump = try await store.dump()
            #expect(dump.keys.contains("supporter") && dump.keys.contains("report") && dump["report"]?.count == Self.addresses.count)
            let all = dump.values.flatMap { $0 }.joined(separator: "\n").lowercased()
            let browsers = [InventedBrowser(1), InventedBrowser(2)].flatMap { [$0.endpoint, $0.key, $0.secret] }
            #expect(dump["push_subscription"]?.count == 2)
            for browser in browsers {
                for piece in [browser, Digest.sha256(browser), Data(browser.utf8).base64EncodedString(), "push.example.org"] {
                    #expect(!all.contains(piece.lowercased()), "\(browser)")
                }
            }
            for address in Self.addresses + ["rosa.moves@example.net", "waiting.person@example.org"] {
                for piece in [
                    address, address.split(separator: "@")[0].lowercased(), Digest.sha256(address), Data(address.utf8).base64EncodedString(),
                ] {
                    #expect(!all.contains(piece.lowercased()), "\(address)")
                }
            }
            try judge(dump, supporters, clock: store.world.now())
        }
    }

    /// They sign up, sign in, write, follow, pause, move; some leave, some are erased. Nobody switched a history on.
    private func busyLife(_ counter: SupporterCounter) async throws -> [Supporter.ID] {
        let store = counter.store
        var supporters: [Supporter.ID] = []
        try await store.withReports { report async throws in
            for (number, address) in Self.addresses.enumerated() {
                store.advance(seconds: 601)
                let id = try await counter.supporter(address, follow: number % 2 == 0 ? FollowWish(.bishnu()) : nil)
                supporters.append(id)
                _ = try await counter.enter(address)
                let token = store.world.token()
                _ = try await report(store.form(quantity: number + 1, token: token))
                try await RememberReport(database: store.database)(id, reportToken: token)
                try await counter.follow(id, FollowWish(.wanjiru, onlyOutcome: true))
                _ = try await counter.askToSignIn(address)
            }
        }
        for number in 1...2 { supporters.append(try await counter.browser(InventedBrowser(number), follow: FollowWish(.wanjiru))) }
        _ = try await counter.askForAddress(supporters[0], "rosa.moves@example.net")
        _ = try await counter.signUp("waiting.person@example.org")
        try await Unsubscribe(database: store.database, world: store.world, keyring: counter.keyring)(
            token: UnsubscribeToken.text(supporters[1], counter.keyring))
        try await counter.erase(supporters[2])
        return supporters
    }

    /// No row that knows of a supporter knows of a report, and none that outlives a day tells a moment that could be laid beside one.
    private func judge(_ dump: [String: [String]], _ supporters: [Supporter.ID], clock: Instant) throws {
        #expect(dump["supporter_report"]?.isEmpty == true)
        let reports = dump["report", default: []].joined(separator: "\n")
        for id in supporters { #expect(!reports.contains(id.text)) }
        let lasting = ["supporter", "follow", "identity", "supporter_choice", "supporter_session", "push_subscription", "job"].flatMap {
            dump[$0, default: []]
        }.joined(
            separator: "\n")
        for row in dump["report", default: []] {
            let moments = row.split(separator: "|").filter { $0.hasSuffix("Z") && $0.utf8.count == 24 }
            #expect(moments.count == 1)
            for moment in moments { #expect(!lasting.contains(moment.prefix(19))) }
        }
        #expect(Set(supporters.map { $0.text.prefix(3) }).count > 1)
    }
}

extension Store {
    /// The same as one text, a row a line.
    func dumpedText() async throws -> String {
        try await dump().values.flatMap { $0 }.joined(separator: "\n")
    }

    /// Every row of every table, its values with bars between them, bytes as the text they may be.
    func dump() async throws -> [String: [String]] {
        let names: SQL =
            switch database.dialect {
            case .sqlite: "SELECT name FROM sqlite_master WHERE type = 'table'"
            case .postgres: "SELECT CAST(tablename AS TEXT) AS name FROM pg_tables WHERE schemaname = current_schema()"
            }
        return try await database.read { db in
            try db.rows(names).reduce(into: [:]) { dump, table in
                let name: String = try table("name")
                dump[name] = try db.rows(SQL(verbatim: "SELECT * FROM \(name)")).map(\.printed)
            }
        }
    }
}

extension Row {
    fileprivate var printed: String {
        let values = Mirror(reflecting: self).descendant("values") as? [Value] ?? []
        return values.map { value in
            switch value {
            case .text(let text): text
            case .bytes(let bytes): String(decoding: bytes, as: UTF8.self)
            default: "\(value)"
            }
        }.joined(separator: "|")
    }
}
