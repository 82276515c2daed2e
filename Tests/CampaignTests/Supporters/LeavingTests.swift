import Documents
import Foundation
import Storage
import TestSupport
import Testing

@testable import Campaign

@Suite struct LeavingTests {
    @Test(arguments: Engine.available)
    func `one POST ends alerts for good, also when it comes again, also after an erasure`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let counter = try SupporterCounter(store), leave = Unsubscribe(database: store.database, world: store.world, keyring: counter.keyring)
            let rosa = try await counter.supporter("rosa@example.org"), ana = try await counter.supporter("ana@example.org")
            let token = UnsubscribeToken.text(rosa, counter.keyring)
            try await leave(token: token)
            #expect(try await store.recipients().map(\.id) == [ana])
            #expect(try await counter.supporter(rosa)?.pace == Pace.none)
            store.advance(days: 400)
            try await leave(token: token)
            try await counter.erase(rosa)
            try await leave(token: token)
            #expect(try await store.count("suppression") == 1)
            for wrong in ["", "x.y", token + "x", "\(ana.text).\(token.split(separator: ".")[1])"] {
                await #expect(throws: SupporterRefusal.linkOver) { try await leave(token: wrong) }
            }
            #expect(try await store.recipients().map(\.id) == [ana])
        }
    }

    @Test(arguments: Engine.available)
    func `whoever left comes back by choosing a pace, or by following`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru())
            let counter = try SupporterCounter(store), leave = Unsubscribe(database: store.database, world: store.world, keyring: counter.keyring)
            let rosa = try await counter.supporter("rosa@example.org"), token = UnsubscribeToken.text(rosa, counter.keyring)
            let change = ChangePreferences(database: store.database, world: store.world)
            try await leave(token: token)
            var wanted = try #require(try await counter.supporter(rosa)).preferences
            wanted.language = "fr"
            try await change(rosa, wanted)
            #expect(try await store.recipients().isEmpty)
            wanted.pace = .monthly
            try await change(rosa, wanted)
            #expect(try await store.recipients().map(\.id) == [rosa])
            try await leave(token: token)
            try await counter.follow(rosa, FollowWish(.wanjiru))
            #expect(try await store.recipients().map(\.pace) == [Pace.none])
        }
    }

    @Test(arguments: Engine.available)
    func `Rosa is erased at once, her letters still count, and no mail finds her again`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru())
            let counter = try SupporterCounter(store)
            let rosa = try await counter.supporter("rosa@example.org", follow: FollowWish(.wanjiru)) { $0.choices.topics = [.torture] }
            let session = try await counter.enter("rosa@example.org"), token = store.world.token()
            try await SwitchHistory(database: store.database, world: store.world)(rosa, on: true)
            try await store.withReports { report async throws in _ = try await report(store.form(quantity: 7, token: token)) }
            try await RememberReport(database: store.database)(rosa, reportToken: token)
            _ = try await counter.askForAddress(rosa, "rosa.new@example.net")
            try await store.queueDelivery(to: rosa)

            try await counter.erase(rosa)
            #expect(counter.tray.empty().map(\.occasion) == [.goodbye])
            try await counter.erase(rosa)
            #expect(counter.tray.all.isEmpty)
            for table in ["supporter", "identity", "supporter_choice", "follow", "supporter_report", "mailed_link", "supporter_session", "delivery"] {
                #expect(try await store.count(table) == 0, "\(table)")
            }
            #expect(try await store.tally().counted() == 7)
            #expect(try await VerifyTallies(database: store.database)().ok)
            #expect(try await store.signedIn(session.token) == nil)
            let address = try #require(MailAddress("ROSA@example.org")), lookup = counter.keyring.lookup(address, section: .international)
            #expect(try await store.database.read { try $0.suppression(lookup) } == .erased)
            let events = try await store.database.read { try $0.rows("SELECT subject, detail FROM event WHERE name = 'supporter.erased'") }
            #expect(try events.map { try $0("subject") + $0("detail") as String } == [rosa.text])
        }
    }

    @Test(arguments: Engine.available)
    func `everything that is held is handed out, as JSON in our words`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru())
            let counter = try SupporterCounter(store)
            let rosa = try await counter.supporter("Rosa@example.org", follow: FollowWish(.wanjiru)) { $0.choices.topics = [.torture] }
            _ = try await counter.enter("rosa@example.org")
            let token = store.world.token()
            try await SwitchHistory(database: store.database, world: store.world)(rosa, on: true)
            try await store.withReports { report async throws in _ = try await report(store.form(quantity: 7, token: token)) }
            try await RememberReport(database: store.database)(rosa, reportToken: token)
            try await store.queueDelivery(to: rosa)
            let export = try await ExportSupporter(database: store.database, keyring: counter.keyring)(rosa)
            #expect(export.address == "Rosa@example.org")
            let read = try JSONSerialization.jsonObject(with: Data(export.json())) as? [String: Any]
            let json = try #require(read)
            #expect(json["keeps_history"] as? Bool == true)
            #expect((json["follows"] as? [[String: Any]])?.first?["action"] as? String == Reference.wanjiru.printed())
            #expect((json["reports"] as? [[String: Any]])?.first?["quantity"] as? Int == 7)
            #expect((json["choices"] as? [[String: Any]])?.first?["value"] as? String == "torture")
            #expect((json["deliveries"] as? [Any])?.count == 1 && (json["sessions"] as? [Any])?.count == 1)
            #expect((json["links"] as? [Any])?.count == 2)
        }
    }

    @Test(arguments: Engine.available)
    func `who was away for two years is asked, and is erased when no answer comes`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let counter = try SupporterCounter(store)
            let rosa = try await counter.supporter("rosa@example.org"), ana = try await counter.supporter("ana@example.org") { $0.language = "fr" }
            _ = try await counter.supporter("luis@example.org")
            store.advance(days: 729)
            #expect(try await counter.retain().asked == 0)
            _ = try await counter.enter("luis@example.org")
            store.advance(days: 1)
            #expect(try await counter.retain().asked == 2)
            let letters = counter.tray.empty()
            #expect(Set(letters.map(\.to.text)) == ["rosa@example.org", "ana@example.org"] && letters.allSatisfy { $0.occasion == .stay })
            #expect(try await counter.retain().asked == 0)
            let token = try #require(letters.first { $0.to.text == "ana@example.org" }?.token),
                stay = ConfirmStay(database: store.database, world: store.world)
            store.advance(days: 29)
            #expect(try await counter.retain().erased == 0)
            #expect(try await stay(token: token) == Confirmation(supporter: ana, isRepeated: false))
            #expect(try await stay(token: token) == Confirmation(supporter: ana, isRepeated: true))
            store.advance(days: 1)
            #expect(try await counter.retain().erased == 1)
            #expect(try await counter.supporter(rosa) == nil)
            #expect(try await store.count("supporter") == 2)
            await #expect(throws: SupporterRefusal.linkOver) { try await stay(token: token) }
        }
    }

    @Test(arguments: Engine.available)
    func `who ended alerts and did not come back is erased after ninety days`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let counter = try SupporterCounter(store), leave = Unsubscribe(database: store.database, world: store.world, keyring: counter.keyring)
            let rosa = try await counter.supporter("rosa@example.org"), ana = try await counter.supporter("ana@example.org")
            try await leave(token: UnsubscribeToken.text(rosa, counter.keyring))
            store.advance(days: 89)
            #expect(try await counter.retain().erased == 0)
            store.advance(days: 1)
            #expect(try await counter.retain().erased == 1)
            #expect(try await counter.supporter(rosa) == nil)
            #expect(try await counter.supporter(ana) != nil)
        }
    }

    @Test(arguments: Engine.available)
    func `without a mail server everything is let go of in time, but nobody who could not be asked`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let counter = try SupporterCounter(store), leave = Unsubscribe(database: store.database, world: store.world, keyring: counter.keyring)
            let rosa = try await counter.supporter("rosa@example.org"), ana = try await counter.supporter("ana@example.org")
            let luis = try await counter.supporter("luis@example.org")
            try await leave(token: UnsubscribeToken.text(luis, counter.keyring))
            _ = try await counter.signUp("nobody@example.org")
            store.advance(days: 2)
            #expect(try await counter.retain(mail: false).unconfirmed == 1)
            store.advance(days: 90)
            #expect(try await counter.retain(mail: false).erased == 1)
            #expect(try await counter.supporter(luis) == nil)
            store.advance(days: 700)
            #expect(try await counter.retain(mail: false).asked == 0)
            store.advance(days: 60)
            #expect(try await counter.retain(mail: false).erased == 0)
            #expect(try await counter.retain().asked == 2, "mail is set up at last")
            let token = try #require(counter.tray.empty().first { $0.to.text == "ana@example.org" }?.token)
            _ = try await ConfirmStay(database: store.database, world: store.world)(token: token)
            store.advance(days: 30)
            #expect(try await counter.retain(mail: false).erased == 1, "who was asked and did not answer goes, mail or not")
            #expect(try await counter.supporter(rosa) == nil)
            #expect(try await counter.supporter(ana) != nil)
        }
    }
}
