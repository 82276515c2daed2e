import Campaign
import Documents
import Outgoing
import Storage
import TestSupport
import Testing

@Suite struct WebhookTests {
    private struct Desk {
        let store: Store
        let tray = WebhookTray()
        let logger = CapturedLog()

        func add(_ url: String = "https://crm.example.org/in", _ section: Section.Code = .international) async throws -> (
            webhook: Webhook, secret: String
        ) {
            try await MakeWebhook(database: store.database, world: store.world, keyring: .still())(url, for: section, by: "Ada")
        }

        /// What a worker does until nothing is due, and what was posted meanwhile: "action.published 77-21".
        func work() async throws -> [String] {
            try await TellWebhooks(database: store.database, world: store.world)(until: StopSign())
            try await deliver()
            return tray.empty().map(\.told)
        }

        func deliver() async throws {
            let work = DeliverWebhook(database: store.database, world: store.world, keyring: try .still(), post: tray) { "https://\($0.host)" }
            let jobs = try await store.database.read { db in try db.jobs() }.filter { $0.kind == DeliverWebhook.kind }
            for job in jobs { try? await work(job) }
        }
    }

    @Test(arguments: Engine.available)
    func `an address is told of what is published, changes, ends and is taken down, and of nothing before it was added`(on engine: Engine)
        async throws
    {
        try await withStore(engine) { store in
            let desk = Desk(store: store)
            try await store.take(.bishnu(until: "2021-12-01"))
            _ = try await desk.add()
            #expect(try await desk.work() == [])
            try await store.take(.wanjiru(), published: false)
            #expect(try await desk.work() == [])
            try await store.publish()
            #expect(try await desk.work() == ["action.published 77-21"])
            let day = try #require(Day("2022-02-03"))
            _ = try await ExtendDeadline(database: store.database, world: store.world)(.wanjiru, until: day, by: "Ivo")
            #expect(try await desk.work() == ["action.updated 77-21"])
            try await store.close(.released)
            #expect(try await desk.work() == ["action.ended 77-21"])
            try await store.withdraw()
            #expect(try await desk.work() == ["action.withdrawn 77-21"])
            #expect(try await desk.work() == [])
        }
    }

    @Test(arguments: Engine.available)
    func `an address of a section hears of what the section shows`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let desk = Desk(store: store)
            _ = try await desk.add("https://ch.example.org/", .swiss)
            try await store.take(.wanjiru())
            try await store.take(.bishnu(until: "2021-12-01"), in: .american)
            #expect(try await desk.work() == ["action.published 77-21"])
        }
    }

    @Test(arguments: Engine.available)
    func `a message names nobody, is signed, and keeps its id however often it is tried`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let desk = Desk(store: store), made = try await desk.add()
            try await store.take(.wanjiru())
            desk.tray.answer(.later("status 503", after: nil))
            try await TellWebhooks(database: store.database, world: store.world)(until: StopSign())
            try await desk.deliver()
            store.advance(seconds: 60)
            desk.tray.answer(.taken)
            try await desk.deliver()
            let posted = desk.tray.empty(), secret = try #require(WebhookSecret(made.secret))
            #expect(posted.count == 2 && posted[0].headers["webhook-id"] == posted[1].headers["webhook-id"])
            #expect(posted[0].headers["webhook-signature"] != posted[1].headers["webhook-signature"])
            let id = WebhookMessage.ID(try #require(posted[1].headers["webhook-id"]))
            let signed = secret.headers(id, at: store.world.now(), posted[1].body)
            #expect(Dictionary(signed.map { ($0.name, $0.value) }) { one, _ in one } == posted[1].headers)
            #expect(
                posted[1].body == """
                    {"type":"action.published","timestamp":"2021-11-30T10:00:00.000Z","data":{"reference":"UA 77/21","id":"77-21","section":"int",\
                    "url":"https://localhost/api/v1/actions/77-21"}}
                    """)
            #expect(try await store.database.read { try $0.webhookMessages(limit: 9) }.map(\.state) == [.taken])
        }
    }

    @Test(arguments: Engine.available)
    func `what is not taken waits for another attempt; a server that says it is gone is told nothing more`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let desk = Desk(store: store), hook = try await desk.add().webhook
            try await store.take(.wanjiru())
            desk.tray.answer(.later("no address for this name", after: nil))
            _ = try await desk.work()
            let waiting = try #require(try await store.database.read { try $0.webhookMessages(limit: 9) }.first)
            #expect(waiting.state == .waiting && waiting.failure == "no address for this name" && waiting.attempts == 1)
            desk.tray.answer(.gone)
            _ = try await desk.work()
            #expect(try await store.database.read { try $0.webhooks() }.first { $0.id == hook.id }?.endedAt != nil)
            try await store.withdraw()
            #expect(try await desk.work() == [])
            #expect(try await VerifyEvents(database: store.database)() == [])
        }
    }

    @Test(arguments: Engine.available)
    func `what was told is told again when staff ask, one message or all since a day`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let desk = Desk(store: store), hook = try await desk.add().webhook, replay = ReplayWebhook(database: store.database, world: store.world)
            try await store.take(.wanjiru())
            _ = try await desk.work()
            for job in try await store.database.read({ try $0.jobs() }) {
                try? await DropJob(database: store.database, world: store.world)(job.id, by: "Ada")
            }
            store.advance(days: 2)
            try await store.take(.bishnu(until: "2021-12-20"))
            _ = try await desk.work()
            let messages = try await store.database.read { try $0.webhookMessages(limit: 9) }
            try await replay(messages[1].id, by: "Ada")
            #expect(try await desk.work() == ["action.published 77-21"])
            let since = try #require(Instant("2021-12-02T00:00:00.000Z"))
            #expect(try await replay(hook.id, since: since, by: "Ada") == 1)
            #expect(try await desk.work() == ["action.published 12-21"])
            try await EndWebhook(database: store.database, world: store.world)(hook.id, by: "Ada")
            await #expect(throws: WebhookRefusal.unknown) { try await replay(messages[1].id, by: "Ada") }
        }
    }

    @Test(arguments: [
        "http://crm.example.org/", "https://crm.example.org:8443/", "https://rosa:secret@crm.example.org/", "https://localhost/", "crm.example.org",
        "",
        "https://2130706433/",
    ])
    func `an address that is none of a public server is not added`(_ url: String) async throws {
        try await withStore(.sqlite) { store in
            _ = await #expect(throws: WebhookRefusal.unfitAddress) { try await Desk(store: store).add(url) }
        }
    }

    @Test(arguments: [
        "127.0.0.1", "10.1.2.3", "192.168.1.1", "172.16.0.1", "169.254.169.254", "[::1]", "[fd00::1]", "[fe80::1]", "[::ffff:10.0.0.1]",
    ])
    func `a number at which no public server can be is refused at once, and a public one is not`(_ host: String) async throws {
        try await withStore(.sqlite) { store async throws in
            let number = host.trimmingPrefix("[").prefix { $0 != "]" }
            await #expect(throws: WebhookRefusal.notPublic(String(number))) { _ = try await Desk(store: store).add("https://\(host)/in") }
            #expect(try await store.database.read { try $0.webhooks() }.isEmpty)
            #expect(try await Desk(store: store).add("https://93.184.216.34/in").webhook.origin == "https://93.184.216.34")
        }
    }

    /// Made by another program from the same secret, id, moment and words.
    @Test func `a signature is the one that the specification asks for`() throws {
        let secret = try #require(WebhookSecret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"))
        let headers = secret.headers(
            WebhookMessage.ID("msg_p5jXN8AQM9LWM0D4loKWxJek"), at: Instant(milliseconds: 1_614_265_330_000), #"{"test": 2432232314}"#)
        #expect(headers.first { $0.name == "webhook-signature" }?.value == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")
    }
}

extension WebhookTray.Posted {
    fileprivate var told: String {
        let words = body.split(separator: "\"").map(String.init)
        return [3, words.firstIndex(of: "id").map { $0 + 2 }].compactMap { $0 }.compactMap { $0 < words.count ? words[$0] : nil }.joined(
            separator: " ")
    }
}
