import Documents
import Outgoing
import Storage
import TestSupport
import Testing

@testable import Campaign

@Suite struct PushAlertTests {
    @Test(arguments: Engine.available)
    func `a browser is told in its language what it asked for, with the case and the way out`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru())
            let counter = try SupporterCounter(store), tray = PushTray()
            let rosa = try await counter.browser()
            let peru = try #require(Country("PE"))
            try await counter.browser(InventedBrowser(2)) { $0.choices.countries = [peru] }
            try await counter.browser(InventedBrowser(3)) { $0.pace = .none }
            _ = try await store.going()
            try await counter.deliver(tray)
            try await counter.deliver(tray)
            let pushed = try #require(tray.empty().first), stop = "https://localhost/en/alerts/stop/\(UnsubscribeToken.text(rosa, counter.keyring))"
            #expect(pushed.supporter == rosa && pushed.patience == .usual)
            #expect(pushed.notice.title.hasPrefix("Urgent action: ") && pushed.notice.body == "Somebody is in danger now. Please write.")
            #expect(pushed.notice.url == "https://localhost/en/actions/77-21" && pushed.notice.stop == stop && pushed.notice.stopLabel == "Stop")
            #expect(pushed.notice.lang == "en" && pushed.notice.tag.utf8.count == 32)
            #expect(try await store.deliveries() == [rosa.text: "sent"])
        }
    }

    @Test(arguments: Engine.available)
    func `a digest names each case in a line and leads to the list`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru())
            try await store.take(.bishnu(until: "2022-01-03"))
            let counter = try SupporterCounter(store), tray = PushTray()
            try await counter.browser { $0.pace = .daily }
            _ = try await store.going()
            _ = try await store.going(.bishnu())
            store.advance(days: 2)
            try await counter.deliver(tray)
            let pushed = tray.empty()
            #expect(pushed.count == 1 && pushed.first?.notice.title == "2 urgent actions for you")
            #expect(pushed.first?.notice.body.split(separator: "\n").count == 2 && pushed.first?.notice.url == "https://localhost/en/")
        }
    }

    @Test(arguments: Engine.available)
    func `whoever gave an address is mailed, and a same-day alert is urgent for a browser`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru())
            let counter = try SupporterCounter(store), tray = PushTray()
            let ana = try await counter.supporter("ana@example.org")
            let rosa = try await counter.browser { ($0.pace, $0.sameDay) = (.monthly, true) }
            _ = try await store.going(sameDay: true)
            try await counter.deliver(tray, to: .withoutAddress)
            #expect(tray.empty().map(\.patience) == [.urgent])
            #expect(try await store.deliveries() == [rosa.text: "sent", ana.text: "waiting"], "where no mail is sent, mail waits")
            try await counter.deliver(tray)
            #expect(try await store.deliveries() == [rosa.text: "sent", ana.text: "skipped no_way"])
        }
    }

    @Test(arguments: Engine.available)
    func `a browser that its push service does not know any more is forgotten with all it chose`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru())
            let counter = try SupporterCounter(store), tray = PushTray()
            let rosa = try await counter.browser(follow: FollowWish(.wanjiru)) { $0.choices.topics = [.torture] }
            tray.answer(.unreachable("the browser has ended it"))
            _ = try await store.going()
            try await counter.deliver(tray)
            #expect(try await counter.supporter(rosa) == nil)
            for table in ["supporter", "push_subscription", "supporter_choice", "follow", "delivery"] {
                #expect(try await store.count(table) == 0, "\(table)")
            }
        }
    }

    @Test(arguments: Engine.available)
    func `a push service that is not ready is asked again, and one that refuses is not`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru())
            let counter = try SupporterCounter(store), tray = PushTray()
            let rosa = try await counter.browser()
            _ = try await store.going()
            tray.answer(.later("status 503"))
            try await counter.deliver(tray)
            #expect(try await store.deliveries() == [rosa.text: "waiting status 503"])
            tray.answer(.never("status 413"))
            store.advance(seconds: 3_600)
            try await counter.deliver(tray)
            #expect(try await store.deliveries() == [rosa.text: "gave_up status 413"])
            #expect(try await counter.knows(InventedBrowser()))
        }
    }

    @Test func `a notice stays within what a push service takes, whatever a headline says`() throws {
        let long = String(repeating: "ሰላም ✊🏿 ", count: 400)
        let notice = PushNotice(
            title: long, body: long, url: "https://localhost/en/actions/77-21", stop: ("https://localhost/en/alerts/stop/x", "Stop"),
            tag: String(repeating: "t", count: 32), language: "am")
        let message = try notice.message(lifetime: 60, urgency: .normal)
        #expect(notice.title.utf8.count <= 200 && notice.body.utf8.count <= 900 && notice.title.hasSuffix("…"))
        #expect(message.bytes.count < 3_000)
    }
}
