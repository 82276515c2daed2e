import Documents
import Foundation
import Outgoing
import Storage
import TestSupport
import Testing

@testable import Campaign

/// Servers that follow each other. One test at a time, since each holds several databases.
@Suite(.serialized) struct FederationTests {
    private static let hosts = ["int.example.org", "ch.example.org", "us.example.org"]

    /// The Swiss server follows the international one, and its Swiss section waits for a person.
    private func withTwo(_ engine: Engine, _ body: (Neighbour, Neighbour, Neighbourhood) async throws -> Void) async throws {
        try await withNeighbours(engine, Array(Self.hosts.prefix(2))) { servers, line in
            try await servers[0].isFollowed(by: servers[1])
            try await servers[1].store.setWaiting(true)
            try await body(servers[0], servers[1], line)
        }
    }

    // MARK: Outputs

    @Test(arguments: Engine.available)
    func `what the one publishes waits at the other's section, and is published there when Lea adopts it`(on engine: Engine) async throws {
        try await withTwo(engine) { int, ch, _ in
            try await int.store.take(.wanjiru())
            try await int.round(with: ch)
            let today = try #require(Day("2021-11-30"))
            let waiting = try await ch.store.database.read { try $0.undecidedOutputs(for: .swiss, in: "en", on: today, limit: 9) }
            #expect(waiting.map(\.reference) == [.wanjiru] && waiting.map(\.isShown) == [false])
            #expect(try await ch.store.said() == int.store.said())
            try await ch.store.decide(.adopt)
            #expect(try await ch.store.action().isShown(by: .swiss))
            let imports = try await ch.store.database.read { try $0.row("SELECT COUNT(*) AS n FROM document")?("n") as Int? }
            try await ch.store.tamper("UPDATE partner SET taken_seq = 0")
            try await int.round(with: ch)
            #expect(try await ch.store.database.read { try $0.row("SELECT COUNT(*) AS n FROM document")?("n") as Int? } == imports)
            #expect(try await VerifyEvents(database: ch.store.database)() == [])
        }
    }

    @Test(arguments: Engine.available)
    func `drafts, other sections' words, staff and counts do not cross`(on engine: Engine) async throws {
        try await withTwo(engine) { int, ch, line in
            try await int.store.take(.wanjiru { $0.actionCount = 4_711 })
            try await int.store.decide(.adapt(.bernese()))
            try await int.store.take(.bishnu(until: "2021-12-20"), published: false)
            let before = line.asked.count, ask = AskPartner(database: ch.store.database, world: ch.store.world, federation: ch.federation)
            let partner = try #require(try await ch.partner(int))
            let answer = try await ask(partner, "GET", PartnerPath.outputs, query: "?after=0")
            let page = try #require(ChangePage(json: answer.body)), text = String(decoding: answer.body, as: UTF8.self)
            #expect(line.asked.count == before + 1 && page.changes.map(\.reference) == ["UA 77/21"])
            for word in ["Ivo", "4711", "Porto", "Nordring", "Bishnu"] { #expect(!text.contains(word), "\(word)") }
        }
    }

    @Test(arguments: Engine.available)
    func `a change stands in the place of what was said before, and the section's own words stay`(on engine: Engine) async throws {
        try await withTwo(engine) { int, ch, _ in
            try await int.store.take(.wanjiru())
            try await int.round(with: ch)
            try await ch.store.decide(.adapt(.bernese()))
            try await int.store.tamper("UPDATE text SET headline = 'Reporter moved to another prison' WHERE headline IS NOT NULL")
            _ = try await ExtendDeadline(database: int.store.database, world: int.store.world)(
                .wanjiru, until: try #require(Day("2022-02-03")), by: "Ivo")
            try await int.store.take(.wanjiruCharged())
            try await int.round(with: ch)
            let action = try await ch.store.action()
            #expect(action.output(1)?.texts.map(\.headline) == ["Reporter moved to another prison"])
            #expect(action.output(1)?.actUntil(for: .american) == Day("2022-02-03") && action.output(1)?.actUntil(for: .swiss) == Day("2021-12-20"))
            #expect(action.output(1)?.edition(for: .swiss)?.words(in: ["de"])?.words.postalNote == "Porto: CHF 2.30")
            #expect(action.outputs.count == 2)
            #expect(!action.isShown(try #require(action.output(2)), by: .swiss))
            #expect(try await ch.store.said() == int.store.said())
        }
    }

    @Test(arguments: Engine.available)
    func `what a case is about follows, and stays as the section says where the other server says nothing`(on engine: Engine) async throws {
        try await withTwo(engine) { int, ch, _ in
            let say = SetTopics(database: int.store.database, world: int.store.world)
            func topics() async throws -> Set<Topic> { try await ch.store.database.read { try $0.topics(of: .wanjiru) } }
            try await int.store.take(.wanjiru())
            try await int.round(with: ch)
            try await SetTopics(database: ch.store.database, world: ch.store.world)(.wanjiru, [.women], by: "Lea")
            _ = try await ExtendDeadline(database: int.store.database, world: int.store.world)(
                .wanjiru, until: try #require(Day("2022-02-03")), by: "Ivo")
            try await int.round(with: ch)
            #expect(try await topics() == [.women])
            for said in [Set([Topic.journalists, .expression]), [.journalists]] {
                try await say(.wanjiru, said, by: "Ivo")
                try await int.round(with: ch)
                #expect(try await topics() == said)
            }
        }
    }

    @Test(arguments: Engine.available)
    func `a withdrawal holds at the other server at once, without anybody deciding`(on engine: Engine) async throws {
        try await withTwo(engine) { int, ch, _ in
            try await int.store.take(.wanjiru())
            try await int.round(with: ch)
            try await ch.store.decide(.adopt)
            try await int.store.withdraw()
            try await int.round(with: ch)
            await #expect(throws: ActionRefusal.withdrawn) { try await ch.store.action() }
            // and nothing brings it back
            try await ch.store.tamper("UPDATE partner SET taken_seq = 0")
            try await int.round(with: ch)
            await #expect(throws: ActionRefusal.withdrawn) { try await ch.store.action() }
        }
    }

    @Test(arguments: Engine.available)
    func `another name for somebody holds at once, in the section's own words too, and the old name does not cross`(on engine: Engine) async throws {
        try await withTwo(engine) { int, ch, line in
            try await int.store.take(.wanjiru())
            try await int.round(with: ch)
            var own = OwnEdition.bernese()
            own.words = ["de": EditionWords(instructions: ["Schreiben Sie für Wanjiru Otieno."], postalNote: nil, safetyNote: nil)]
            try await ch.store.decide(.adapt(own))
            let rename = RenameSubject(database: int.store.database, world: int.store.world)
            _ = try await rename(.wanjiru, Renaming("Wanjiru Otieno", to: "a reporter"), by: "Ivo")
            let told = Mutexed<String>([])
            line.meddle { _, answer in
                told.add(String(decoding: answer.body, as: UTF8.self))
                return answer
            }
            try await int.round(with: ch)
            #expect(!told.all.contains { $0.contains("Otieno") } && told.all.contains { $0.contains("a reporter") })
            let action = try await ch.store.action()
            #expect(action.subjects.map(\.name) == ["a reporter"])
            #expect(action.output(1)?.edition(for: .swiss)?.words(in: ["de"])?.words.instructions == ["Schreiben Sie für a reporter."])
            let left = try await ch.store.database.read { db in
                try db.rows("SELECT seen FROM adoption").map { try $0("seen") as String }
                    + db.rows("SELECT lead FROM text").map { try $0("lead") as String }
            }
            #expect(!left.contains { $0.contains("Otieno") })
        }
    }

    @Test(arguments: Engine.available)
    func `a number that is here from elsewhere stays as it is, whatever another server says of it`(on engine: Engine) async throws {
        try await withTwo(engine) { int, ch, _ in
            try await ch.store.take(.wanjiru { $0.title = "Ours" })
            try await int.store.take(.wanjiru())
            try await int.round(with: ch)
            #expect(try await ch.store.action().latest?.texts.map(\.headline) == ["Ours"])
            let id = try #require(try await ch.partner(int)).id
            #expect(try await ch.store.database.read { try $0.refusedChanges(from: id) }.map(\.why) == ["is here from elsewhere"])
            try await int.store.withdraw()
            try await int.round(with: ch)
            #expect(try await ch.store.action().latest?.texts.map(\.headline) == ["Ours"])
            // and what came from one server is not told on by another
            #expect(try await ch.store.database.read { try $0.changes(after: 0, of: ch.address) }.changes.map(\.reference) == ["UA 77/21"])
        }
    }

    // MARK: Cuts

    @Test(arguments: Engine.available)
    func `a server that is down is seen, and what it said meanwhile comes once it is back`(on engine: Engine) async throws {
        try await withTwo(engine) { int, ch, line in
            try await int.round(with: ch)
            line.cut(int.address)
            try await int.store.take(.wanjiru())
            for server in [int, ch] { server.store.advance(seconds: 400) }
            try await ch.work()
            #expect(try await ch.partner(int)?.failure == "no connection")
            line.mend(int.address)
            try await int.round(with: ch)
            #expect(try await ch.store.action().reference == .wanjiru)
            // a nudge that nobody hears is no trouble: the follower asks by itself
            line.cut(ch.address)
            try await int.store.withdraw()
            try await int.work()
            #expect(try await int.partner(ch)?.failure == "nudge: no connection")
            line.mend(ch.address)
            for server in [int, ch] { server.store.advance(seconds: 301) }
            try await ch.work()
            await #expect(throws: ActionRefusal.withdrawn) { try await ch.store.action() }
        }
    }

    // MARK: Keys

    @Test(arguments: Engine.available)
    func `a key for which the old one vouches is taken without anybody; any other stops both until somebody compared it`(on engine: Engine)
        async throws
    {
        try await withTwo(engine) { int, ch, _ in
            try await int.store.take(.wanjiru())
            try await int.round(with: ch)
            int.keys.keys = int.keys.keys.rotated(to: [UInt8](repeating: 21, count: 32), at: int.store.world.now())
            ch.keys.keys = ch.keys.keys.rotated(to: [UInt8](repeating: 22, count: 32), at: ch.store.world.now())
            try await ch.store.count(40)
            try await int.store.take(.wanjiruCharged())
            try await int.round(with: ch)
            #expect(try await ch.store.action().outputs.count == 2)
            #expect(try await int.store.tally().counted() == 40)
            // a thief of the host has the host and no key
            for server in [int, ch] { server.store.advance(seconds: 400) }
            let honest = int.keys.keys
            int.keys.keys = ServerKeys(seed: [UInt8](repeating: 66, count: 32), at: int.store.world.now())
            try await int.store.withdraw()
            try await int.round(with: ch)
            #expect(try await ch.partner(int)?.leftOut == .key)
            #expect(try await ch.store.action().outputs.count == 2)
            let thief = int.keys.keys.current.fingerprint
            await #expect(throws: PartnerRefusal.otherKey) {
                try await ch.meet.accept(int.address, fingerprint: honest.current.fingerprint.replacing("a", with: "b") + "0", as: .follow, by: "Lea")
            }
            try await ch.meet.accept(int.address, fingerprint: thief.uppercased(), as: .follow, by: "Lea")
            try await int.round(with: ch)
            await #expect(throws: ActionRefusal.withdrawn) { try await ch.store.action() }
        }
    }

    @Test(arguments: Engine.available)
    func `nothing goes on before a key was compared, and one key is one server`(on engine: Engine) async throws {
        try await withNeighbours(engine, Self.hosts) { servers, line in
            let (int, ch, us) = (servers[0], servers[1], servers[2])
            try await int.meet.add(ch.address, by: "Ada")
            try await ch.meet.add(int.address + "/", by: "Lea")
            try await int.store.take(.wanjiru())
            try await ch.store.tamper("UPDATE partner SET we_follow = \(true), due_at = '2021-11-30T09:00:00.000Z'")
            try await int.round(with: ch)
            await #expect(throws: ActionRefusal.self) { try await ch.store.action() }
            us.keys.keys = ch.keys.keys
            await #expect(throws: PartnerRefusal.keyTaken) { try await int.meet.add(us.address, by: "Ada") }
            await #expect(throws: PartnerRefusal.ourselves) { try await int.meet.add(int.address, by: "Ada") }
            await #expect(throws: PartnerRefusal.noCard("no connection")) { try await int.meet.add("https://away.example.org", by: "Ada") }
            for typed in ["http://ch.example.org", "https://ch.example.org/x", "ch.example.org", "https://localhost", ""] {
                await #expect(throws: PartnerRefusal.unfitAddress, "\(typed)") { try await int.meet.add(typed, by: "Ada") }
            }
            line.meddle { _, answer in OutgoingAnswer(status: 200, headers: [:], body: Array("{}".utf8)) }
            await #expect(throws: PartnerRefusal.self) { try await int.meet.add(us.address, by: "Ada") }
        }
    }

    @Test(arguments: Engine.available)
    func `an answer that somebody changed, or took from another question, is not believed`(on engine: Engine) async throws {
        try await withTwo(engine) { int, ch, line in
            try await int.store.take(.wanjiru())
            let old = Mutexed<OutgoingAnswer>([])
            line.meddle { request, answer in
                if request.url.path.hasPrefix("/federation/outputs") { old.add(answer) }
                return OutgoingAnswer(status: answer.status, headers: answer.headers, body: answer.body.map { $0 == 0x57 ? 0x58 : $0 })
            }
            try await int.round(with: ch)
            #expect(try await ch.partner(int)?.failure == "the signature is not that of the answer")
            let earlier = try #require(old.all.first)
            line.meddle { _, _ in earlier }
            for server in [int, ch] { server.store.advance(seconds: 301) }
            try await ch.work()
            #expect(try await ch.partner(int)?.failure?.contains("signature") == true)
            line.meddle { _, answer in OutgoingAnswer(status: answer.status, headers: [:], body: answer.body) }
            for server in [int, ch] { server.store.advance(seconds: 301) }
            try await ch.work()
            #expect(try await ch.partner(int)?.failure == "status 200, not signed")
            await #expect(throws: ActionRefusal.self) { try await ch.store.action() }
        }
    }
}
