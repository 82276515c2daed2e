import Documents
import Foundation
import Outgoing
import Storage
import TestSupport
import Testing

@testable import Campaign

@Suite struct PhoneTests {
    private let number = "+41791234567"

    private func phone(_ text: String) throws -> MobileNumber { try #require(MobileNumber(typed: text)) }

    private func request(_ counter: SupporterCounter, _ tray: TextTray) throws -> RequestPhone {
        RequestPhone(
            database: counter.store.database, world: counter.store.world, keyring: counter.keyring, catalogue: try Catalogue.shipped(), texter: tray,
            errands: counter.errands)
    }

    private func confirm(_ counter: SupporterCounter, _ token: String, _ code: String) async throws {
        try await ConfirmPhone(database: counter.store.database, world: counter.store.world, keyring: counter.keyring)(token: token, code: code)
    }

    /// Asks for a code; the token of its page, and the message, if one went out.
    private func ask(_ counter: SupporterCounter, _ tray: TextTray, _ supporter: Supporter.ID, _ number: String) async throws -> (
        token: String, message: SMSMessage?
    ) {
        let token = try request(counter, tray)(supporter, phone(number))
        await counter.errands.drain()
        return (token, tray.empty().first)
    }

    private func held(_ counter: SupporterCounter, _ supporter: Supporter.ID) async throws -> String? {
        try await counter.store.database.read { db in try db.phone(of: supporter, counter.keyring)?.text }
    }

    /// A number of a supporter, shown to be theirs.
    private func give(_ counter: SupporterCounter, _ supporter: Supporter.ID, _ number: String) async throws {
        let tray = TextTray(), asked = try await ask(counter, tray, supporter, number)
        try await confirm(counter, asked.token, try #require(asked.message?.code))
    }

    @Test(arguments: [
        ("+41 79 123 45 67", "+41791234567"), ("0041791234567", "+41791234567"), ("+1 (212) 555-0100", "+12125550100"), ("079 123 45 67", nil),
        ("+41 (0)79 123 45 67", nil), ("+0791234567", nil), ("+41", nil), ("rosa@example.org", nil), ("", nil), ("+4179\r\n1234567x", nil),
    ])
    func `a number is taken in international form, however it is spaced`(_ typed: String, _ number: String?) {
        #expect(MobileNumber(typed: typed)?.text == number)
    }

    @Test(arguments: Engine.available)
    func `Rosa's number counts once she has typed its code, and puts her on the same-day list`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let counter = try SupporterCounter(store), tray = TextTray(), rosa = try await counter.supporter("rosa@example.org")
            let asked = try await ask(counter, tray, rosa, number), message = try #require(asked.message), code = try #require(message.code)
            #expect(message.to == number && message.text.contains("STOP") && SMSLength(message.text).parts == 1)
            let wrong = code == "111111" ? "222222" : "111111"
            await #expect(throws: SupporterRefusal.wrongCode(left: 4)) { try await confirm(counter, asked.token, wrong) }
            await #expect(throws: SupporterRefusal.linkOver) { try await confirm(counter, "another", code) }
            #expect(try await held(counter, rosa) == nil)
            try await confirm(counter, asked.token, " \(code.prefix(3)) \(code.suffix(3)) ")
            #expect(try await held(counter, rosa) == number)
            #expect(try await counter.supporter(rosa)?.sameDay == true)
            await #expect(throws: SupporterRefusal.linkOver, "once") { try await confirm(counter, asked.token, code) }
        }
    }

    @Test(arguments: Engine.available)
    func `five wrong codes or a quarter of an hour end it, and a number gets three codes a day`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let counter = try SupporterCounter(store), tray = TextTray()
            let rosa = try await counter.supporter("rosa@example.org"), ana = try await counter.supporter("ana@example.org")
            let first = try await ask(counter, tray, rosa, number), code = try #require(first.message?.code)
            for left in (0..<5).reversed() {
                await #expect(throws: SupporterRefusal.wrongCode(left: left)) { try await confirm(counter, first.token, "x") }
            }
            await #expect(throws: SupporterRefusal.linkOver) { try await confirm(counter, first.token, code) }
            let second = try await ask(counter, tray, rosa, number)
            store.advance(seconds: 15 * 60)
            await #expect(throws: SupporterRefusal.linkOver) { try await confirm(counter, second.token, second.message?.code ?? "") }
            #expect(try await ask(counter, tray, ana, number).message != nil)
            #expect(try await ask(counter, tray, ana, number).message == nil, "the fourth to this number")
            #expect(try await ask(counter, tray, ana, "+41790000000").message != nil)
            store.advance(days: 1)
            #expect(try await ask(counter, tray, ana, number).message != nil)
            _ = try await counter.retain()
            #expect(try await store.count("phone_code") == 1)
        }
    }

    @Test(arguments: Engine.available)
    func `a number belongs to whoever typed its code last`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let counter = try SupporterCounter(store)
            let rosa = try await counter.supporter("rosa@example.org"), ana = try await counter.supporter("ana@example.org")
            try await give(counter, rosa, number)
            try await give(counter, ana, number)
            #expect(try await held(counter, rosa) == nil)
            #expect(try await held(counter, ana) == number)
        }
    }

    @Test(arguments: Engine.available)
    func `the number of a sign-up gets its code after the address is confirmed, and not before`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let counter = try SupporterCounter(store), tray = TextTray(), section = try await counter.section()
            try counter.signUp(
                SignUpRequest(
                    address: "rosa@example.org", section: section, preferences: .usual(of: section, in: "en"), phone: phone(number)))
            await counter.errands.drain()
            #expect(tray.empty().isEmpty)
            let link = try #require(counter.tray.empty().first?.token), rosa = try await counter.confirm(link).supporter
            let token = try #require(try await request(counter, tray).afterConfirming(rosa))
            await counter.errands.drain()
            try await confirm(counter, token, try #require(tray.empty().first?.code))
            #expect(try await held(counter, rosa) == number)
            #expect(try await request(counter, tray).afterConfirming(rosa) == nil, "once")
        }
    }

    @Test(arguments: Engine.available)
    func `a number is exported, erased, sealed and turned over to new keys like an address`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let counter = try SupporterCounter(store, keyring: Keyring(.still("a"))), tray = TextTray()
            let rosa = try await counter.supporter("rosa@example.org")
            try await give(counter, rosa, number)
            _ = try await ask(counter, tray, rosa, "+41790000000")
            let export = try await ExportSupporter(database: store.database, keyring: counter.keyring)(rosa)
            #expect(export.phone == .init(number: number, since: "2021-11-30"))
            #expect(String(decoding: try export.json(), as: UTF8.self).contains("\"number\" : \"+41791234567\""))
            let all = try await store.dump().values.flatMap { $0 }.joined(separator: "\n")
            for piece in ["41791234567", "791234567", Digest.sha256(number), Data(number.utf8).base64EncodedString()] {
                #expect(!all.contains(piece))
            }
            let both = try Keyring(.still("b", "a"))
            #expect(try await RotateKeys(database: store.database, keyring: both, page: 2)() == 4, "an address, a number, two codes")
            #expect(try await store.database.read { try $0.keysInUse() } == ["b"])
            #expect(try await held(SupporterCounter(store, keyring: Keyring(.still("b"))), rosa) == number)
            try await SupporterCounter(store, keyring: Keyring(.still("b"))).erase(rosa)
            for table in ["phone", "phone_code", "text_delivery"] { #expect(try await store.count(table) == 0, "\(table)") }
        }
    }

    @Test(arguments: Engine.available)
    func `STOP forgets a number in every section, in our languages too, and other answers do not`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let counter = try SupporterCounter(store), forget = ForgetPhone(database: store.database, keyring: counter.keyring)
            let rosa = try await counter.supporter("rosa@example.org"), there = try await counter.supporter("rosa@example.org", in: .swiss)
            for answer in ["stop", "STOP please", "Arrêt.", "Stopp!", "BAJA"] {
                for supporter in [rosa, there] {
                    try await give(counter, supporter, number)
                    store.advance(days: 1)
                }
                try await forget(answer: "Thank you, do not stop", from: phone(number))
                try await forget(answer: answer, from: phone("+41790000000"))
                #expect(try await store.count("phone") == 2)
                try await forget(answer: answer, from: phone(number))
                #expect(try await store.count("phone") == 0, "\(answer)")
            }
        }
    }

    /// Texts what is due.
    private func text(_ counter: SupporterCounter, _ tray: TextTray) async throws {
        try await TextAlerts(database: counter.store.database, world: counter.store.world, keyring: counter.keyring, texter: tray)(
            until: StopSign())
    }

    @Test(arguments: Engine.available)
    func `a same-day alert is texted once to those who gave a number and still want it, besides the mail`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let counter = try SupporterCounter(store), tray = TextTray()
            try await store.take(.wanjiru())
            var people: [String: Supporter.ID] = [:]
            for (place, name) in ["ana", "ben", "cleo", "dia", "eva"].enumerated() {
                let id = try await counter.supporter("\(name)@example.org") { $0.pace = .daily }
                people[name] = id
                if name != "eva" { try await give(counter, id, "+4179000000\(place)") }
            }
            try await store.tamper("UPDATE supporter SET same_day = \(false) WHERE id = \(try #require(people["ben"]))")
            _ = try await store.going(sameDay: true)
            try await store.tamper("UPDATE supporter SET paused_until = '2022-12-01' WHERE id = \(try #require(people["cleo"]))")
            try await Unsubscribe(database: store.database, world: store.world, keyring: counter.keyring)(
                token: UnsubscribeToken.text(try #require(people["dia"]), counter.keyring))
            for _ in 0..<2 { try await text(counter, tray) }
            let messages = tray.empty()
            #expect(messages.map(\.to) == ["+41790000000"])
            let said = try #require(messages.first?.text)
            #expect(said.hasSuffix("/en/actions/77-21") && SMSLength(said).parts == 1)
            let states = try await store.database.read {
                try $0.rows("SELECT state, reason FROM text_delivery ORDER BY state, reason").map {
                    "\(try $0("state") as String) \((try $0("reason") as String?) ?? "")"
                }
            }
            #expect(states == ["sent ", "skipped paused", "skipped unsubscribed"])
            #expect(try await store.deliveries().count == 5, "the mail goes as well")
        }
    }

    @Test(arguments: Engine.available)
    func `what is not of the same day, was stopped or withdrawn is texted to nobody`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let counter = try SupporterCounter(store), tray = TextTray()
            for draft in [ActionDraft.wanjiru(), .bishnu(until: "2022-01-03"), .bishnu(serial: 13, until: "2022-01-03")] {
                try await store.take(draft)
            }
            try await give(counter, counter.supporter("ana@example.org"), number)
            _ = try await store.going()
            let stopped = try await store.going(.bishnu(), sameDay: true)
            _ = try await store.going(.bishnu(13), sameDay: true)
            try await StopAlert(database: store.database, world: store.world)(stopped, by: "Rosa")
            try await store.withdraw(.bishnu(13))
            try await text(counter, tray)
            #expect(tray.empty().isEmpty)
        }
    }

    @Test(arguments: Engine.available)
    func `a gateway that is busy is asked again with the same id, and a number that is no more is forgotten`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let counter = try SupporterCounter(store), tray = TextTray()
            try await store.take(.wanjiru())
            try await give(counter, counter.supporter("ana@example.org"), number)
            _ = try await store.going(sameDay: true)
            tray.answer(.later("status 503", after: 60))
            for _ in 0..<2 { try await text(counter, tray) }
            let first = tray.empty()
            #expect(first.count == 1, "it waits")
            store.advance(seconds: 3_600)
            tray.answer(.gone)
            try await text(counter, tray)
            #expect(tray.empty().map(\.id) == first.map(\.id))
            #expect(try await store.count("phone") == 0)
            let summary = try #require(try await store.database.read { try $0.alertSummaries(limit: 1) }.first)
            #expect(summary.texts == [.gaveUp: 1])
        }
    }
}
