import Documents
import Foundation
import Storage
import TestSupport
import Testing

@testable import Campaign

@Suite struct BrowserTests {
    @Test(arguments: Engine.available)
    func `a browser is a supporter at once, is greeted, and stays one when it chooses anew`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru())
            let counter = try SupporterCounter(store), tray = PushTray()
            let rosa = try await counter.browser(follow: FollowWish(.wanjiru))
            #expect(try await counter.supporter(rosa)?.state == .confirmed)
            try await counter.welcome(tray)
            #expect(tray.empty().map(\.notice.title) == ["International: notifications are on"])
            #expect(try await counter.browser { $0.pace = .weekly } == rosa)
            #expect(try await counter.supporter(rosa)?.pace == .weekly)
            #expect(try await store.count("supporter") == 1)
            #expect(try await store.count("push_subscription") == 1)
            #expect(try await counter.browser(InventedBrowser(2)) != rosa)
        }
    }

    @Test(arguments: Engine.available)
    func `a place that takes no first notice is forgotten, and one that is not ready is asked again`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let counter = try SupporterCounter(store), tray = PushTray()
            for answer in [Carriage.never("status 405"), .never("refused: not a public address (loopback)"), .unreachable("gone")] {
                let id = try await counter.browser()
                tray.answer(.later("status 503"))
                await #expect(throws: WelcomeBrowser.NotTaken.self) { try await counter.welcome(tray) }
                #expect(try await counter.supporter(id) != nil)
                tray.answer(answer)
                try await counter.welcome(tray)
                #expect(try await counter.supporter(id) == nil)
                try await store.tamper("DELETE FROM job")
            }
        }
    }

    @Test(arguments: Engine.available)
    func `only the browser itself is known again: its address alone opens nothing`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let counter = try SupporterCounter(store), rosa = try await counter.browser(), browser = InventedBrowser()
            let stranger = try #require(BrowserProof(endpoint: browser.endpoint, secret: "AAAAAAAAAAAAAAAAAAAAAA"))
            let enter = EnterByBrowser(database: store.database, world: store.world, keyring: counter.keyring)
            let leave = LeaveByBrowser(database: store.database, world: store.world, keyring: counter.keyring)
            await #expect(throws: SupporterRefusal.linkOver) { try await enter(stranger, in: .international) }
            try await leave(stranger, in: .international)
            #expect(try await counter.knows(browser))
            #expect(try await !counter.knows(browser, in: .swiss))
            #expect(try await !counter.knows(InventedBrowser(2)))
            let session = try await counter.enter(browser)
            #expect(try await store.signedIn(session.token)?.id == rosa)
            #expect(try await counter.home(session).address == nil)
            try await leave(#require(browser.proof), in: .international)
            #expect(try await counter.supporter(rosa) == nil)
            #expect(try await store.signedIn(session.token) == nil)
            try await leave(#require(browser.proof), in: .international)
        }
    }

    @Test(arguments: [
        ("http://push.example.org/x", "ok", "ok"), ("https://push.example.org/x", "AAAA", "ok"), ("https://push.example.org/x", "ok", "AAAA"),
        ("https://user@push.example.org/x", "ok", "ok"), ("https://localhost/x", "ok", "ok"), ("", "", ""),
        ("https://push.example.org/\n", "ok", "ok"),
    ])
    func `what no browser sends is refused`(_ endpoint: String, _ key: String, _ secret: String) async throws {
        try await withStore(.sqlite) { store in
            let section = try await SupporterCounter(store).section(), browser = InventedBrowser()
            #expect(throws: FormProblems.self) {
                try BrowserRequest(
                    endpoint: endpoint, key: key == "ok" ? browser.key : key, secret: secret == "ok" ? browser.secret : secret, section: section,
                    preferences: .usual(of: section, in: "en"))
            }
        }
    }

    @Test(arguments: Engine.available)
    func `the link in a notification erases at once, also what is followed`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru())
            let counter = try SupporterCounter(store), rosa = try await counter.browser(follow: FollowWish(.wanjiru))
            let leave = Unsubscribe(database: store.database, world: store.world, keyring: counter.keyring)
            try await leave(token: UnsubscribeToken.text(rosa, counter.keyring))
            for table in ["supporter", "push_subscription", "follow", "suppression"] { #expect(try await store.count(table) == 0, "\(table)") }
            try await leave(token: UnsubscribeToken.text(rosa, counter.keyring))
        }
    }

    @Test(arguments: Engine.available)
    func `another address of the push service takes the place of the one before, and a late word about the old one changes nothing`(
        on engine: Engine
    ) async throws {
        try await withStore(engine) { store in
            let counter = try SupporterCounter(store), rosa = try await counter.browser(), section = try await counter.section()
            let old = try #require(try await store.database.read { try $0.browser(of: rosa) }).lookup, next = InventedBrowser(2)
            let request = try BrowserRequest(
                endpoint: next.endpoint, key: next.key, secret: next.secret, section: section, preferences: .usual(of: section, in: "en"))
            let renew = RenewBrowser(database: store.database, world: store.world, keyring: counter.keyring)
            try await renew(#require(InventedBrowser().proof), with: request)
            #expect(try await counter.knows(next))
            #expect(try await !counter.knows(InventedBrowser()))
            let now = store.world.now()
            try await store.database.write { try $0.forgetBrowser(old, of: rosa, event: "event", at: now) }
            #expect(try await counter.supporter(rosa) != nil)
            await #expect(throws: SupporterRefusal.linkOver) { try await renew(#require(InventedBrowser(3).proof), with: request) }
        }
    }

    @Test(arguments: Engine.available)
    func `an address that is confirmed takes the place of the browser`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let counter = try SupporterCounter(store), rosa = try await counter.browser()
            let letter = try #require(try await counter.askForAddress(rosa, "rosa@example.org").first?.token)
            #expect(try await counter.knows(InventedBrowser()))
            _ = try await counter.confirmAddress(letter)
            #expect(try await !counter.knows(InventedBrowser()))
            #expect(try await store.address(of: rosa, counter) == "rosa@example.org")
        }
    }

    @Test(arguments: Engine.available)
    func `everything held about a browser is handed out, and erased with it`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let counter = try SupporterCounter(store), rosa = try await counter.browser()
            let export = try await ExportSupporter(database: store.database, keyring: counter.keyring)(rosa)
            #expect(export.address == nil && export.browser?.endpoint == InventedBrowser().endpoint && export.browser?.since == "2021-11-30")
            let json = String(decoding: try export.json(), as: UTF8.self)
            #expect(json.contains("\"endpoint\" : \"https://push.example.org/wpush/v2/browser-1-of-somebody\""))
            #expect(!json.contains(InventedBrowser().secret))
            try await counter.erase(rosa)
            #expect(try await store.count("push_subscription") == 0)
            #expect(counter.tray.all.isEmpty)
        }
    }

    @Test(arguments: Engine.available)
    func `browsers are sealed anew with the addresses`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let old = try SupporterCounter(store, keyring: Keyring(.still("a")))
            for number in 1...7 { try await old.browser(InventedBrowser(number)) }
            for number in 1...7 { _ = try await old.supporter("rosa\(number)@example.org") }
            #expect(try await RotateKeys(database: store.database, keyring: Keyring(.still("b", "a")), page: 4)() == 14)
            #expect(try await store.database.read { try $0.keysInUse() } == ["b"])
            #expect(try await SupporterCounter(store, keyring: Keyring(.still("b"))).knows(InventedBrowser(7)))
        }
    }

    @Test(arguments: Engine.available)
    func `a browser that did nothing for two years is asked, and stays or is erased`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let counter = try SupporterCounter(store), tray = PushTray()
            let rosa = try await counter.browser(), ana = try await counter.browser(InventedBrowser(2))
            let ben = try await counter.browser(InventedBrowser(3))
            store.advance(days: 731)
            #expect(try await counter.retain() == RetentionSums(), "where there is no push, nobody with a browser is asked")
            #expect(try await counter.retain(tray).asked == 3)
            let asked = tray.empty()
            #expect(asked.allSatisfy { $0.patience == .long && $0.notice.stop == nil && $0.notice.title.contains("do you want to stay") })
            let link = try #require(asked.first { $0.supporter == rosa }?.notice.url)
            #expect(link.hasPrefix("https://localhost/en/my/stay/"))
            _ = try await ConfirmStay(database: store.database, world: store.world)(token: String(link.split(separator: "/").last ?? ""))
            store.advance(days: 31)
            #expect(try await counter.retain(tray).erased == 2)
            #expect(try await counter.supporter(rosa) != nil)
            for gone in [ana, ben] { #expect(try await counter.supporter(gone) == nil) }
        }
    }
}
